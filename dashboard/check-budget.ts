import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/*
 * The JavaScript that a first visit to page 1 loads, gzipped: the entry, the overview and what they import, and the
 * lazily loaded charts, because the overview shows them at once. Exits 1 over the budget.
 */
const BUDGET = 250 * 1000;
const ROOTS = ['index.html', 'src/features/overview/overview-page.vue', 'src/components/chart-canvas.vue'] as const;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const dist = join(import.meta.dirname, 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

/** A chunk and everything it imports without being asked. */
function reach(key: string, files: Set<string>): void {
  const chunk = manifest[key];
  if (!chunk) throw new RangeError(`no chunk ${key} in the manifest: has the file moved?`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const imported of chunk.imports ?? []) reach(imported, files);
}

const files = new Set<string>();
for (const root of ROOTS) reach(root, files);
const sizes = [...files]
  .filter((file) => file.endsWith('.js'))
  .map((file) => ({ file, bytes: gzipSync(readFileSync(join(dist, file)), { level: 9 }).length }))
  .toSorted((a, b) => b.bytes - a.bytes);
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);

for (const { file, bytes } of sizes) process.stdout.write(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${file}\n`);
process.stdout.write(`${(total / 1000).toFixed(1).padStart(8)} kB of ${BUDGET / 1000} kB: first load, gzipped\n`);
if (total > BUDGET) {
  process.stderr.write('over the byte budget\n');
  process.exitCode = 1;
}
