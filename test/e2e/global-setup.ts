import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { buildIfStale as builtServer } from '../../server/build-if-stale.ts';
import { ROOT } from '../support/process.ts';
import { sampleDatabase } from '../support/sample-database.ts';
import { startServer } from '../support/server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a server with the two samples, shared by the stories that change nothing. */
    sampleServer: string;
  }
}

const builtDashboard = (): Promise<unknown> =>
  promisify(execFile)(process.execPath, [join(ROOT, 'dashboard/build-if-stale.ts')], { cwd: ROOT, maxBuffer: 1 << 26 });

/**
 * Builds what is older than its sources, imports the samples meanwhile, and starts one server on them. The commands of all
 * stories run from that build.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { testServer } = project.getProvidedContext();
  const [database, command] = await Promise.all([sampleDatabase(testServer), builtServer(), builtDashboard()]);
  process.env['WALLCHART_BUILT'] = command;
  const server = await startServer({ settings: { DATABASE_URL: database.url } });
  project.provide('sampleServer', server.url);
  return async () => {
    await server.stop();
  };
}
