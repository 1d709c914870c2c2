import { comparable, narrow } from '../../../domain/narrow.ts';
import { isBlank, textOf, type RawRow } from '../cells/raw-cell.ts';
import type { Finding } from '../../../recording/problems.ts';
import type { ColumnSpec, SheetSpec } from '../../../ledger/sheets/index.ts';
import { columnName } from '../../../rendering/workbook/cell-address.ts';
import { matchHeader, plainName, type Matched } from './column-name.ts';
import {
  countUnit,
  inTwoRows,
  missing,
  otherUnit,
  twice,
  unclearUnit,
  unitOfTitle,
  unknownColumn,
  unknownUnit,
} from './header-findings.ts';
import { namesCountUnit, titleUnits, unitsIn, type TitleUnit } from './money-unit.ts';
import { isNote, passedOver, PASSED_OVER, type PassedOver } from './passed-over-columns.ts';
import type { Merge } from './sheet-layout.ts';

/** A column of the file that holds a column of the sheet; `power` is its unit as a power of ten yuan (万元: 4). */
export interface FoundColumn {
  readonly at: number;
  readonly spec: ColumnSpec;
  readonly power: number;
  /** whether the header names that unit */
  readonly named?: boolean;
}

export interface Header {
  /** its last row */
  readonly row: number;
  readonly columns: readonly FoundColumn[];
  /** what stands above each column that has a header, also those that are skipped or that no one knows */
  readonly headed: ReadonlyMap<number, string>;
  /** columns that are skipped, and why: 序号, 单位名称 */
  readonly passedOver: ReadonlyMap<number, PassedOver>;
  /** keys of amount columns whose unit is named nowhere */
  readonly withoutUnit: readonly string[];
  readonly findings: readonly Finding[];
}

/** A header cell; of a header over two rows the lower one, which the upper one may complete. */
interface Label {
  readonly at: number;
  readonly row: number;
  readonly written: string;
  readonly match: Matched | null;
}

const placeOf = ({ at, row, written }: Label) => ({ row, cell: `${columnName(at)}${row}`, value: narrow(written) });

const labelsOf = (sheet: SheetSpec, { row, cells }: RawRow): Label[] =>
  [...cells.entries()].flatMap(([at, cell]) =>
    isBlank(cell) ? [] : [{ at, row, written: textOf(cell), match: matchHeader(sheet, textOf(cell)) }],
  );

const knownOf = (labels: readonly Label[]): number => labels.filter(({ match }) => match !== null).length;

/** How many of the cells are headers of the sheet's columns. */
export const knownHeaders = (sheet: SheetSpec, cells: RawRow['cells']): number =>
  cells.filter((cell) => !isBlank(cell) && matchHeader(sheet, textOf(cell)) !== null).length;

/** Whether a row repeats the header, as bilingual workbooks do. */
export const isHeaderRow = (sheet: SheetSpec, row: RawRow): boolean => knownOf(labelsOf(sheet, row)) >= 2;

/** Whether a row below the table's head says the same header again, as printed pages do. */
export function repeatsHeader(sheet: SheetSpec, { columns, headed }: Header, { cells }: RawRow): boolean {
  let same = 0;
  for (const { at, spec, power } of columns) {
    if (isBlank(cells[at])) continue;
    same += 1;
    const text = textOf(cells[at]);
    if (comparable(text) === headed.get(at)) continue;
    const match = matchHeader(sheet, text);
    // most rows differ from a header in their first cell
    if (match?.spec !== spec || (match.named && match.power !== power)) return false;
  }
  return same >= 2;
}

/** Amounts under a repeated header, usually in the other language, in another unit. */
export const otherUnits = (sheet: SheetSpec, { columns }: Header, row: RawRow): Finding[] =>
  labelsOf(sheet, row).flatMap((label) => {
    const column = columns.find(({ spec }) => spec === label.match?.spec);
    if (!column || !label.match?.named || label.match.power === column.power) return [];
    return [{ ...placeOf(label), column: column.spec.key, ...unclearUnit([]) }];
  });

