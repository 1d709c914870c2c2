import { Client } from 'pg';

/** Opens one connection for the work and closes it again: for CREATE DATABASE and the like, which no transaction may hold. */
export async function administer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
