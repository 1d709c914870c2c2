import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { WallchartError } from '../../../domain/errors.ts';
import type { RawRow } from '../cells/raw-cell.ts';
import { openArchive, type Archive } from '../../../reading/archive.ts';
import { readCsv } from './csv-file.ts';
import { detectCsv } from './csv-format.ts';
import { refuse } from '../../../reading/file-refused.ts';
import { LIMITS } from '../../../reading/limits.ts';
import { readCellFormats } from './cell-formats.ts';
import { readWorkbookParts, SPREADSHEET } from './xlsx-parts.ts';
import { NO_LAYOUT, readLayout, type SheetLayout } from './sheet-layout.ts';
import { isSystemFile, refuseOtherArchives, refuseOtherFormats, refuseWorkbooksAmong } from './other-formats.ts';
import { XlsxRows } from './xlsx-rows.ts';
import { readSharedStrings } from './xlsx-strings.ts';
import { decodeXml, xmlWriter } from '../../../reading/xml-stream.ts';

/** One sheet of a source, by whatever name the office gave it. */
export interface SourceSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly bytes: number;
  /** Rows with at least one value, in order, in batches. Can be read again. */
  rows(onBytes?: (bytes: number) => void): AsyncGenerator<RawRow[]>;
  layout(): Promise<SheetLayout>;
}

export interface Source {
  readonly kind: 'xlsx' | 'csv';
  readonly sheets: readonly SourceSheet[];
  /** hex, over the bytes of the file, or over names and bytes of a folder's files */
  readonly sha256: string;
  close(): void;
}

const CSV = new Set(['.csv', '.tsv', '.txt']);

/**
 * Opens a workbook, a zip or folder of CSV files, or one CSV file; by content, not by name.
 *
 * @throws FileRefused if it is none of these, or hostile; WallchartError FILE_NOT_FOUND
 */
export async function openSource(path: string, fileName: string = basename(path)): Promise<Source> {
  const info = await stat(path).catch(() => null);
  if (!info) throw new WallchartError('FILE_NOT_FOUND', `the file or folder ${path} does not exist`);
  if (info.isDirectory()) return openFolder(path);
  const head = await readHead(path);
  if (head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) {
    if (info.size > LIMITS.archiveBytes)
      throw refuse(
        'FILE_TOO_LARGE',
        '文件超过 50 MB。请拆成几个工作簿分别导入，或去掉图片和空行后再存',
        'the file is larger than 50 MB: split it into several workbooks, or save it without pictures and blank rows',
      );
    return openZipped(path);
  }
  refuseOtherFormats(head, info.size);
  if (!CSV.has(extname(fileName).toLowerCase())) {
    throw refuse('NOT_A_WORKBOOK', '不是 .xlsx 工作簿', 'this is not an .xlsx workbook', { value: fileName });
  }
  return csvSource(
    [{ name: stem(fileName), bytes: info.size, open: async () => createReadStream(path) }],
    await hashFiles([path]),
  );
}

const stem = (name: string): string => basename(name, extname(name)).trim();

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1 << 20), 0, 1 << 20, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function hashFiles(paths: readonly string[], names: readonly string[] = []): Promise<string> {
  const hash = createHash('sha256');
  for (const [at, path] of paths.entries()) {
    if (names[at] !== undefined) hash.update(`${names[at]}\0`);
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}

interface CsvPart {
  readonly name: string;
  readonly bytes: number;
  readonly open: () => Promise<AsyncIterable<Buffer>>;
}

function csvSource(parts: readonly CsvPart[], sha256: string, close: () => void = () => undefined): Source {
  if (parts.length === 0) throw refuse('NO_SHEETS', '没有 CSV 文件', 'it contains no CSV file');
  return {
    kind: 'csv',
    sha256,
    close,
    sheets: parts.map(({ name, bytes, open: openPart }) => ({
      name,
      bytes,
      hidden: false,
      layout: async () => NO_LAYOUT,
      async *rows(onBytes = () => undefined) {
        if (bytes > LIMITS.csvBytes)
          throw refuse('FILE_TOO_LARGE', 'CSV 文件过大', 'the CSV file is too large', { sheet: name });
        yield* readCsv(openPart, name, await detectCsv(openPart, name), onBytes);
      },
    })),
  };
}

async function openFolder(folder: string): Promise<Source> {
  const all = (await readdir(folder)).filter((name) => !isSystemFile(name)).sort();
  const names = all.filter((name) => CSV.has(extname(name).toLowerCase()));
  if (names.length === 0) refuseWorkbooksAmong(all, { zh: '文件夹', en: 'folder' });
  const paths = names.map((name) => join(folder, name));
  const parts = await Promise.all(
    paths.map(async (path) => ({
      name: stem(path),
      bytes: (await stat(path)).size,
      open: async () => createReadStream(path),
    })),
  );
  return csvSource(parts, await hashFiles(paths, names));
}

async function openZipped(path: string): Promise<Source> {
  const archive = await openArchive(path);
  try {
    const sha256 = await hashFiles([path]);
    if (archive.part('[Content_Types].xml') && isWorkbook(archive)) return await xlsxSource(archive, sha256);
    await refuseOtherArchives(archive);
    const parts = [...archive.entries.values()]
      .filter(({ name }) => CSV.has(extname(name).toLowerCase()) && !isSystemFile(name))
      .map((entry) => ({
        name: stem(entry.name),
        bytes: entry.bytes,
        open: () => entry.open() as Promise<AsyncIterable<Buffer>>,
      }));
    return csvSource(parts, sha256, () => archive.close());
  } catch (error) {
    archive.close();
    throw error;
  }
}

const isWorkbook = (archive: Archive): boolean =>
  [...archive.entries.keys()].some((key) => key.endsWith('workbook.xml'));

async function xlsxSource(archive: Archive, sha256: string): Promise<Source> {
  const { sheets, from1904, styles, sharedStrings } = await readWorkbookParts(archive);
  const context = {
    from1904,
    formats: await readCellFormats(styles),
    strings: await readSharedStrings(sharedStrings),
  };
  return {
    kind: 'xlsx',
    sha256,
    close: () => archive.close(),
    sheets: sheets.map(({ name, hidden, entry }) => ({
      name,
      hidden,
      bytes: entry.bytes,
      layout: async () => readLayout(decodeXml(await entry.open(), entry.name), name),
      async *rows(onBytes = () => undefined) {
        const handler = new XlsxRows(name, context);
        const write = xmlWriter(handler, entry.name, SPREADSHEET);
        for await (const piece of decodeXml(await entry.open(), entry.name)) {
          write(piece);
          onBytes(piece.length);
          if (handler.rows.length === 0) continue;
          yield handler.rows;
          handler.rows = [];
        }
        write(null);
        if (handler.rows.length > 0) yield handler.rows;
      },
    })),
  };
}
