import { readFile } from 'node:fs/promises';
import { extractText, getDocumentProxy } from 'unpdf';
import { readDocx } from '../../server/src/rendering/document/index.ts';
import type { Locator, Page } from 'playwright-core';

/** A file that a page handed over. */
export interface Downloaded {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The first file after the start takes its time: fonts and charts are loaded for it. */
const MADE_WITHIN_MS = 60_000;

/** Clicks something that answers with a file. */
export async function download(page: Page, link: Locator): Promise<Downloaded> {
  const [file] = await Promise.all([page.waitForEvent('download', { timeout: MADE_WITHIN_MS }), link.click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** What a PDF says, without spaces, page numbers and what keeps a mark to its figure. */
export async function wordsOfPdf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.replaceAll(/[\s\u2060]+/gu, '').replaceAll(/—\d+—/gu, '');
}

/** What the paragraphs of a DOCX say, without spaces. */
export async function wordsOfDocx(bytes: Uint8Array): Promise<string> {
  const { paragraphs } = await readDocx(bytes);
  return paragraphs.map(({ text }) => text.replaceAll(/\s+/gu, '')).join('\n');
}
