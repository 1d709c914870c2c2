import type { TestProject } from 'vitest/node';
import { runName, startTestServer } from './start-server.ts';
import { dropRun } from './template.ts';
import type { TestServer } from './test-server.ts';

/**
 * One PostgreSQL for a run of tests: that of TEST_DATABASE_URL, or one that is started for it. Every project that lists
 * this file uses the same one; the first of them starts it, and stops it when the others are through.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const root = project.vitest.getRootProject();
  if (root.getProvidedContext().testServer !== undefined) return undefined;
  const given = process.env['TEST_DATABASE_URL'];
  if (given) {
    const server: TestServer = { url: given, run: runName() };
    root.provide('testServer', server);
    return () => dropRun(server);
  }
  const { url, run, stop } = await startTestServer();
  root.provide('testServer', { url, run });
  return stop;
}
