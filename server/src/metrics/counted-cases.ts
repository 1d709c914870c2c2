import { sql } from 'kysely';
import type { Sql } from '../database/sql.ts';
import { WallchartError } from '../domain/errors.ts';
import type { Measure } from './base.ts';
import type { ReportKey } from './engine.types.ts';
import type { MetricId } from './registry.ts';
import { columnsOf, readColumns, rowSource, unitOf, type RowShape } from './row-source.ts';
import type { Runner } from './runner.ts';
import { slot } from './slots.ts';

/** The query for the numbers of the cases that the rows of a measure belong to. */
export function countedSql(shape: RowShape, caseNo: Sql, measure: Measure): Sql {
  const where = measure.where ? [readColumns(shape.base, measure.where).sql] : [];
  const within = [sql`${unitOf(shape)} = any (${slot('units')}::text[])`, ...where];
  return sql`select ${caseNo}\n${rowSource(shape, columnsOf(null, measure), within)}`;
}

/**
 * A query for the numbers of the cases that a figure counts, to stand in another statement: of a figure over measures or
 * visits, the cases that those rows belong to. A number may come more than once.
 *
 * @throws BAD_INPUT for a figure whose rows belong to no case; UNKNOWN_METRIC, UNKNOWN_UNIT
 */
export async function countedCases(runner: Runner, key: ReportKey, id: MetricId): Promise<Sql> {
  const { numerator, sheet } = runner.metrics([id])[0]!;
  const { base } = numerator;
  const { caseNo } = base;
  if (!caseNo) {
    throw new WallchartError(
      'BAD_INPUT',
      `${id} counts rows of "${sheet}", which belong to no case; use rows(id: ${id}).`,
    );
  }
  const group = (await runner.group([key]))[0]!;
  const { level, knownAt } = group;
  const shape = { base, level, known: knownAt !== null, scoped: runner.scoped, series: false };
  const name = `counted ${base.name} ${numerator.name} ${level} ${shape.known} ${shape.scoped}`;
  return runner.embed(name, () => countedSql(shape, caseNo, numerator), runner.values(group));
}
