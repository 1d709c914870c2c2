import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * A digest of the files that something is built from: names and contents, whatever their dates.
 *
 * @param inputs glob patterns from the project's top folder; packages are left out, as the lock file names their versions, and so are tests
 */
export function sourceDigest(inputs: readonly string[]): string {
  const root = import.meta.dirname;
  const files = inputs
    .flatMap((pattern) => globSync(pattern, { cwd: root, withFileTypes: true, exclude: skipped }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const digest = createHash('sha256');
  for (const file of files.sort(byCode)) digest.update(relative(root, file)).update(readFileSync(file));
  return digest.digest('hex');
}

const byCode = (a: string, b: string): number => (a < b ? -1 : 1);

const skipped = ({ name }: { readonly name: string }): boolean =>
  name === 'node_modules' || name === 'dist' || /\.(test|e2e)\.ts$/.test(name);
