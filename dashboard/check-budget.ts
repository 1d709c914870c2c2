import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/*
 * Byte budgets on the built JavaScript, gzipped. First load: what the first visit to page 1 needs before its figures
 * stand there (entry, page and what they import). Charts: what is fetched after that, when the first chart is drawn.
 * Map: the wall chart on the office's own map. Editor: what is fetched when a draft of a circular is opened, most of it
 * ProseMirror; a sealed one does without. Exits 1 over any.
 */
const BUDGETS = [
  { name: 'first load', limit: 250_000, roots: ['index.html', 'src/features/overview/overview-page.vue'] },
  { name: 'charts, lazy', limit: 180_000, roots: ['src/components/chart-canvas.vue'] },
  { name: 'map, lazy', limit: 30_000, roots: ['src/features/wallchart/map/wall-map.vue'] },
  { name: 'editor, lazy', limit: 120_000, roots: ['src/features/circulars/draft/draft-desk.vue'] },
] as const;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const dist = join(import.meta.dirname, 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

/** Adds a chunk and everything that it imports without being asked. */
function reach(key: string, files: Set<string>): void {
  const chunk = manifest[key];
  if (!chunk) throw new RangeError(`no chunk ${key} in the manifest: has the file moved?`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const imported of chunk.imports ?? []) reach(imported, files);
}

const counted = new Set<string>();
for (const { name, limit, roots } of BUDGETS) {
  const files = new Set(counted);
  for (const root of roots) reach(root, files);
  const sizes = [...files]
    .filter((file) => file.endsWith('.js') && !counted.has(file))
    .map((file) => ({ file, bytes: gzipSync(readFileSync(join(dist, file)), { level: 9 }).length }))
    .toSorted((a, b) => b.bytes - a.bytes);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { file, bytes } of sizes) process.stdout.write(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${file}\n`);
  process.stdout.write(`${(total / 1000).toFixed(1).padStart(8)} kB of ${limit / 1000} kB: ${name}, gzipped\n`);
  if (total > limit) {
    process.stderr.write(`over the byte budget: ${name}\n`);
    process.exitCode = 1;
  }
  for (const file of files) counted.add(file);
}