/** A remark below the table that names the unit of its amounts, where nothing above them does. */
export const unitBelow = ({ withoutUnit }: Header, { row, cells }: RawRow): Finding[] => {
  const at = cells.findIndex((cell) => unitsIn(textOf(cell)).some((power) => power !== 0));
  const [column] = withoutUnit;
  if (at < 0 || column === undefined) return [];
  const wording = { cell: `${columnName(at)}${row}`, value: textOf(cells[at]) };
  return [{ row, ...wording, column, ...unclearUnit([wording]) }];
};

/**
 * Finds the header among the first rows of a sheet: the row, or two rows, that name most of its columns, two at least.
 * Title rows above it are skipped, but for the money unit that they name.
 */
export function findHeader(sheet: SheetSpec, rows: readonly RawRow[], merges: readonly Merge[] = []): Header | null {
  let best: { at: number; labels: Label[] } | null = null;
  for (const [at, row] of rows.entries()) {
    const labels = labelsOf(sheet, row);
    if (knownOf(labels) > (best ? knownOf(best.labels) : 1)) best = { at, labels };
  }
  if (!best) return null;
  const found = best;
  const [twoRows] = [found.at - 1, found.at]
    .flatMap((at) => {
      const pair = overTwoRows(sheet, rows[at], rows[at + 1], merges);
      const least = knownOf(found.labels) + (pair?.spansRows ? 0 : 1);
      return pair && knownOf(pair.labels) >= least ? [{ at: at + 1, labels: pair.labels }] : [];
    })
    .sort((a, b) => knownOf(b.labels) - knownOf(a.labels));
  const chosen = twoRows ?? found;
  const headerRow = rows[chosen.at]?.row ?? 0;
  const units = titleUnits(rows.slice(0, chosen.at), headerRow, merges);
  const read = readHeader(sheet, headerRow, chosen.labels, units);
  const header = { ...read, findings: [...countUnits(read, rows.slice(0, chosen.at)), ...read.findings] };
  return twoRows ? { ...header, findings: [inTwoRows(headerRow), ...header.findings] } : header;
}

/** Titles that say that counts are given in thousands: none is read so. */
function countUnits({ columns }: Header, titles: readonly RawRow[]): Finding[] {
  const count = columns.find(({ spec }) => spec.type.kind === 'count');
  if (!count) return [];
  return titles.flatMap(({ row, cells }) =>
    [...cells.entries()].flatMap(([at, cell]) =>
      namesCountUnit(textOf(cell))
        ? [{ row, cell: `${columnName(at)}${row}`, value: textOf(cell), column: count.spec.key, ...countUnit }]
        : [],
    ),
  );
}

/**
 * Reads two rows as one header: names that stand in the lower row below a group (资金 above 概算 and 到位), the rest in the
 * upper. Null where they are no such pair: nothing stands in the lower row but below a group, and it is not data.
 */
function overTwoRows(
  sheet: SheetSpec,
  upper: RawRow | undefined,
  lower: RawRow | undefined,
  merges: readonly Merge[],
): { readonly labels: Label[]; readonly spansRows: boolean } | null {
  if (!upper || !lower || lower.row !== upper.row + 1) return null;
  const labels: Label[] = [];
  let group = '';
  let beneath = 0;
  for (let at = 0; at < Math.max(upper.cells.length, lower.cells.length); at += 1) {
    const above = textOf(upper.cells[at]);
    if (above.trim() !== '') group = above;
    const own = lower.cells[at];
    if (isBlank(own)) {
      if (above.trim() === '') continue;
      labels.push({ at, row: upper.row, written: above, match: matchHeader(sheet, above) });
    } else {
      if (typeof own !== 'string') return null;
      const match = [plainName(group) + own, own + plainName(group), own]
        .map((name) => matchHeader(sheet, name))
        .find((found) => found !== null);
      const upperMatch = matchHeader(sheet, above);
      if (upperMatch && upperMatch.spec !== match?.spec && !spansColumns(merges, upper.row, at)) return null;
      if (match && !upperMatch) beneath += 1;
      labels.push({ at, row: lower.row, written: own, match: match ?? null });
    }
  }
  const spansRows = merges.some((one) => one.top === upper.row && one.bottom === lower.row);
  return beneath > 0 || spansRows ? { labels, spansRows } : null;
}

