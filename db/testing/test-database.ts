import { afterAll, beforeAll, inject } from 'vitest';
import { connect, kysely, type ConnectOptions, type Orm } from '../connect.ts';
import type { Db } from '../database.ts';
import { DatabaseError } from '../errors.ts';
import { copyOf, migrated, type Template } from './template.ts';

/** A migrated database of one test file. Usable inside tests and hooks, not while the file is being read. */
export interface TestDatabase {
  readonly orm: Orm;
  readonly db: Db;
  readonly url: string;
}

export interface TestDatabaseOptions extends Omit<ConnectOptions, 'url'> {
  /** What it holds at first; default the newest schema without a row. */
  from?: Template | undefined;
}

/**
 * Gives the test file (or `describe` block) that calls it a database of its own: copied before its tests, dropped after.
 *
 * @param options what it is copied from, and of the connection, such as `onStatement`
 */
export function testDatabase({ from = migrated, ...options }: TestDatabaseOptions = {}): TestDatabase {
  const copy = copyOf(from, inject('testServer'));
  let opened: { orm: Orm; db: Db } | undefined;
  beforeAll(async () => {
    await copy.make();
    const orm = await connect({ poolSize: 5, applicationName: copy.name, ...options, url: copy.url });
    opened = { orm, db: kysely(orm) };
  });
  afterAll(async () => {
    await opened?.orm.close(true);
    await copy.drop();
  });
  const orRefuse = <T>(value: T | undefined): T => {
    if (!value) throw new DatabaseError('TEST_SETUP', 'The test database is there inside tests and hooks only.');
    return value;
  };
  return {
    get url() {
      return copy.url;
    },
    get orm() {
      return orRefuse(opened).orm;
    },
    get db() {
      return orRefuse(opened).db;
    },
  };
}
