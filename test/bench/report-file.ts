import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/process.ts';

const FILE = join(ROOT, 'docs/benchmarks.md');
const HEAD = `# Speed, as measured

Written by the benches themselves (\`pnpm bench\`, \`pnpm bench:web\`); each replaces its own section. Figures of one machine on one
day: compare within a table, not between tables.
`;

/** How busy the machine was before the bench began to make it so: above QUIET the figures are preliminary. */
const [BUSY = 0] = loadavg();
const QUIET = 0.5;

/** The day and the machine of a measurement, in a line. */
export function dateAndMachine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  const load = `load before: ${BUSY.toFixed(1)}${BUSY > QUIET ? ' (preliminary: the machine was busy)' : ''}`;
  return `${day}; ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${memory} GB, ${process.platform} ${release()}, Node ${process.version}; ${load}`;
}

/** Replaces a section of docs/benchmarks.md, or adds it at the end. */
export async function writeSection(name: string, text: string): Promise<void> {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const before = existsSync(FILE) ? await readFile(FILE, 'utf8') : HEAD;
  const section = `${begin}\n\n${text.trim()}\n\n${end}`;
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  const after =
    from < 0 || to < 0
      ? `${before.trimEnd()}\n\n${section}\n`
      : before.slice(0, from) + section + before.slice(to + end.length);
  await writeFile(FILE, after);
}
