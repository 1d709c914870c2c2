import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceDigest } from '../source-digest.ts';

/** Builds the dashboard only when a source has changed since the last build: a later start must not wait for Vite. */
const here = import.meta.dirname;
const stamp = join(here, 'dist/.built-from');
const digest = sourceDigest([
  ...['src/**/*', 'charts/src/**/*', 'public/**/*', '*.html', '*.ts', '{.,charts}/package.json'].map(
    (pattern) => `dashboard/${pattern}`,
  ),
  'pnpm-lock.yaml',
]);
const built = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
if (built !== digest) {
  process.stdout.write('Building the dashboard …\n');
  const started = performance.now();
  // A test runner says NODE_ENV=test; Vue would then be built with its warnings, half as large again and slower.
  process.env['NODE_ENV'] = 'production';
  const { build } = await import('vite');
  await build({ root: here, logLevel: 'warn' });
  writeFileSync(stamp, digest);
  process.stdout.write(`Built the dashboard in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}
