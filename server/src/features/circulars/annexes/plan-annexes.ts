import type { ChartKind } from '../../charts/index.ts';
import type { Block } from '../../../rendering/document/official-document.ts';
import type { AnnexChoice } from '../content/content.ts';
import type { DocumentContext } from '../document-context.ts';
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
  documents: DocumentContext,
  subject: Subject,
  annexes: readonly AnnexChoice[],
  childKinds: readonly string[],
): Promise<AnnexPlan[]> =>
  Promise.all(
    annexes.map(async (annex): Promise<AnnexPlan> => {
      const { title } = annex;
      if (annex.kind === 'chart') return { title, chart: await drawChart(documents, subject, annex.chart, title) };
      return { title, table: await planTable(documents, subject, annex, childKinds) };
    }),
  );

function planTable(
  documents: DocumentContext,
  subject: Subject,
  { table, title }: Extract<AnnexChoice, { kind: 'table' }>,
  childKinds: readonly string[],
): Promise<TablePlan> {
  switch (table) {
    case 'RANKING':
      return planRanking(documents, subject, title, childKinds);
    case 'OUTSTANDING':
      return planOutstanding(documents, subject, title);
    case 'VENUES':
      return planVenues(documents, subject, title);
  }
}

/** The chart of the overview, or why there is nothing to see. */
async function drawChart(
  documents: DocumentContext,
  subject: Subject,
  kind: ChartKind,
  caption: string,
): Promise<Block> {
  const { campaign, unit, asOf, knownAt, lang } = subject;
  const { chartPicture } = await import('../../charts/index.ts');
  const query = { kind, campaign: campaign.id, unit: unit.code, asOf, knownAt, tree: 'then', lang } as const;
  const picture = await chartPicture(documents, query, { form: 'bare', nameOf: subject.nameOf });
  if (picture.empty !== null) return { kind: 'paragraph', runs: [{ text: picture.empty }] };
  return { kind: 'picture', caption, description: picture.description, svg: picture.svg, note: picture.note };
}
