import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { BrowserCommand } from 'vitest/node';
import { readChunks } from '../../server/src/rendering/png-chunks.ts';
import { indexedPng, PALETTE_ERROR } from './indexed-png.ts';
import { ROOT } from './process.ts';

/** Pictures on file, relative to the project's root. */
const FOLDER = 'src/book/golden';
/**
 * How far a pixel may be from the one on file, of 1: about nine levels of grey. Half of it is the palette's; the rest is for
 * processors that round the edges of letters differently. A colour that someone changed is further off.
 */
const THRESHOLD = PALETTE_ERROR + 0.015;
const KEYWORD = 'capture';
const WITHOUT_FOCUS = ':focus-visible { outline: none !important; }';

export interface Comparison {
  readonly outcome: 'same' | 'different' | 'written' | 'missing';
  /** What to tell the person who runs the tests. */
  readonly report: string;
}

const digestOf = (png: Buffer): string => createHash('sha256').update(png).digest('hex');

/** The digest of the capture that a picture on file was made from. */
function captureOf(png: Buffer): string | undefined {
  const text = readChunks(png).find(({ type }) => type === 'tEXt');
  return text?.data.toString('latin1').slice(KEYWORD.length + 1);
}

/** How two pictures differ, as words and as a picture; null where they do not. */
function differenceOf(expected: PNG, actual: PNG): { readonly words: string; readonly picture: Buffer | null } | null {
  const sizeOf = ({ width, height }: PNG): string => `${width} x ${height}`;
  if (sizeOf(expected) !== sizeOf(actual)) {
    return { words: `It is ${sizeOf(actual)} px and was ${sizeOf(expected)}.`, picture: null };
  }
  const { width, height } = actual;
  const diff = new PNG({ width, height });
  const count = pixelmatch(expected.data, actual.data, diff.data, width, height, { threshold: THRESHOLD });
  return count === 0 ? null : { words: `${count} pixels differ.`, picture: PNG.sync.write(diff) };
}

/** Writes what a person compares. Returns where it is. */
async function writeDifference(name: string, files: Readonly<Record<string, Buffer | null>>): Promise<string[]> {
  const folder = join(ROOT, 'test/results/pictures');
  await mkdir(folder, { recursive: true });
  const written = Object.entries(files).flatMap(([kind, png]) => (png ? [{ kind, png }] : []));
  return Promise.all(
    written.map(async ({ kind, png }) => {
      const path = join(folder, `${name}.${kind}.png`);
      await writeFile(path, png);
      return `${kind}: ${relative(ROOT, path)}`;
    }),
  );
}

/**
 * Takes a picture of the window and compares it with the one on file, which is written where there is none, or on `--update`.
 *
 * @param onlyCompare never written: for a picture that is meant to differ
 */
export const comparePicture: BrowserCommand<[name: string, onlyCompare?: boolean]> = async (
  { page, project },
  name,
  onlyCompare = false,
): Promise<Comparison> => {
  const { root, snapshotOptions } = project.serializedConfig;
  const file = join(root, FOLDER, `${name}.png`);
  const { updateSnapshot } = snapshotOptions;
  // Where the pointer was left, and whether the last key was one, is of another test.
  await page.mouse.move(0, 0);
  const capture = await page.screenshot({ animations: 'disabled', caret: 'hide', style: WITHOUT_FOCUS });
  const digest = digestOf(capture);
  const onFile = await readFile(file).catch(() => null);
  if (onFile && captureOf(onFile) === digest) return { outcome: 'same', report: '' };
  const actual = PNG.sync.read(capture);
  const difference = onFile && differenceOf(PNG.sync.read(onFile), actual);
  if (onFile && !difference) return { outcome: 'same', report: '' };
  if (!onlyCompare && (updateSnapshot === 'all' || (updateSnapshot === 'new' && !onFile))) {
    await writeFile(file, indexedPng(actual, { [KEYWORD]: digest }));
    return { outcome: 'written', report: '' };
  }
  if (!difference) return { outcome: 'missing', report: `There is no ${relative(ROOT, file)}.` };
  if (onlyCompare) return { outcome: 'different', report: difference.words };
  const places = await writeDifference(name, { actual: capture, difference: difference.picture });
  const lines = [
    `${name} is not as it was. ${difference.words}`,
    `expected: ${relative(ROOT, file)}`,
    ...places,
    'To accept it: npx pnpm@12 exec vitest run --project component dashboard/src/book --update',
  ];
  return { outcome: 'different', report: lines.join('\n') };
};

/** Pictures on file that no story has; on `--update` they are removed. */
export const strayPictures: BrowserCommand<[names: readonly string[]]> = async (
  { project },
  names,
): Promise<string[]> => {
  const { root, snapshotOptions } = project.serializedConfig;
  const known = new Set(names.map((name) => `${name}.png`));
  const files = await readdir(join(root, FOLDER));
  const strays = files.filter((file) => file.endsWith('.png') && !known.has(file));
  if (snapshotOptions.updateSnapshot !== 'all') return strays;
  await Promise.all(strays.map((file) => rm(join(root, FOLDER, file))));
  return [];
};
