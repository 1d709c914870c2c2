import { inject } from 'vitest';
import { copyOf, type TestServer } from '@wallchart/db/testing';
import { samples } from '../../server/testing/samples.ts';

/** A database of its own with both samples, for a server that is started on it by DATABASE_URL. */
export interface SampleDatabase {
  readonly url: string;
  /** To be called when the server has stopped; what is left is dropped with the run. */
  readonly drop: () => Promise<void>;
}

/** @param server in a global set-up, `project.getProvidedContext().testServer`; in a test file it is found */
export async function sampleDatabase(server: TestServer = inject('testServer')): Promise<SampleDatabase> {
  const { url, make, drop } = copyOf(samples, server);
  await make();
  return { url, drop };
}
