import { once } from 'node:events';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { cellParser, isFault, type CellParser } from '../cells/cell-parser.ts';
import { isBlank, textOf, type RawRow } from '../cells/raw-cell.ts';
import { rowChecksOf, type RowCheck } from '../checks/row-checks.ts';
import type { ProblemLog } from '../problems.ts';
import { findHeader, isHeaderRow, type FoundColumn, type Header } from '../reading/header.ts';
import { LIMITS } from '../../../reading/limits.ts';
import type { SourceSheet } from '../reading/open-source.ts';
import { columnName } from '../../../exports/workbook/cell-address.ts';
import type { SheetSpec } from '../sheets/index.ts';
import { footRow } from './foot-row.ts';
import { copyIntoStage, copyLine, storedNames } from './stage-table.ts';

export interface StageTask {
  readonly client: PoolClient;
  readonly sheet: SheetSpec;
  readonly source: SourceSheet;
  readonly log: ProblemLog;
  onProgress(rows: number, bytes: number): void;
}

/** A sheet of the file whose rows are staged. */
export interface StagedSheet {
  readonly sheet: SheetSpec;
  /** Rows with content. */
  readonly rows: number;
  /** Stored names of the optional columns that the file does not have: a row that is known already keeps what they hold. */
  readonly kept: ReadonlySet<string>;
}

const FLUSH_AT = 256 * 1024;

/**
 * Reads a sheet, checks every cell and row by itself, and copies the rows into the sheet's staging table. A row with a
 * bad cell is staged with that cell blank and marked `broken`, so that rows that refer to it find it and it is not
 * reported a second time as missing. The staging table must exist.
 */
export async function stageSheet(task: StageTask): Promise<StagedSheet> {
  const { client, sheet, source, log } = task;
  const copy = client.query(copyFrom(copyIntoStage(sheet)));
  let failure: Error | undefined;
  const failed = new Promise<never>((_, reject) => {
    // A lost connection may be reported more than once.
    copy.on('error', (error) => {
      failure ??= error;
      reject(error);
    });
  });
  failed.catch(() => undefined);
  const reader = new SheetRows(sheet, log);
  let pending = '';
  try {
    for await (const batch of source.rows((bytes) => task.onProgress(reader.count, bytes))) {
      pending += reader.lines(batch);
      if (pending.length < FLUSH_AT) continue;
      const more = copy.write(pending);
      pending = '';
      if (!more) await Promise.race([once(copy, 'drain'), failed]);
    }
    copy.end(pending + reader.finish());
    await Promise.race([once(copy, 'finish'), failed]);
  } catch (error) {
    // After a failure the stream cannot be written to, and throws a TypeError of its own.
    const cause = failure ?? error;
    if (!copy.destroyed) copy.destroy(cause instanceof Error ? cause : undefined);
    throw cause;
  }
  return { sheet, rows: reader.count, kept: reader.kept };
}

/** Turns raw rows into lines for COPY; holds back the first rows until the header is found. */
class SheetRows {
  count = 0;
  private header: Header | null = null;
  private missed = false;
  private readonly head: RawRow[] = [];
  private readonly checks: RowCheck;
  private parsers: { column: FoundColumn; parse: CellParser; to: number }[] = [];
  private readonly sheet: SheetSpec;
  private readonly log: ProblemLog;

  constructor(sheet: SheetSpec, log: ProblemLog) {
    this.sheet = sheet;
    this.log = log;
    this.checks = rowChecksOf(sheet);
  }

  get kept(): ReadonlySet<string> {
    const found = new Set(this.header?.columns.map(({ spec }) => spec));
    return new Set(this.sheet.columns.filter((spec) => !spec.required && !found.has(spec)).flatMap(storedNames));
  }

  lines(batch: readonly RawRow[]): string {
    if (this.missed) return '';
    if (this.header) return this.linesOf(batch);
    this.head.push(...batch);
    if (this.head.length < LIMITS.headerWithin) return '';
    return this.begin();
  }

  finish(): string {
    return this.header || this.missed ? '' : this.begin();
  }

  private begin(): string {
    const header = findHeader(this.sheet, this.head.slice(0, LIMITS.headerWithin));
    const rows = this.head.splice(0);
    if (!header) {
      this.missed = true;
      if (rows.length > 0) this.log.add(this.sheet, noHeader(this.sheet, rows[0]));
      return '';
    }
    this.header = header;
    this.log.locate(this.sheet.key, new Map(header.columns.map(({ at, spec }) => [spec.key, columnName(at)])));
    for (const finding of header.findings) this.log.add(this.sheet, finding);
    const order = new Map(this.sheet.columns.map((spec, at) => [spec, at]));
    this.parsers = header.columns.map((column) => ({
      column,
      parse: cellParser(this.sheet, column.spec, column.power),
      to: order.get(column.spec) ?? 0,
    }));
    const body = rows.filter(({ row }) => row > header.row);
    return this.linesOf(body[0] && isHeaderRow(this.sheet, body[0]) ? body.slice(1) : body);
  }

  private linesOf(rows: readonly RawRow[]): string {
    let lines = '';
    for (const row of rows) lines += this.line(row);
    return lines;
  }

  private line({ row, cells }: RawRow): string {
    if (cells.every(isBlank)) return '';
    const foot = footRow({ row, cells }, this.header?.columns ?? []);
    if (foot) {
      this.log.add(this.sheet, foot);
      return '';
    }
    this.count += 1;
    const parsed: (string | null)[] = Array.from({ length: this.sheet.columns.length }, () => null);
    let broken = false;
    for (const { column, parse, to } of this.parsers) {
      const cell = cells[column.at];
      const value = parse(cell);
      if (!isFault(value)) parsed[to] = value;
      else {
        this.log.add(this.sheet, { ...value, row, column: column.spec.key, value: textOf(cell) });
        broken = true;
      }
    }
    for (const finding of this.checks(parsed)) {
      this.log.add(this.sheet, { ...finding, row });
      broken ||= finding.severity !== 'warning';
    }
    return copyLine(this.sheet, row, broken, parsed);
  }
}

const noHeader = (sheet: SheetSpec, first: RawRow | undefined) => ({
  row: first?.row ?? null,
  code: 'HEADER_NOT_FOUND',
  expected: {
    zh: `含“${sheet.columns
      .slice(0, 3)
      .map((column) => column.zh)
      .join('、')}”等列名的表头`,
    en: `a header row with ${sheet.columns
      .slice(0, 3)
      .map((column) => column.key)
      .join(', ')}, …`,
  },
  message: { zh: `前${LIMITS.headerWithin}行中没有表头`, en: `no header among the first ${LIMITS.headerWithin} rows` },
});
