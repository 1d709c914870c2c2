import { execFile } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { documentToDocx, documentToPdf, readDocx } from '@wallchart/server/src/rendering/document/index.ts';
import type { OfficialDocument } from '@wallchart/server/src/rendering/document/official-document.ts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openPdf } from './open-pdf.ts';
import { printedText } from './printed-text.ts';
import { CIRCULARS, zhLetter } from './samples.ts';

vi.setConfig({ testTimeout: 180_000 });

/** LibreOffice may be there without Writer, which then lacks the library of that name. */
const hasWriter = (path: string): boolean =>
  process.platform !== 'linux' || existsSync(join(dirname(realpathSync(path)), 'libswlo.so'));
const soffice = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((directory) => join(directory, 'soffice'))
  .find((path) => existsSync(path) && hasWriter(path));
const where = soffice === undefined ? 'skipped: this machine has no LibreOffice Writer (soffice)' : 'by LibreOffice';

const DOCUMENTS = [...CIRCULARS.map(({ document }) => document), zhLetter];
const FORMATS = ['pdf', 'docx'] as const;

let folder: string;
/** Each document opened in LibreOffice, with a profile of its own, and saved again: started twice, as a start takes longest. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wallchart-office-'));
  if (soffice === undefined) return;
  const paths = DOCUMENTS.map((_, index) => join(folder, `${index}.docx`));
  for (const [index, path] of paths.entries()) await writeFile(path, await documentToDocx(DOCUMENTS[index]!));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  for (const format of FORMATS) {
    const to = ['--headless', '--convert-to', format, '--outdir', join(folder, format)];
    await promisify(execFile)(soffice, [profile, ...to, ...paths]);
  }
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const saved = (document: OfficialDocument, format: (typeof FORMATS)[number]): Promise<Buffer> =>
  readFile(join(folder, format, `${DOCUMENTS.indexOf(document)}.${format}`));

const bare = (text: string): string => text.replaceAll(/\s/gu, '');
const MOVED = /[◈“”]/gu;
const BOTTOM = ((297 - 35) / 25.4) * 72;

describe.skipIf(soffice === undefined)(`DOCX opened ${where}`, () => {
  test.each(CIRCULARS)('a circular of $document.lang has every word, on as many pages', async (circular) => {
    const { document } = circular;
    const office = await openPdf(await saved(document, 'pdf'));
    const own = await openPdf(await documentToPdf(document));
    // The machine's fonts are not the bundled ones: a long table may end a page sooner or later, and the imprint stands on
    // an even page in both.
    expect(Math.abs(office.pages.length - own.pages.length)).toBeLessThanOrEqual(2);
    const headers = document.annexes.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'table' ? [bare(block.columns.map(({ title }) => title).join(''))] : [],
      ),
    );
    const text = office.pages
      .map(({ items }) =>
        bare(
          items
            .filter(({ y }) => y < BOTTOM)
            .map((item) => item.text)
            .join(''),
        ),
      )
      .reduce((all, page) => {
        const repeated = headers.find((header) => page.startsWith(header) && all.includes(header));
        return all + (repeated ? page.slice(repeated.length) : page);
      }, '');
    // Where a mark or a quote is missing in a line's font, LibreOffice writes it behind the line.
    const expected = printedText(document, { ...circular, pictures: false });
    expect(text.replaceAll(MOVED, '')).toBe(expected.replaceAll(MOVED, ''));
    expect(text.match(MOVED)?.toSorted()).toEqual(expected.match(MOVED)?.toSorted());
  });

  test('a letter stays on its page', async () => {
    const { pages } = await openPdf(await saved(zhLetter, 'pdf'));
    expect(pages).toHaveLength(1);
  });

  test.each(CIRCULARS)(
    'saved again, a circular of $document.lang is read back with every figure',
    async ({ document }) => {
      const before = await readDocx(await documentToDocx(document));
      const keys = before.paragraphs.flatMap(({ figures }) => figures.map(({ key }) => key));
      const after = await readDocx(await saved(document, 'docx'), { keys });
      const told = ({ paragraphs }: typeof before) =>
        paragraphs
          .filter(({ text }) => text.trim() !== '')
          .map(({ text, level, under, cell, figures }) => ({
            text,
            level,
            under,
            cell,
            figures: figures.map(({ key, text: words }) => [key, words]),
          }));
      expect(keys.length).toBeGreaterThan(60);
      expect(told(after)).toEqual(told(before));
      expect(after.digest).toBe(document.properties.digest);
    },
  );
});
