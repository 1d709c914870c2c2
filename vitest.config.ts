import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';
import FileBudgets from './test/reporters/file-budgets.ts';
import { WORKERS } from './test/support/workers.ts';

const require = createRequire(new URL('./server/package.json', import.meta.url));

/** One copy of graphql: Vitest would otherwise load its ESM and its CommonJS build side by side. */
const resolve = { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql/index.js') }] };
const exclude = ['**/node_modules/**', '**/dist/**'];

/** Files of a worker follow one another in one process: what they load, they load once, and what they change, they put back. */
const together = {
  isolate: false,
  unstubEnvs: true,
  unstubGlobals: true,
  restoreMocks: true,
  // Files come in any order, and whichever is first may load what is decorated.
  setupFiles: [require.resolve('reflect-metadata')],
  // Days must not depend on where the machine stands.
  env: { TZ: 'America/New_York' },
};

export default defineConfig({
  resolve,
  test: {
    exclude,
    maxWorkers: WORKERS,
    // Young objects are looked through less often: a seventh of the work of a worker is theirs.
    execArgv: ['--max-semi-space-size=64'],
    reporters: ['default', new FileBudgets()],
    projects: [
      './dashboard/vitest.config.ts',
      {
        extends: true,
        test: {
          ...together,
          name: 'unit',
          include: ['{db,server,dashboard,test}/**/*.test.ts'],
          exclude: [...exclude, '**/*.db.test.ts', '**/*.component.test.ts'],
          // How long a file may take is said in test/reporters; here only when to give up.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          ...together,
          name: 'db',
          include: ['{db,server,test}/**/*.db.test.ts'],
          globalSetup: ['./db/testing/global-setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          globalSetup: ['./db/testing/global-setup.ts', './test/e2e/global-setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 180_000,
          // A second on its own, which a busy machine needs for one look at a page.
          expect: { poll: { timeout: 30_000 } },
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
