import { sql } from 'kysely';
import { WallchartError } from '../domain/errors.ts';
import { childOf, dayColumnOf, periodOf } from './aggregate.ts';
import type { Base, Measure } from './base.ts';
import type { EvidencePage, EvidenceRow, Page, Part, ReportKey } from './engine.types.ts';
import type { Dimension } from './dimension.ts';
import type { Metric } from './metric.ts';
import type { MetricId } from './registry.ts';
import { columnsOf, readColumns, rowSource, unitOf, type RowShape } from './row-source.ts';
import { emptyTally, isOfPlaces, writeSum } from './rollup.ts';
import { byDays, type ReportGroup, type Runner } from './runner.ts';
import { all, quoted, raw, type Sql } from '../database/sql.ts';
import { slot } from './slots.ts';

/** What decides the text of a statement that lists the rows behind a figure. */
export interface EvidenceShape extends RowShape {
  readonly measure: Measure;
  /** The cell of a breakdown that is asked for, or the whole. */
  readonly by: Dimension | null;
  readonly unassigned: boolean;
}

interface Found {
  readonly sheet: string;
  readonly unit: string;
  readonly case_no: string | null;
  readonly effective_on: string | null;
  readonly contribution: string | null;
  readonly source: string | null;
  readonly recorded_at: string;
  readonly cells: readonly (string | null)[];
  readonly illustrative: boolean;
  readonly total: string;
  readonly sum: string | null;
  /** The day of the series. */
  readonly day?: string;
}

/** Condition that a row lies in the asked cell, and the columns that it needs. */
function inPart({ base, measure, by, unassigned, level }: EvidenceShape): { where: Sql[]; columns: string[] } {
  if (by === null) return { where: [], columns: [] };
  const one = (key: Sql) => [unassigned ? sql`${key} is null` : sql`${key} = ${slot('key')}`];
  if (by === 'CHILD_UNIT') return { where: one(childOf({ level })), columns: [] };
  if (by === 'WEEK' || by === 'MONTH') {
    const column = dayColumnOf(measure);
    return { where: one(periodOf(by, base.columns[column]!.sql)), columns: [column] };
  }
  const { column, overlapping } = base.dimensions[by]!;
  if (overlapping) {
    return {
      where: [unassigned ? raw('false') : sql`${slot('key')} = any (${base.columns[overlapping]!.sql})`],
      columns: [overlapping],
    };
  }
  return { where: one(base.columns[column!]!.sql), columns: [column!] };
}

/** The statement that lists the rows behind a measure, with what each contributes and what all come to. */
export function evidence(shape: EvidenceShape): Sql {
  const { base, measure, by } = shape;
  const row = base.drawsItself ? 'u' : 'r';
  const { where, amount } = (by === null ? null : measure.part?.(by)) ?? measure;
  const part = inPart(shape);
  const conditions = where ? [readColumns(base, where).sql] : [];
  const contribution = amount ? readColumns(base, amount).sql : raw('1');
  const cells = Object.values(base.cells).map((cell) => sql`(${cell})::text`);
  const day = shape.series ? raw(", to_char(at.day, 'YYYY-MM-DD') as day") : sql``;
  const inner = sql`select ${base.sheetOf ?? quoted(base.sheet)} as sheet, ${base.unitCode} as unit,
  ${base.caseNo ?? raw('null::text')} as case_no, ${base.effectiveOn ?? raw('null::date')}::text as effective_on,
  ${contribution} as contribution, case i.channel when 'form' then 'form' else i.file_name || ', row ' || ${raw(row)}.source_row end as source,
  to_char(${raw(row)}.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at,
  array[${all(cells, ', ')}] as cells, ${raw(row)}.illustrative <> '{}' as illustrative, ${raw(row)}.id${day}
${rowSource(
  shape,
  new Set([...columnsOf(by, measure), ...part.columns]),
  [sql`${unitOf(shape)} = any (${slot('units')}::text[])`, ...conditions, ...part.where],
  { joins: base.cellJoins ?? [], laterals: [raw(`left join import_run i on i.id = ${row}.import_id`)] },
)}`;
  return sql`${raw(`/* metrics:rows of ${base.name} */`)}
select x.sheet, x.unit, x.case_no, x.effective_on, x.contribution::text, x.source, x.recorded_at, x.cells, x.illustrative,
  count(*) over ()::text as total, (sum(x.contribution) over ())::text as sum${shape.series ? raw(', x.day') : sql``}
from (${inner}) x
order by ${shape.series ? raw('x.day, ') : sql``}x.unit, x.case_no, x.effective_on, x.id
limit ${slot('first')}::integer offset ${slot('skip')}::integer`;
}

const cursorOf = (place: number): string => Buffer.from(`row ${place}`).toString('base64url');

