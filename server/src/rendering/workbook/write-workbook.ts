import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { columnName } from './cell-address.ts';
import { STYLE, STYLES } from './styles.ts';
import { escapeCell, escapeXml, XML_HEAD } from './xml-text.ts';

export interface WrittenCell {
  readonly text: string;
  readonly style?: number;
  /** The text is a decimal and is written as a number. */
  readonly number?: boolean;
  /** Computes the cell; `text` is what it gives. */
  readonly formula?: string;
}

export interface WrittenRow {
  readonly row: number;
  /** pt; as the program has it when left out */
  readonly height?: number;
  readonly cells: readonly (WrittenCell | undefined)[];
}

/** A list of allowed words for a column, from a row down. */
export interface WrittenList {
  readonly column: number;
  readonly fromRow: number;
  readonly words: readonly string[];
  /** where the words stand instead: `'代码表'!$A$2:$A$17` */
  readonly range?: string;
  readonly title: string;
  readonly hint: string;
}

export interface WrittenSheet {
  readonly name: string;
  readonly rows: AsyncIterable<WrittenRow> | Iterable<WrittenRow>;
  /** width in characters and style of blank cells, by column */
  readonly columns?: readonly { readonly width: number; readonly style?: number }[];
  /** rows that stay in sight, and at the head of every printed page */
  readonly frozen?: number;
  readonly lists?: readonly WrittenList[];
  /** cells that are one: `A1:L1` */
  readonly merged?: readonly string[];
  /** cells that lead to a place in the workbook: `'台账'!B3` */
  readonly links?: readonly { readonly cell: string; readonly to: string }[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Written times, so that the same content gives the same bytes. */
const WRITTEN = new Date('2014-01-01T00:00:00Z');

/** On paper: A4 landscape, as wide as the page, as many pages as it takes. */
const PRINTED =
  '<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>';

/** The names by which a spreadsheet knows the rows to print at the head of every page. */
function printTitles(sheets: readonly WrittenSheet[]): string {
  const names = sheets.flatMap(({ name, frozen = 0 }, at) =>
    frozen === 0
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${escapeXml(sheetName(name).replaceAll("'", "''"))}'!$1:$${frozen}</definedName>`,
        ],
  );
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}

/** Rows as the XML of a worksheet; a cell is text unless it is marked as a number, so that codes do not change. */
export async function* sheetXml(
  sheet: WrittenSheet,
  { main, relations } = { main: MAIN, relations: RELATIONS },
): AsyncGenerator<string> {
  const { columns = [], frozen = 0, lists = [], links = [], merged = [] } = sheet;
  let out = `${XML_HEAD}<worksheet xmlns="${main}" xmlns:r="${relations}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`;
  if (frozen > 0) {
    out += `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  }
  if (columns.length > 0) {
    out += `<cols>${columns.map(({ width, style }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${style === undefined ? '' : ` style="${style}"`}/>`).join('')}</cols>`;
  }
  out += '<sheetData>';
  for await (const { row, height, cells } of sheet.rows) {
    out += `<row r="${row}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>`;
    for (const [at, cell] of cells.entries()) if (cell) out += cellXml(`${columnName(at)}${row}`, cell);
    out += '</row>';
    if (out.length < 65_536) continue;
    yield out;
    out = '';
  }
  yield `${out}</sheetData>${mergedXml(merged)}${listsXml(lists)}${linksXml(links)}${PRINTED}</worksheet>`;
}

/** What a spreadsheet keeps of a number; a longer one is written as text and stays exact. */
const MOST_DIGITS = 15;
const isExact = (text: string): boolean => text.replaceAll(/^-?0*|\.|(?<=\..*)0+$/g, '').length <= MOST_DIGITS;

/** What makes a formula of a text, in one spreadsheet or another. */
const FORMULA = /^[=+\-@]/;

function cellXml(ref: string, { text, style = 0, number = false, formula }: WrittenCell): string {
  const at = `<c r="${ref}" s="${style === STYLE.text && FORMULA.test(text) ? STYLE.guarded : style}"`;
  if (text === '') return `${at}/>`;
  if (formula !== undefined) return `${at} t="str"><f>${escapeXml(formula)}</f><v>${escapeXml(text)}</v></c>`;
  if (number && isExact(text)) return `${at}><v>${text}</v></c>`;
  return `${at} t="inlineStr"><is><t xml:space="preserve">${escapeCell(text.slice(0, 32_767))}</t></is></c>`;
}

function mergedXml(merged: readonly string[]): string {
  if (merged.length === 0) return '';
  return `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
}

function listsXml(lists: readonly WrittenList[]): string {
  if (lists.length === 0) return '';
  const each = lists.map(({ column, fromRow, words, range: source, title, hint }) => {
    const range = `${columnName(column)}${fromRow}:${columnName(column)}10000`;
    return `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" promptTitle="${escapeXml(title.slice(0, 32))}" prompt="${escapeXml(hint.slice(0, 255))}" sqref="${range}"><formula1>${escapeXml(source ?? `"${words.join(',')}"`)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${lists.length}">${each.join('')}</dataValidations>`;
}

function linksXml(links: NonNullable<WrittenSheet['links']>): string {
  if (links.length === 0) return '';
  const each = links.map(({ cell, to }) => `<hyperlink ref="${cell}" location="${escapeXml(to)}" display="${cell}"/>`);
  return `<hyperlinks>${each.join('')}</hyperlinks>`;
}

/** A sheet name that spreadsheets accept. */
export const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, '_').slice(0, 31) || 'sheet';

function packWorkbook(sheets: readonly WrittenSheet[]): ZipFile {
  const zip = new ZipFile();
  const add = (name: string, text: string): void => zip.addBuffer(Buffer.from(text), name, { mtime: WRITTEN });
  const part = (at: number): string => `xl/worksheets/sheet${at + 1}.xml`;
  add(
    '[Content_Types].xml',
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${OFFICE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${OFFICE}.styles+xml"/>${sheets.map((_, at) => `<Override PartName="/${part(at)}" ContentType="${OFFICE}.worksheet+xml"/>`).join('')}</Types>`,
  );
  add(
    '_rels/.rels',
    `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  add(
    'xl/workbook.xml',
    `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${escapeXml(sheetName(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets>${printTitles(sheets)}</workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  );
  add('xl/styles.xml', STYLES);
  for (const [at, sheet] of sheets.entries()) {
    zip.addReadStreamLazy(part(at), { mtime: WRITTEN }, (done) =>
      done(null, watched(zip, Readable.from(sheetXml(sheet), { objectMode: false }))),
    );
  }
  zip.end();
  return zip;
}

/** Writes a workbook to a file, row by row. */
export async function writeWorkbookFile(sheets: readonly WrittenSheet[], path: string): Promise<void> {
  await writeZipFile(packWorkbook(sheets), path);
}

/** Writes a zip to a file; fails with what one of its parts fails with. */
export async function writeZipFile(zip: ZipFile, path: string): Promise<void> {
  const abort = new AbortController();
  const written = pipeline(zip.outputStream, createWriteStream(path), { signal: abort.signal });
  try {
    await Promise.race([written, failureOf(zip)]);
  } catch (error) {
    abort.abort();
    await written.catch(() => undefined);
    throw error;
  }
}

/** A workbook as a stream: rows are asked for as they are taken. */
export function workbookStream(sheets: readonly WrittenSheet[]): Readable {
  const zip = packWorkbook(sheets);
  const stream = zip.outputStream as Readable;
  failureOf(zip).catch((error: Error) => stream.destroy(error));
  return stream;
}

/** A workbook in memory, for small ones. */
export const workbookBuffer = (sheets: readonly WrittenSheet[]): Promise<Buffer> => {
  const zip = packWorkbook(sheets);
  return Promise.race([buffer(zip.outputStream as Readable), failureOf(zip)]);
};

/** A stream as a part of a zip. yazl does not listen to the errors of streams, which then would end the process. */
export function watched(zip: ZipFile, stream: Readable): Readable {
  stream.on('error', (error) => (zip as unknown as NodeJS.EventEmitter).emit('error', error));
  return stream;
}

/** yazl tells of a part that fails only by an event. */
export const failureOf = (zip: ZipFile): Promise<never> =>
  new Promise((_, reject) => {
    (zip as unknown as NodeJS.EventEmitter).on('error', reject);
  });
