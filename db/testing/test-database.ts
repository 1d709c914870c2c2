import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { connect, kysely, type ConnectOptions, type Orm } from '../connect.ts';
import type { Db } from '../database.ts';
import { DatabaseError } from '../errors.ts';
import { administer } from './administer.ts';
import { databaseUrl } from './database-url.ts';
import type { TestServer } from './test-server.ts';

/** A migrated database of one test file. Usable inside tests and hooks, not while the file is being read. */
export interface TestDatabase {
  readonly orm: Orm;
  readonly db: Db;
  readonly url: string;
}

/**
 * Gives the test file (or `describe` block) that calls it a database of its own: copied before its tests, dropped after.
 *
 * @param options of the connection, such as `onStatement`
 */
export function testDatabase(options: Omit<ConnectOptions, 'url'> = {}): TestDatabase {
  const { url: serverUrl, template }: TestServer = inject('testServer');
  const name = `wallchart_test_${randomBytes(8).toString('hex')}`;
  const url = databaseUrl(serverUrl, name);
  let opened: { orm: Orm; db: Db } | undefined;
  beforeAll(async () => {
    await administer(serverUrl, `create database ${name} template ${template}`);
    const orm = await connect({ poolSize: 5, applicationName: name, ...options, url });
    opened = { orm, db: kysely(orm) };
  });
  afterAll(async () => {
    await opened?.orm.close(true);
    await administer(serverUrl, `drop database if exists ${name} with (force)`);
  });
  const open = () => {
    if (!opened) throw new DatabaseError('TEST_SETUP', 'The test database is there inside tests and hooks only.');
    return opened;
  };
  return {
    url,
    get orm() {
      return open().orm;
    },
    get db() {
      return open().db;
    },
  };
}
