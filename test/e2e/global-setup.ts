import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { ROOT } from '../support/process.ts';
import { startOnSamples } from '../support/server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a server with the two samples, shared by the stories that change nothing. */
    sampleServer: string;
  }
}

/** Builds the dashboard if its sources are newer than the build, and starts one server with the samples. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await promisify(execFile)(process.execPath, [join(ROOT, 'dashboard/build-if-stale.ts')], {
    cwd: ROOT,
    maxBuffer: 1 << 26,
  });
  const server = await startOnSamples(project.getProvidedContext().testServer);
  project.provide('sampleServer', server.url);
  return async () => {
    await server.stop();
  };
}
