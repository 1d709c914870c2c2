import { readAbout } from '@wallchart/db';
import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import type { Sql } from '../../database/sql.ts';
import type { GraphContext } from '../../graphql-types/context.ts';
import { listSize, pageSize } from '../../graphql-types/page.ts';
import { WEIGHTS } from '../../graphql-types/weights.ts';
import {
  CaseConnection,
  CaseCount,
  CaseFilter,
  CaseNeighbours,
  CaseOrder,
  countCases,
  listCases,
  neighboursOf,
  resolveFilter,
  type CaseListKey,
} from '../ledger/index.ts';
import { Report } from './report.types.ts';

@Resolver(() => Report)
export class CaseListResolver {
  @FieldResolver(() => CaseConnection, { complexity: WEIGHTS.scan })
  async cases(
    @Ctx() ctx: GraphContext,
    @Root() report: Report,
    @Arg('filter', () => CaseFilter, { nullable: true }) filter: CaseFilter | null,
    @Arg('orderBy', () => [CaseOrder], { nullable: true }) orderBy: CaseOrder[] | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<CaseConnection> {
    listSize('orderBy', orderBy);
    const size = pageSize(first ?? 50);
    return readAbout([report.key.unit], async () => {
      const { key, ...wanted } = await listOf(ctx, report, filter);
      return listCases(ctx.db, key, { ...wanted, orderBy, first: size, after });
    });
  }

  @FieldResolver(() => [CaseCount], {
    complexity: WEIGHTS.scan,
    description: 'How many of the cases have each value that they can be filtered by.',
  })
  async caseCounts(
    @Ctx() ctx: GraphContext,
    @Root() report: Report,
    @Arg('filter', () => CaseFilter, { nullable: true }) filter: CaseFilter | null,
  ): Promise<CaseCount[]> {
    return readAbout([report.key.unit], async () => {
      const wanted = await listOf(ctx, report, filter);
      const resolved = await resolveFilter(ctx.db, wanted.key, wanted.filter, wanted.counted);
      return countCases(ctx.db, wanted.key, resolved);
    });
  }

  @FieldResolver(() => CaseNeighbours, {
    complexity: WEIGHTS.scan,
    description: 'The cases before and after one in the list that `cases` gives for the same filter and order.',
  })
  async caseNeighbours(
    @Ctx() ctx: GraphContext,
    @Root() report: Report,
    @Arg('caseNo', () => ID) caseNo: string,
    @Arg('filter', () => CaseFilter, { nullable: true }) filter: CaseFilter | null,
    @Arg('orderBy', () => [CaseOrder], { nullable: true }) orderBy: CaseOrder[] | null,
  ): Promise<CaseNeighbours> {
    listSize('orderBy', orderBy);
    return readAbout([report.key.unit], async () => {
      const wanted = await listOf(ctx, report, filter);
      const resolved = await resolveFilter(ctx.db, wanted.key, wanted.filter, wanted.counted);
      return neighboursOf(ctx.db, wanted.key, { filter: resolved, orderBy }, caseNo);
    });
  }
}

interface CaseList {
  readonly key: CaseListKey;
  readonly filter: CaseFilter;
  readonly counted: Sql | null;
}

/** The cases that a report and a filter are about. */
async function listOf(ctx: GraphContext, report: Report, given: CaseFilter | null): Promise<CaseList> {
  const filter = given ?? {};
  Object.entries(filter).forEach(([name, value]) => Array.isArray(value) && listSize(`filter.${name}`, value));
  const unit = await ctx.units.require(report.key.unit, report.treeDay);
  const { asOf, knownAt, treeDay } = report;
  return {
    key: { asOf, knownAt, treeDay, campaign: report.campaignRow.id, unit: unit.code, level: unit.level },
    filter,
    counted: filter.countedIn ? await ctx.engine.countedCases(report.key, filter.countedIn) : null,
  };
}
