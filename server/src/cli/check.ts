import { pendingMigrations } from '@wallchart/db';
import { defineCommand } from 'citty';
import { readConfig } from '../config/config.ts';
import { checkIntegrity, storeMissingFiles } from '../features/integrity/index.ts';
import { SYSTEM } from '../access/principals.ts';
import { openDatabase } from '../database/open-database.ts';
import { WallchartError } from '../domain/errors.ts';
import { EXIT, note, say, sayJson } from './output.ts';

export default defineCommand({
  meta: {
    name: 'check',
    description:
      'Check the integrity of the ledger: identities, the tree, the two clocks and totals. Render files that are missing.',
  },
  args: { json: { type: 'boolean', description: 'Print JSON.' } },
  run: async ({ args }) => {
    const database = await openDatabase(readConfig(), { onProgress: note, statementTimeoutMs: 0, migrate: false });
    try {
      if ((await pendingMigrations(database.orm)).length > 0) throw notMigrated();
      const found = await checkIntegrity(database.system.reading(SYSTEM), (name) => note(`Checking ${name} …`));
      const { stored, failed } = await storeMissingFiles(database.system);
      if (stored > 0) note(`Rendered the files of ${stored} documents that had none.`);
      const findings = [...found, ...failed.map((message) => ({ check: 'files', message }))];
      if (args.json) sayJson({ ok: findings.length === 0, findings });
      else if (findings.length === 0) say('Everything agrees.');
      else findings.forEach(({ check, message }) => say(`${check}: ${message}`));
      return findings.length === 0 ? EXIT.done : EXIT.refused;
    } finally {
      await database.close();
    }
  },
});

const notMigrated = (): WallchartError =>
  new WallchartError(
    'CHECK_FAILED',
    'The database is empty or needs migrating, so there is nothing to check yet. Run wallchart migrate, or start the server.',
  );
