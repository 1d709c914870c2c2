import type { AnnexChoice } from '../content/content.ts';
import type { FigureSource, Subject } from '../subject.ts';
import { planOutstanding } from './outstanding-table.ts';
import { planRanking } from './ranking-table.ts';
import type { TablePlan } from './table-plan.ts';
import { planVenues } from './venues-table.ts';

/** An annex before its figures are resolved: a table, or a chart that is drawn from the report. */
export type AnnexPlan =
  | { readonly title: string; readonly table: TablePlan }
  | { readonly title: string; readonly chart: string };

/** Lays out the annexes that a circular has chosen. */
export const planAnnexes = (
  source: FigureSource,
  subject: Subject,
  annexes: readonly AnnexChoice[],
  childKinds: readonly string[],
): Promise<AnnexPlan[]> =>
  Promise.all(
    annexes.map(async (annex): Promise<AnnexPlan> => {
      if (annex.kind === 'chart') return { title: annex.title, chart: annex.chart };
      return { title: annex.title, table: await planTable(source, subject, annex, childKinds) };
    }),
  );

function planTable(
  source: FigureSource,
  subject: Subject,
  { table, title }: Extract<AnnexChoice, { kind: 'table' }>,
  childKinds: readonly string[],
): Promise<TablePlan> {
  switch (table) {
    case 'RANKING':
      return planRanking(source, subject, title, childKinds);
    case 'OUTSTANDING':
      return planOutstanding(source, subject, title);
    case 'VENUES':
      return planVenues(source, subject, title);
  }
}
