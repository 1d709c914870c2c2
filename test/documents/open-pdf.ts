import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

export interface PdfItem {
  readonly text: string;
  /** From the page's left and upper edge to the text's left end and baseline, and how far it reaches, in pt. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
}

/** A page by its texts alone. */
export interface PdfText {
  readonly width: number;
  readonly height: number;
  /** In the order of the content. */
  readonly items: readonly PdfItem[];
}

export interface PdfPage extends PdfText {
  readonly tags: readonly string[];
}

export interface OpenPdf {
  readonly pages: readonly PdfPage[];
  /** PostScript names of the fonts and whether the file brings them. */
  readonly fonts: ReadonlyMap<string, boolean>;
  readonly info: Readonly<Record<string, unknown>>;
  readonly lang: string | null;
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;
interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
}

/** Reads a PDF for what a reader sees of it. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const fonts = new Map<string, boolean>();
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1)
    pages.push(await readPage(await pdf.getPage(number), fonts));
  const { info } = await pdf.getMetadata();
  const lang = ((await pdf.getMetadata()).info as { Language?: string | null }).Language ?? null;
  await pdf.cleanup();
  return { pages, fonts, info: info as Readonly<Record<string, unknown>>, lang };
}

/** Reads the pages of a PDF for their texts alone, without its fonts and tags, which take longer. */
export async function textsOfPdf(bytes: Uint8Array): Promise<PdfText[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages: PdfText[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await readText(await pdf.getPage(number)));
  await pdf.cleanup();
  return pages;
}

async function readPage(page: Page, fonts: Map<string, boolean>): Promise<PdfPage> {
  const text = await readText(page);
  await loadFonts(page, fonts);
  const tree = (await page.getStructTree()) as Node | null;
  return { ...text, tags: tree ? roles(tree) : [] };
}

async function readText(page: Page): Promise<PdfText> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const { items } = await page.getTextContent();
  return {
    width: right - left,
    height: top - bottom,
    items: items.flatMap((item) => {
      if (!('str' in item) || item.str === '') return [];
      const [, , , size = 0, x = 0, y = 0] = item.transform as number[];
      return [{ text: item.str, x, y: top - y, width: item.width, size, font: item.fontName }];
    }),
  };
}

async function loadFonts(page: Page, fonts: Map<string, boolean>): Promise<void> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  fnArray.forEach((operation, index) => {
    if (operation !== OPS.setFont) return;
    const [name] = argsArray[index] as [string];
    const font = page.commonObjs.get(name) as { name: string; missingFile?: boolean };
    fonts.set(font.name, font.missingFile !== true);
  });
}

const roles = ({ role, children = [] }: Node): string[] => [...(role ? [role] : []), ...children.flatMap(roles)];

/** Items of a page by their baseline, from above: the lines as they stand. */
export function linesOf(items: readonly PdfItem[]): { readonly y: number; readonly text: string }[] {
  const lines: { y: number; text: string }[] = [];
  for (const item of items) {
    const line = lines.find(({ y }) => Math.abs(y - item.y) < 1);
    if (line) line.text += item.text;
    else lines.push({ y: item.y, text: item.text });
  }
  return lines.filter(({ text }) => text.trim() !== '').toSorted((one, other) => one.y - other.y);
}
