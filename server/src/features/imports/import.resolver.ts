import { sql } from 'kysely';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../graphql-types/context.ts';
import { LangEnum } from '../../graphql-types/enums.ts';
import { localize, type Lang } from '../../domain/text.ts';
import { pageSize } from '../../graphql-types/page.ts';
import { WEIGHTS } from '../../graphql-types/weights.ts';
import {
  FigureChange,
  ImportEffect,
  ImportJob,
  ImportProblem,
  ImportRun,
  SheetSummary,
  Withdrawal,
} from './import.types.ts';

const RUN_COLUMNS = sql`id, file_name as "fileName", recorded_at as "recordedAt", recorded_by as "recordedBy", channel,
  rows_new as "rowsNew", rows_corrected as "rowsCorrected", rows_unchanged as "rowsUnchanged", rows_withdrawn as "rowsWithdrawn"`;

/** Changes of a run that are read at once. */
const CHANGES = 500;

@Resolver(() => ImportJob)
export class ImportJobResolver {
  @Query(() => ImportJob, { nullable: true, description: 'Null if the job is unknown or more than an hour old.' })
  importJob(@Ctx() ctx: GraphContext, @Arg('id', () => ID) id: string): Promise<ImportJob | null> {
    return ctx.jobs.find(ctx.db.viewer, id);
  }

  @Query(() => [ImportRun], { complexity: WEIGHTS.statement, description: 'Accepted imports, newest first.' })
  async imports(
    @Ctx() ctx: GraphContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
  ): Promise<ImportRun[]> {
    const { rows } = await sql<ImportRun>`/* imports.latest */
      select ${RUN_COLUMNS} from import_run order by id desc limit ${pageSize(first ?? 20)}`.execute(ctx.db);
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
    @Arg('replace', () => Boolean, {
      defaultValue: false,
      description:
        'Treat the workbook as complete: withdraw existing rows of its campaigns that its sheets do not contain.',
    })
    replace: boolean,
    @Arg('withdraw', () => [ID], { nullable: true, description: 'Further existing rows to withdraw.' })
    withdraw: string[] | null,
  ): Promise<ImportJob> {
    return ctx.jobs.start(ctx.db.viewer, upload, { dryRun, replace, withdraw: withdraw ?? [] });
  }

  @Mutation(() => Withdrawal, {
    complexity: WEIGHTS.figures,
    description:
      'Withdraws existing rows (ids of history entries) with the same checks as an import, or only runs the checks.',
  })
  withdrawRows(
    @Ctx() ctx: GraphContext,
    @Arg('rows', () => [ID]) rows: string[],
    @Arg('dryRun', () => Boolean, { defaultValue: true }) dryRun: boolean,
  ): Promise<Withdrawal> {
    return ctx.jobs.withdraw(ctx.db.viewer, rows, dryRun);
  }

  @Query(() => ImportRun, { nullable: true, complexity: WEIGHTS.statement, description: 'One accepted import.' })
  async importRun(@Ctx() ctx: GraphContext, @Arg('id', () => ID) id: string): Promise<ImportRun | null> {
    if (!/^\d{1,18}$/.test(id)) return null;
    const { rows } = await sql<ImportRun>`/* imports.one */
      select ${RUN_COLUMNS} from import_run where id = ${id}::bigint`.execute(ctx.db);
    return rows[0] ?? null;
  }

  @FieldResolver(() => String, { nullable: true })
  message(
    @Root() job: ImportJob,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string | null {
    return localize(job.message, lang);
  }
}

@Resolver(() => ImportRun)
export class ImportRunResolver {
  @FieldResolver(() => ImportEffect, {
    complexity: WEIGHTS.figures,
    description: 'What it changed: rows from the given offset, and figures before and after it.',
  })
  async effect(
    @Ctx() ctx: GraphContext,
    @Root() run: ImportRun,
    @Arg('offset', () => Int, { nullable: true, defaultValue: 0 }) offset: number | null,
  ): Promise<ImportEffect> {
    const { figureChanges, rowChanges } = await import('./index.ts');
    const from = Math.max(0, offset ?? 0);
    const [changes, figures] = await Promise.all([
      rowChanges(ctx.db, run, { first: CHANGES, offset: from }),
      from === 0 ? figureChanges(ctx.db, run) : [],
    ]);
    return { changes, figures };
  }
}

@Resolver(() => FigureChange)
export class FigureChangeResolver {
  @FieldResolver(() => String)
  campaignName(
    @Root() change: FigureChange,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string {
    return localize(change.campaignName, lang);
  }
}

@Resolver(() => Withdrawal)
export class WithdrawalResolver {
  @FieldResolver(() => String)
  message(
    @Root() withdrawal: Withdrawal,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string {
    return localize(withdrawal.message, lang);
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
