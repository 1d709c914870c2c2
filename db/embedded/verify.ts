import { Client } from 'pg';

/** Whether a PostgreSQL answers at `url`, takes its password, and serves the cluster at that real path. */
export async function answersFor(url: string, cluster: string): Promise<boolean> {
  const client = new Client({
    connectionString: url,
    // A busy machine takes its time, and a port that no one listens on refuses at once.
    connectionTimeoutMillis: 10_000,
    application_name: 'wallchart-verify',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ path: string }>("select current_setting('data_directory') as path");
    return rows[0]?.path === cluster;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes the database of `url` if the server at `url` does not have it. */
export async function ensureDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  const direct = clientOf(url);
  try {
    await direct.connect();
    return;
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error;
  } finally {
    await direct.end().catch(() => undefined);
  }
  const admin = new URL(url);
  admin.pathname = '/postgres';
  const client = clientOf(admin.href);
  await client.connect();
  try {
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/** A connection whose loss shows only in the statement that fails. */
function clientOf(url: string): Client {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  return client;
}
