import { readFile, writeFile } from 'node:fs/promises';
import { referencePage } from './reference.ts';
import { registry } from './registry.ts';

const target = new URL('../../../docs/metrics.md', import.meta.url);

/** Writes docs/metrics.md; with `--check` writes nothing and fails when the page is stale. */
async function main(args: readonly string[]): Promise<number> {
  const page = referencePage(registry);
  if (!args.includes('--check')) {
    await writeFile(target, page);
    return 0;
  }
  const present = await readFile(target, 'utf8').catch(() => '');
  if (present === page) return 0;
  process.stderr.write('docs/metrics.md is stale; run: npx tsx server/src/metrics/generate-reference.ts\n');
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
