import { once } from 'node:events';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { cellParser, isFault, type CellParser } from '../cells/cell-parser.ts';
import { isBlank, textOf, type RawCell, type RawRow } from '../cells/raw-cell.ts';
import { seen } from '../cells/shown.ts';
import { rowChecksOf, type RowCheck } from '../../../recording/checks/row-checks.ts';
import type { Finding, ProblemLog } from '../../../recording/problems.ts';
import {
  findHeader,
  isHeaderRow,
  otherUnits,
  repeatsHeader,
  unitBelow,
  type FoundColumn,
  type Header,
} from '../reading/header.ts';
import { LIMITS } from '../../../reading/limits.ts';
import type { SourceSheet } from '../reading/open-source.ts';
import { NO_LAYOUT, rangeName, type SheetLayout } from '../reading/sheet-layout.ts';
import { columnName } from '../../../rendering/workbook/cell-address.ts';
import { ACTION, type SheetSpec } from '../../../ledger/sheets/index.ts';
import { footRow } from './foot-row.ts';
import { headRow, repeatedHeader } from './head-row.ts';
import { hiddenColumns, hiddenRows, noColumnHeader, noHeader, struckRows } from './sheet-findings.ts';
import { MergedCells } from './merged-cells.ts';
import { unitKeyOf, UnitNames, type UnitName } from './unit-names.ts';
import type { Known } from './known.ts';
import { copyIntoStage, copyLine, storedNames, type StagedRows } from '../../../recording/writer/stage-table.ts';

export interface StageTask {
  readonly client: PoolClient;
  readonly sheet: SheetSpec;
  readonly source: SourceSheet;
  readonly log: ProblemLog;
  readonly known: Known;
  onProgress(rows: number, bytes: number): void;
}

/** A sheet of the file whose rows are staged. */
export interface StagedSheet extends StagedRows {
  /** names of units beside their codes */
  readonly names: readonly UnitName[];
}

const FLUSH_AT = 256 * 1024;

/**
 * Reads a sheet, checks every cell and row on its own, and copies the rows into the sheet's staging table. A row with a
 * bad cell is staged with that cell blank and marked `broken`, so that rows that refer to it find it and it is not
 * reported a second time as missing. The staging table must exist.
 */
export async function stageSheet(task: StageTask): Promise<StagedSheet> {
  const { client, sheet, source, log } = task;
  const layout = await source.layout();
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
  const reader = new SheetRows(sheet, log, layout, task.known);
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
  const { count: rows, withdrawn, kept, unitNames } = reader;
  return { sheet, rows, withdrawn, kept, names: unitNames.all };
}

/** The first of some rows, and how many there are. */
class CountedRows {
  first = 0;
  count = 0;

  add(row: number): void {
    this.first ||= row;
    this.count += 1;
  }
}

/** Turns raw rows into lines for COPY; holds back the first rows until the header is found. */
class SheetRows {
  count = 0;
  withdrawn = 0;
  private header: Header | null = null;
  private missed = false;
  private readonly head: RawRow[] = [];
  private readonly titles = new Set<string>();
  private readonly checks: RowCheck;
  /** place of the column that tells the unit of a row */
  private readonly unitKey: number;
  private parsers: { column: FoundColumn; parse: CellParser; to: number }[] = [];
  private merged: MergedCells | null = null;
  private names: readonly number[] = [];
  unitNames = new UnitNames([]);
  private readonly unheaded = new Set<number>();
  private readonly hidden = new CountedRows();
  private readonly struck = new CountedRows();

  constructor(
    private readonly sheet: SheetSpec,
    private readonly log: ProblemLog,
    private readonly layout: SheetLayout,
    private readonly known: Known,
  ) {
    this.checks = rowChecksOf(sheet);
    this.unitKey = sheet.columns.findIndex(({ key }) => key === unitKeyOf(sheet));
  }

  get kept(): ReadonlySet<string> {
    const found = new Set(this.header?.columns.map(({ spec }) => spec));
    return new Set(this.sheet.columns.filter((spec) => !spec.required && !found.has(spec)).flatMap(storedNames));
  }

  lines(batch: readonly RawRow[]): string {
    if (this.missed) return '';
    if (this.header) return this.linesOf(batch, this.header);
    this.head.push(...batch);
    if (this.head.length < LIMITS.headerWithin) return '';
    return this.begin();
  }

  finish(): string {
    const lines = this.header || this.missed ? '' : this.begin();
    if (this.hidden.count > 0) this.add(hiddenRows(this.hidden));
    if (this.struck.count > 0) this.add(struckRows(this.struck));
    return lines;
  }

  private add(...findings: readonly Finding[]): void {
    for (const finding of findings) this.log.add(this.sheet, finding);
  }

