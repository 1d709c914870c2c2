import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const require = createRequire(new URL('./server/package.json', import.meta.url));

/** One copy of graphql: Vitest would otherwise load its ESM and its CommonJS build side by side. */
const resolve = { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql/index.js') }] };
const exclude = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['{db,server,dashboard,test}/**/*.test.ts'],
          exclude: [...exclude, '**/*.db.test.ts'],
          env: { TZ: 'America/New_York' },
        },
      },
      {
        resolve,
        test: {
          name: 'db',
          include: ['{db,server,test}/**/*.db.test.ts'],
          exclude,
          globalSetup: ['./db/testing/global-setup.ts'],
          // A property test takes seconds on a quiet machine, and minutes on a busy one.
          testTimeout: 300_000,
          hookTimeout: 120_000,
          env: { TZ: 'America/New_York' },
        },
      },
      {
        resolve,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          exclude,
          globalSetup: ['./db/testing/global-setup.ts', './test/e2e/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
