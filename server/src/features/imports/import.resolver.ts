import { sql } from 'kysely';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../context.ts';
import { LangEnum, type Lang } from '../../graph/enums.ts';
import { localize } from '../../graph/localized.ts';
import { pageSize } from '../../graph/page.ts';
import { WEIGHTS } from '../../graph/weights.ts';
import { ImportJob, ImportProblem, ImportRun, SheetSummary } from './import.types.ts';

@Resolver(() => ImportJob)
export class ImportJobResolver {
  @Query(() => ImportJob, { nullable: true, description: 'Null for one that is unknown or more than an hour old.' })
  importJob(@Ctx() ctx: GraphContext, @Arg('id', () => ID) id: string): ImportJob | null {
    return ctx.jobs.find(id);
  }

  @Query(() => [ImportRun], { complexity: WEIGHTS.statement, description: 'Accepted imports, newest first.' })
  async imports(
    @Ctx() ctx: GraphContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
  ): Promise<ImportRun[]> {
    const { rows } = await sql<ImportRun>`/* imports.latest */
      select id, file_name as "fileName", recorded_at as "recordedAt", recorded_by as "recordedBy", channel,
        rows_new as "rowsNew", rows_corrected as "rowsCorrected", rows_unchanged as "rowsUnchanged"
      from import_run order by id desc limit ${pageSize(first ?? 20)}`.execute(ctx.db);
    return rows;
  }

  @Mutation(() => ImportJob, {
    complexity: WEIGHTS.scan,
    description: 'Imports an upload (POST /uploads), or only checks it; follow it with importJob.',
  })
  startImport(
    @Ctx() ctx: GraphContext,
    @Arg('upload', () => ID) upload: string,
    @Arg('dryRun', () => Boolean, { defaultValue: true }) dryRun: boolean,
  ): ImportJob {
    return ctx.jobs.start(upload, dryRun);
  }

  @FieldResolver(() => String, { nullable: true })
  message(
    @Root() job: ImportJob,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string | null {
    return localize(job.message, lang);
  }
}

@Resolver(() => ImportProblem)
export class ImportProblemResolver {
  @FieldResolver(() => String)
  sheetTitle(
    @Root() problem: ImportProblem,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string {
    return localize(problem.sheetTitle, lang);
  }

  @FieldResolver(() => String, { nullable: true })
  columnTitle(
    @Root() problem: ImportProblem,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string | null {
    return localize(problem.columnTitle, lang);
  }

  @FieldResolver(() => String)
  expected(
    @Root() problem: ImportProblem,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string {
    return localize(problem.expected, lang);
  }

  @FieldResolver(() => String)
  message(
    @Root() problem: ImportProblem,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string {
    return localize(problem.message, lang);
  }
}

@Resolver(() => SheetSummary)
export class SheetSummaryResolver {
  @FieldResolver(() => String)
  title(
    @Root() sheet: SheetSummary,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string {
    return localize(sheet.title, lang);
  }
}
