import { randomBytes } from 'node:crypto';
import { escapeLiteral, type Client } from 'pg';
import { connect, type Orm } from '../connect.ts';
import { migrate } from '../migrate.ts';
import { administer } from './administer.ts';
import { databaseUrl } from './database-url.ts';
import type { TestServer } from './test-server.ts';

/** A database that is made once in a run of tests and copied for each file: a copy takes a tenth of a second. */
export interface Template {
  /** Of letters only; part of the database's name. */
  readonly name: string;
  /** What it starts from; an empty database by default. */
  readonly from?: Template;
  readonly fill: (orm: Orm) => Promise<unknown>;
}

/** A database of its own for one test file or one server. */
export interface Copy {
  readonly url: string;
  readonly name: string;
  readonly make: () => Promise<void>;
  readonly drop: () => Promise<void>;
}

/** The newest schema, without a row. */
export const migrated: Template = { name: 'migrated', fill: (orm) => migrate(orm) };

/** A copy to be made of a template, which is made first if nothing in the run has needed it before. */
export function copyOf(template: Template, server: TestServer): Copy {
  const name = `${server.run}_${randomBytes(8).toString('hex')}`;
  return {
    url: databaseUrl(server.url, name),
    name,
    make: () =>
      administer(server.url, async (client) => {
        const source = await ensure(template, server, client);
        // As files: PostgreSQL's usual way takes each of their pages through its buffers and its log.
        await client.query(`create database ${name} template ${source} strategy file_copy`);
      }),
    drop: () =>
      administer(server.url, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

/** One worker makes the template, the others wait for it. It has its name only when it is whole. */
async function ensure(template: Template, server: TestServer, client: Client): Promise<string> {
  const name = `${server.run}_${template.name}`;
  const lock = `hashtext(${escapeLiteral(name)})`;
  await client.query(`select pg_advisory_lock(${lock})`);
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await make(template, server, client, name);
    return name;
  } finally {
    await client.query(`select pg_advisory_unlock(${lock})`);
  }
}

async function make({ from, fill }: Template, server: TestServer, client: Client, name: string): Promise<void> {
  const source = from === undefined ? 'template1' : await ensure(from, server, client);
  const draft = `${name}_draft`;
  await client.query(`drop database if exists ${draft} with (force)`);
  await client.query(`create database ${draft} template ${source}`);
  const orm = await connect({ url: databaseUrl(server.url, draft), statementTimeoutMs: 0 });
  try {
    await fill(orm);
  } finally {
    await orm.close(true);
  }
  // A copy needs a source that no one uses.
  await client.query(`alter database ${draft} with allow_connections false`);
  await client.query(`alter database ${draft} rename to ${name}`);
}

/** Drops what is left of a run. */
export function dropRun({ url, run }: TestServer): Promise<void> {
  return administer(url, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [run],
    );
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
  });
}
