import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll } from 'vitest';
import { ZipFile } from 'yazl';

type Content = string | Buffer | (() => Iterable<string>);

/** A workbook by its parts; whatever is left out is the least that a workbook needs. */
export interface XlsxParts {
  /** XML inside `<sheetData>` by sheet name */
  readonly sheets?: Readonly<Record<string, Content>>;
  /** merged ranges by sheet name, and XML inside `<cols>` */
  readonly merges?: Readonly<Record<string, readonly string[]>>;
  readonly columns?: Readonly<Record<string, string>>;
  /** sheets that are hidden */
  readonly hidden?: readonly string[];
  readonly from1904?: boolean;
  /** XML inside `<cellXfs>` and `<numFmts>` */
  readonly styles?: { readonly formats?: string; readonly cells: string };
  /** XML inside `<sst>` */
  readonly strings?: Content;
  /** more parts by path */
  readonly more?: Readonly<Record<string, Content>>;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

function* around(before: string, content: Content, after: string): Generator<string> {
  yield before;
  if (typeof content === 'function') yield* content();
  else yield content.toString();
  yield after;
}

const relations = (all: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${all.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

const contentOf = (part: string, type: string): string =>
  `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;

const mergeCells = (ranges: readonly string[]): string =>
  ranges.length === 0
    ? ''
    : `<mergeCells count="${ranges.length}">${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

/** The parts of such a workbook by path. */
export function xlsxParts({
  sheets = {},
  merges = {},
  columns = {},
  hidden = [],
  from1904,
  styles,
  strings,
  more = {},
}: XlsxParts): Record<string, Content> {
  const names = Object.keys(sheets);
  const all = [
    ...names.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
    ['styles', 'styles.xml'] as const,
    ...(strings === undefined ? [] : [['sharedStrings', 'sharedStrings.xml'] as const]),
  ];
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${contentOf('workbook.xml', 'sheet.main')}${all.map(([type, target]) => contentOf(target, type)).join('')}</Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${RELATIONS}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}"${hidden.includes(name) ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(all),
    'xl/styles.xml': `<styleSheet ${MAIN}><numFmts>${styles?.formats ?? ''}</numFmts><fills count="2"><fill/><fill/></fills><cellXfs count="1">${styles?.cells ?? '<xf numFmtId="0"/>'}</cellXfs></styleSheet>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': () => around(`<sst ${MAIN}>`, strings, '</sst>') }),
    ...Object.fromEntries(
      names.map((name, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        () =>
          around(
            `<worksheet ${MAIN}>${columns[name] ? `<cols>${columns[name]}</cols>` : ''}<sheetData>`,
            sheets[name] ?? '',
            `</sheetData>${mergeCells(merges[name] ?? [])}</worksheet>`,
          ),
      ]),
    ),
    ...more,
  };
}

const FEW_BYTES = 16;

/** Writes a zip of these parts. */
export async function writeZip(path: string, parts: Readonly<Record<string, Content>>): Promise<string> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) {
    if (typeof content === 'function')
      zip.addReadStreamLazy(name, (done) => done(null, Readable.from(content(), { objectMode: false })));
    // Packing what is a few bytes long takes longer than all the rest, where there are thousands of it.
    else zip.addBuffer(Buffer.from(content), name, { compress: content.length > FEW_BYTES });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

export const writeXlsx = (path: string, parts: XlsxParts): Promise<string> => writeZip(path, xlsxParts(parts));

/** A row of inline strings. */
export const textRow = (row: number, ...cells: string[]): string =>
  `<row r="${row}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;

/** Gives a test file a folder of its own, removed after. */
export function testFolder() {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wallchart-imports-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  let no = 0;
  const path = (name: string): string => join(folder, name);
  return {
    path,
    xlsx: (parts: XlsxParts): Promise<string> => writeXlsx(path(`${(no += 1)}.xlsx`), parts),
    zip: (parts: Readonly<Record<string, Content>>): Promise<string> => writeZip(path(`${(no += 1)}.zip`), parts),
    file: async (name: string, content: string | Buffer): Promise<string> => {
      await writeFile(path(name), content);
      return path(name);
    },
  };
}
