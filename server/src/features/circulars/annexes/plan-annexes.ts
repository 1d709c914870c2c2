import type { ChartKind } from '../../charts/index.ts';
import type { Block } from '../../../rendering/document/official-document.ts';
import type { AnnexChoice } from '../content/content.ts';
import type { CircularDesk } from '../desk.ts';
import type { Subject } from '../subject.ts';
import { planOutstanding } from './outstanding-table.ts';
import { planRanking } from './ranking-table.ts';
import type { TablePlan } from './table-plan.ts';
import { planVenues } from './venues-table.ts';

/** An annex before its figures are resolved: a table, or a chart, which is drawn from the report as a whole. */
export type AnnexPlan =
  | { readonly title: string; readonly table: TablePlan }
  | { readonly title: string; readonly chart: Block };

/** Lays out the annexes that a circular has chosen. */
export const planAnnexes = (
  desk: CircularDesk,
  subject: Subject,
  annexes: readonly AnnexChoice[],
  childKinds: readonly string[],
): Promise<AnnexPlan[]> =>
  Promise.all(
    annexes.map(async (annex): Promise<AnnexPlan> => {
      const { title } = annex;
      if (annex.kind === 'chart') return { title, chart: await drawChart(desk, subject, annex.chart, title) };
      return { title, table: await planTable(desk, subject, annex, childKinds) };
    }),
  );

function planTable(
  desk: CircularDesk,
  subject: Subject,
  { table, title }: Extract<AnnexChoice, { kind: 'table' }>,
  childKinds: readonly string[],
): Promise<TablePlan> {
  switch (table) {
    case 'RANKING':
      return planRanking(desk, subject, title, childKinds);
    case 'OUTSTANDING':
      return planOutstanding(desk, subject, title);
    case 'VENUES':
      return planVenues(desk, subject, title);
  }
}

/** The chart of the overview, or why there is nothing to see. */
async function drawChart(desk: CircularDesk, subject: Subject, kind: ChartKind, caption: string): Promise<Block> {
  const { campaign, unit, asOf, knownAt, lang } = subject;
  const { chartPicture } = await import('../../charts/index.ts');
  const ask = { kind, campaign: campaign.id, unit: unit.code, asOf, knownAt, tree: 'then', lang } as const;
  const picture = await chartPicture(desk, ask, { form: 'bare', nameOf: subject.nameOf });
  if (picture.empty !== null) return { kind: 'paragraph', runs: [{ text: picture.empty }] };
  return { kind: 'picture', caption, description: picture.description, svg: picture.svg, note: picture.note };
}