  private begin(): string {
    const { merges } = this.layout;
    const header = findHeader(this.sheet, this.head.slice(0, LIMITS.headerWithin), merges);
    const rows = this.head.splice(0);
    if (!header) {
      this.missed = true;
      if (rows.length > 0) this.add(noHeader(this.sheet, rows[0]));
      return '';
    }
    this.header = header;
    this.log.locate(
      this.sheet.key,
      new Map(header.columns.map(({ at, spec }) => [spec.key, columnName(at)])),
      [...header.headed.values()].some((label) => /\p{Script=Han}/u.test(label)),
    );
    this.add(...header.findings);
    const unseen = header.columns.filter(({ at }) =>
      this.layout.hiddenColumns.some(({ from, to }) => from <= at && at <= to),
    );
    if (unseen.length > 0) this.add(hiddenColumns(header, unseen));
    const order = new Map(this.sheet.columns.map((spec, at) => [spec, at]));
    this.parsers = header.columns.map((column) => ({
      column,
      parse: this.parserOf(column),
      to: order.get(column.spec) ?? 0,
    }));
    this.names = [...header.passedOver].flatMap(([at, why]) => (why === 'names' ? [at] : []));
    this.unitNames = new UnitNames(this.names);
    this.merged = new MergedCells(merges, header.row, header.columns, (finding) => this.add(finding));
    for (const row of rows) if (row.row < header.row) this.titles.add(wholeText(row));
    const body = rows.filter(({ row }) => row > header.row);
    if (!body[0] || !isHeaderRow(this.sheet, body[0])) return this.linesOf(body, header);
    this.add(...otherUnits(this.sheet, header, body[0]));
    this.merged.pass(body[0], repeatedHeader(body[0]));
    return this.linesOf(body.slice(1), header);
  }

  private linesOf(rows: readonly RawRow[], header: Header): string {
    let lines = '';
    for (const row of rows) lines += this.line(row, header);
    return lines;
  }

  private line(raw: RawRow, header: Header): string {
    const { row, cells } = raw;
    // rows are often numbered beforehand
    if (cells.every((cell, at) => isBlank(cell) || header.passedOver.get(at) === 'counts')) return '';
    const passed = this.passedOver(raw, header);
    if (passed) {
      this.add(passed);
      this.merged?.pass(raw, passed);
      if (passed.code === 'REMARK_ROW') this.add(...unitBelow(header, raw));
      return '';
    }
    this.count += 1;
    if (raw.hidden) this.hidden.add(row);
    this.reportUnheaded(raw, header);
    const shown = this.merged?.shown(raw) ?? { cells, unclear: new Set<number>() };
    const parsed: (string | null)[] = Array.from({ length: this.sheet.columns.length }, () => null);
    const withdrawn = this.isWithdrawn(shown.cells);
    if (withdrawn) this.withdrawn += 1;
    else if (raw.struck) this.struck.add(row);
    let broken = false;
    for (const { column, parse, to } of this.parsers) {
      if (withdrawn && !column.spec.identity) continue;
      if (shown.unclear.has(column.at)) {
        broken = true;
        continue;
      }
      const cell = shown.cells[column.at];
      const value = parse(cell);
      if (!isFault(value)) {
        parsed[to] = value;
        continue;
      }
      this.add({ ...value, row, column: column.spec.key, value: seen(cell) });
      if (value.severity === 'warning') parsed[to] = value.read ?? null;
      else broken = true;
    }
    this.unitNames.add(raw, parsed[this.unitKey]);
    for (const finding of withdrawn ? [] : this.checks(parsed)) {
      this.add({ ...finding, row });
      broken ||= finding.severity !== 'warning';
    }
    return copyLine(this.sheet, { row, broken, withdrawn, cells: parsed });
  }

  private isWithdrawn(cells: readonly RawCell[]): boolean {
    const action = this.parsers.find(({ column }) => column.spec === ACTION);
    return action !== undefined && action.parse(cells[action.column.at]) === 'withdraw';
  }

  /** The warning of a row that holds no entry: a total, a remark, column numbers, the header again. */
  private passedOver(raw: RawRow, header: Header): Finding | null {
    const foot = footRow(raw, header.columns, this.names);
    if (foot) return foot;
    const again = repeatsHeader(this.sheet, header, raw) || (this.titles.size > 0 && this.titles.has(wholeText(raw)));
    if (again) return repeatedHeader(raw);
    const beforeRows = this.count === 0;
    return beforeRows && header.columns.some((column) => this.isUnreadable(raw, column)) ? headRow(raw) : null;
  }

  /** Asked of a parser of its own: what a parser has warned of once it does not say again. */
  private isUnreadable({ cells }: RawRow, column: FoundColumn): boolean {
    const parsed = this.parserOf(column)(cells[column.at]);
    return isFault(parsed) && parsed.severity !== 'warning';
  }

  private parserOf({ spec, power, named }: FoundColumn): CellParser {
    return cellParser(this.sheet, spec, { power, named, ...this.known });
  }

  /** Says once of each column that it has data and no header, which no one could know the meaning of. */
  private reportUnheaded({ row, cells }: RawRow, { headed, row: headerRow }: Header): void {
    for (const [at, cell] of cells.entries()) {
      if (headed.has(at) || this.unheaded.has(at) || isBlank(cell)) continue;
      this.unheaded.add(at);
      const over = this.layout.merges.find(
        ({ top, bottom, left, right }) => top <= headerRow && headerRow <= bottom && left < at && at <= right,
      );
      this.add(
        noColumnHeader({ row, at, value: textOf(cell), over: over && rangeName(over), csv: this.layout === NO_LAYOUT }),
      );
    }
  }
}

const wholeText = ({ cells }: RawRow): string => cells.map(textOf).join('\t').trim();
