import { pendingMigrations } from '@wallchart/db';
import { defineCommand } from 'citty';
import { readConfig } from '../config/config.ts';
import { openDatabase } from '../database/open-database.ts';
import { EXIT, note, say, sayJson } from './output.ts';

export default defineCommand({
  meta: { name: 'migrate', description: 'Migrate the database to the schema of this version.' },
  args: { json: { type: 'boolean', description: 'Print JSON.' } },
  run: async ({ args }) => {
    const ran: string[] = [];
    const database = await openDatabase(readConfig(), {
      onProgress: (message) => {
        const name = /^Migrating the database: (\S+)/.exec(message)?.[1];
        if (name) ran.push(name);
        note(message);
      },
    });
    try {
      const pending = await pendingMigrations(database.orm);
      if (args.json) sayJson({ ran, pending });
      else say(ran.length === 0 ? 'The database is up to date.' : `Migrated: ${ran.join(', ')}.`);
      return pending.length === 0 ? EXIT.done : EXIT.refused;
    } finally {
      await database.close();
    }
  },
});
