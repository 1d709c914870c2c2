import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
const { FLOORS } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { FLOORS: readonly string[] };
const features = readdirSync(join(root, 'server/src/features'));

/** Folders that a path of the page is meant from. */
const bases = ['', 'server/src', 'server/src/features/imports', 'server/src/features/circulars'].map((folder) =>
  join(root, folder),
);

it('every path that ARCHITECTURE.md names is there', () => {
  const paths = [...page.matchAll(/`([\w@.-]+(?:\/[\w.-]+)+|[\w-]+\.ts)`/g)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !bases.some((base) => existsSync(join(base, path))))).toEqual([]);
});

it('it shows every room and every feature', () => {
  const picture = page.slice(page.indexOf('```'), page.lastIndexOf('```'));
  expect(FLOORS.filter((room) => !picture.includes(`${room}/`))).toEqual([]);
  expect(features.filter((feature) => !new RegExp(`\\b${feature}\\b`).test(picture))).toEqual([]);
});