const spansColumns = (merges: readonly Merge[], row: number, at: number): boolean =>
  merges.some((one) => one.top === row && one.left <= at && at <= one.right && one.right > one.left);

function readHeader(sheet: SheetSpec, row: number, labels: readonly Label[], units: readonly TitleUnit[]): Header {
  const columns: FoundColumn[] = [];
  const findings: Finding[] = [];
  const ignored = new Map<number, PassedOver>();
  const withoutUnit: string[] = [];
  const has = (spec: ColumnSpec): boolean => columns.some((column) => column.spec === spec);
  const note = sheet.columns.find(({ key }) => key === 'note');
  const noteNamed = labels.some(({ match }) => match?.spec === note);
  for (const label of labels) {
    const place = placeOf(label);
    const match =
      label.match ??
      (note && !noteNamed && !has(note) && isNote(label.written) ? { spec: note, power: 0, named: true } : null);
    if (!match) {
      const passed = passedOver(sheet, label.written);
      if (passed) ignored.set(label.at, passed);
      // names are checked against the codes, row by row
      if (passed !== 'names')
        findings.push({ ...place, ...(passed ? PASSED_OVER[passed] : unknownColumn(sheet, label.written)) });
    } else if (match.power === null) {
      findings.push({
        ...place,
        column: match.spec.key,
        ...(match.spec.type.kind === 'count' ? countUnit : unknownUnit),
      });
    } else if (has(match.spec)) findings.push({ ...place, column: match.spec.key, ...twice });
    else {
      const unit = match.spec.type.kind === 'money' ? unitFor(label, match, units) : { power: match.power };
      if (unit.finding) findings.push({ ...place, column: match.spec.key, ...unit.finding });
      if (match.spec.type.kind === 'money' && !match.named && units.length === 0) withoutUnit.push(match.spec.key);
      columns.push({
        at: label.at,
        spec: match.spec,
        power: unit.power,
        named: match.named || (match.spec.type.kind === 'money' && units.length > 0),
      });
    }
  }
  for (const spec of sheet.columns) {
    if (spec.required && !columns.some((column) => column.spec === spec)) findings.push({ row, ...missing(spec) });
  }
  return {
    row,
    columns,
    headed: new Map(labels.map(({ at, written }) => [at, comparable(written)])),
    passedOver: ignored,
    withoutUnit,
    findings,
  };
}

/** The unit of an amount column: its own, else the one of the title. */
function unitFor(
  { at }: Label,
  { power, named }: Matched,
  units: readonly TitleUnit[],
): { readonly power: number; readonly finding?: Omit<Finding, 'row'> & { readonly row?: number } } {
  const own = power ?? 0;
  const above = units.filter(({ from, to }) => from <= at && at <= to);
  if (named) {
    const other = above.find((unit) => unit.power !== own);
    return other ? { power: own, finding: otherUnit(other) } : { power: own };
  }
  const unknown = units.find((unit) => unit.power === null);
  if (unknown)
    return { power: own, finding: { cell: unknown.cell, row: unknown.row, value: unknown.value, ...unknownUnit } };
  // a unit that stands above other columns only may be meant for this one as well
  const [first] = above;
  if (units.length > 0 && (!first || above.some((unit) => unit.power !== first.power)))
    return { power: own, finding: unclearUnit(units) };
  if (!first || first.power === null || first.power === 0) return { power: own };
  return { power: first.power, finding: unitOfTitle(first) };
}