function placeOf(cursor: string | null): number {
  if (cursor === null) return 0;
  const place = /^row ([0-9]{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!place) throw new WallchartError('BAD_CURSOR', 'This cursor does not belong to a list of rows.', { cursor });
  return Number(place[1]);
}

const present = (base: Base, measure: Measure, row: Found, place: number): EvidenceRow => ({
  sheet: row.sheet,
  unit: row.unit,
  caseNo: row.case_no,
  effectiveOn: row.effective_on,
  contribution: writeSum(measure, row.contribution),
  source: row.source,
  recordedAt: row.recorded_at,
  cells: Object.keys(base.cells).map((column, i) => ({ column, value: row.cells[i] ?? null })),
  illustrative: row.illustrative,
  cursor: cursorOf(place),
});

/** @throws BAD_INPUT for a figure of which no entry is expected, or a part that is no place */
function measureMissing({ id, coverage }: Metric, { by = null, den = false }: Part): Measure {
  if (coverage && !den && isOfPlaces(by)) return coverage.missing;
  throw new WallchartError(
    'BAD_INPUT',
    `${id} has no list of missing entries here: ask for it where \`coverage\` is not null, whole, by child unit or by kind of unit.`,
    { metric: id },
  );
}

function measureRequested(runner: Runner, id: MetricId, part: Part | null): Measure {
  const by = part?.by ?? null;
  const metric = by === null ? runner.metrics([id])[0]! : runner.metricsBy([id], by)[0]!;
  if (part?.missing === true) return measureMissing(metric, part);
  if (part?.den !== true) return metric.numerator;
  if (metric.denominator) return metric.denominator;
  throw new WallchartError('BAD_INPUT', `${id} is not a ratio and has no denominator.`, { metric: id });
}

const shapeOf = (
  runner: Runner,
  group: ReportGroup,
  measure: Measure,
  part: Part | null,
  series: boolean,
): EvidenceShape => ({
  base: measure.base,
  measure,
  by: part?.by ?? null,
  unassigned: part?.unassigned ?? false,
  level: group.level,
  known: group.knownAt !== null,
  scoped: runner.scoped,
  series,
});

const nameOf = ({ base, measure, level, by, unassigned, known, scoped, series }: EvidenceShape): string =>
  `rows ${base.name} ${measure.name} ${level} ${by} ${[unassigned, known, scoped, series].join()}`;

/**
 * The rows behind a figure: of its numerator, or of its denominator if the part says so; of the whole, or of one cell
 * of a breakdown. The contributions sum to the figure exactly.
 *
 * @throws BAD_CURSOR, BAD_INPUT, DIMENSION_NOT_AVAILABLE, UNKNOWN_METRIC, UNKNOWN_UNIT
 */
export async function rows(
  runner: Runner,
  key: ReportKey,
  id: MetricId,
  part: Part | null,
  page: Page,
): Promise<EvidencePage> {
  const measure = measureRequested(runner, id, part);
  const { base } = measure;
  const group = (await runner.group([key]))[0]!;
  const shape = shapeOf(runner, group, measure, part, false);
  const query = (first: number, skip: number) =>
    runner.run<Found>(nameOf(shape), () => evidence(shape), {
      ...runner.values(group),
      key: part?.key ?? null,
      first,
      skip,
    });
  const skip = placeOf(page.after);
  const found = await query(page.first, skip);
  // Totals come with the rows; a page beyond the last has to ask for them.
  const totals = found[0] ?? (skip > 0 ? (await query(1, 0))[0] : undefined);
  const totalCount = Number(totals?.total ?? 0);
  const listed = found.map((row, i) => present(base, measure, row, skip + i + 1));
  return {
    rows: listed,
    totalCount,
    sum: totals ? writeSum(measure, totals.sum ?? emptyTally(measure).sum) : emptyTally(measure).sum,
    hasNextPage: skip + listed.length < totalCount,
    endCursor: listed.at(-1)?.cursor ?? null,
  };
}

/** Rows of a day that one statement brings. */
const BATCH = 1000;

/**
 * Every row behind a figure of each report, or behind one cell of its breakdown, in their order. Reports of one unit
 * that differ in their day only are asked together.
 *
 * @throws BAD_INPUT, DIMENSION_NOT_AVAILABLE, UNKNOWN_METRIC, UNKNOWN_UNIT
 */
export async function everyRows(
  runner: Runner,
  keys: readonly ReportKey[],
  id: MetricId,
  part: Part | null,
): Promise<EvidenceRow[][]> {
  const measure = measureRequested(runner, id, part);
  const result = keys.map((): EvidenceRow[] => []);
  const groups = await runner.group(keys);
  const ofUnits = groups.flatMap((group) => group.units.map((unit) => oneUnit(group, unit)));
  await Promise.all(
    byDays(ofUnits).map(async (some) => {
      const found = Map.groupBy(await rowsOfDays(runner, some, measure, part), ({ day }) => day ?? '');
      for (const { asOf, members } of some) {
        const rows = found.get(asOf) ?? [];
        const listed = rows.map((row, i) => present(measure.base, measure, row, i + 1));
        for (const { index } of members) result[index] = listed;
      }
    }),
  );
  return result;
}

const oneUnit = (group: ReportGroup, unit: string): ReportGroup => ({
  ...group,
  units: [unit],
  members: group.members.filter((member) => member.unit === unit),
});

/** The rows of groups that differ in their day only. */
async function rowsOfDays(
  runner: Runner,
  groups: readonly ReportGroup[],
  measure: Measure,
  part: Part | null,
): Promise<Found[]> {
  const group = groups[0]!;
  const shape = shapeOf(runner, group, measure, part, true);
  const days = groups.map(({ asOf }) => asOf);
  // Each page sorts the rows of all days: no more pages than one day alone would take.
  const first = BATCH * days.length;
  const found: Found[] = [];
  for (let more = true; more;) {
    const page = await runner.run<Found>(nameOf(shape), () => evidence(shape), {
      ...runner.values(group),
      ...runner.days(group.tree, days),
      key: part?.key ?? null,
      first,
      skip: found.length,
    });
    found.push(...page);
    more = page.length === first;
  }
  return found;
}
