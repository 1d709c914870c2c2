import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { SYSTEM } from '../access/principals.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import { WallchartError } from '../domain/errors.ts';

export interface SampleOptions {
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Imports the two sample campaigns into a database that has never seen an import; the ordinary import does it. What was
 * read in before, samples or not, is left alone.
 *
 * @throws WallchartError IMPORT_REFUSED if a sample has problems, with the first of them
 */
export async function loadSamplesOnce(
  { system }: Pick<OpenDatabase, 'system'>,
  { say, signal }: SampleOptions,
): Promise<void> {
  const used = await system.reading(SYSTEM).selectFrom('org_unit').select('code').limit(1).executeTakeFirst();
  if (used) return;
  const [{ writeSamples }, { importWorkbook }] = await Promise.all([
    import('@wallchart/db/seeds'),
    import('../features/imports/index.ts'),
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'wallchart-samples-'));
  try {
    for (const path of await writeSamples(folder)) {
      if (signal.aborted) return;
      say(`Loading the sample ${basename(path)} …`);
      const outcome = await importWorkbook(system.pool, { path }, { channel: 'sample', recordedBy: 'sample', signal });
      if (outcome.state === 'refused') {
        const first = outcome.problems[0];
        throw new WallchartError(
          'IMPORT_REFUSED',
          `The sample ${basename(path)} was refused: ${outcome.message.en} ${first ? `${first.sheet} ${first.cell ?? ''}: ${first.message.en}` : ''}`,
        );
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
