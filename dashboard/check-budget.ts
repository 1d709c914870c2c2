import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/*
 * Byte budgets on the built JavaScript, gzipped. First load: what the first visit to page 1 needs before its figures
 * stand there (entry, page and what they import). Charts: what is fetched after that, when the first chart is drawn.
 * Map: the wall chart on the office's own map. Editor: what is fetched when a draft of a circular is opened, most of it
 * ProseMirror; a sealed one does without. Beside them, what only an older browser fetches, and the page of a briefing
 * file, which carries the same. Exits 1 over any, and where a current browser would fetch what an older one needs.
 */
const BUDGETS = [
  { name: 'first load', limit: 250_000, roots: ['index.html', 'src/features/overview/overview-page.vue'] },
  { name: 'charts, lazy', limit: 180_000, roots: ['src/components/charts/chart-canvas.vue'] },
  { name: 'map, lazy', limit: 30_000, roots: ['src/features/wallchart/map/wall-map.vue'] },
  { name: 'editor, lazy', limit: 120_000, roots: ['src/features/circulars/draft/draft-editor.vue'] },
] as const;

/** Whole files of their own. */
const FILES = [
  { name: 'older browsers, apart', limit: 32_000, file: 'older-browsers.js' },
  { name: 'page of a briefing file', limit: 330_000, file: 'briefing.html' },
] as const;

/** What the page may not name: first-paint.js asks for them where they are needed. */
const ON_DEMAND = ['older-browsers.js', 'not-started.js'];

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

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1).padStart(8)} kB`;
const gzipped = (file: string): number => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;

function judge(name: string, total: number, limit: number): void {
  process.stdout.write(`${kB(total)} of ${limit / 1000} kB: ${name}, gzipped\n`);
  if (total > limit) fail(`over the byte budget: ${name}`);
}

function fail(reason: string): void {
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
}

const counted = new Set<string>();
for (const { name, limit, roots } of BUDGETS) {
  const files = new Set(counted);
  for (const root of roots) reach(root, files);
  const sizes = [...files]
    .filter((file) => file.endsWith('.js') && !counted.has(file))
    .map((file) => ({ file, bytes: gzipped(file) }))
    .toSorted((a, b) => b.bytes - a.bytes);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { file, bytes } of sizes) process.stdout.write(`${kB(bytes)}  ${file}\n`);
  judge(name, total, limit);
  for (const file of files) counted.add(file);
}

/** The page itself and what it names beside its scripts: style sheets and what runs before the first paint. */
const page = readFileSync(join(dist, 'index.html'), 'utf8');
const named = [...page.matchAll(/(?:src|href)="\/([\w./-]+\.(?:css|js))"/g)].map(([, file = '']) => file);
const beside = ['index.html', ...named.filter((file) => !counted.has(file))];
judge(
  'page and styles of the first load',
  beside.map(gzipped).reduce((sum, bytes) => sum + bytes),
  8_500,
);
for (const { name, limit, file } of FILES) judge(name, gzipped(file), limit);
for (const file of ON_DEMAND) if (page.includes(file)) fail(`index.html names ${file}: every browser would fetch it`);
