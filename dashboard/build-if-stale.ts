import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Builds the dashboard only when a source has changed since the last build: a later start must not wait for Vite. */
const here = fileURLToPath(new URL('.', import.meta.url));
const stamp = `${here}dist/.built-from`;
const inputs = ['src/**/*', 'public/**/*', '*.html', '*.ts', 'package.json', '../pnpm-lock.yaml'];

function sourceDigest(): string {
  const digest = createHash('sha256');
  const files = inputs.flatMap((pattern) => globSync(pattern, { cwd: here, withFileTypes: true }));
  for (const file of files
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()) {
    digest.update(file.slice(here.length)).update(readFileSync(file));
  }
  return digest.digest('hex');
}

const digest = sourceDigest();
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
