import type {
  Annex,
  Block,
  DocumentProperties,
  OfficialDocument,
  Run,
  Table,
} from '../../../rendering/document/official-document.ts';
import { evenColumns } from '../annexes/even-columns.ts';
import { planAnnexes, type AnnexPlan } from '../annexes/plan-annexes.ts';
import type { Cell, TablePlan } from '../annexes/table-plan.ts';
import type { Binding } from '../content/binding.ts';
import { figuresOf, type BodyNode, type CircularContent } from '../content/content.ts';
import { loadFigureData } from '../figures/figure-data.ts';
import { resolveFigure, type ResolvedFigure } from '../figures/resolve-figures.ts';
import { gapsOf, type Gap } from './gaps.ts';
import { placesOf } from './places.ts';
import type { DocumentContext } from '../document-context.ts';
import type { Subject } from '../subject.ts';

/** What a document is besides its content. */
export interface Issue {
  /** Null for a draft. */
  readonly number: string | null;
  readonly createdAt: string;
}

/** A circular as it is printed, and every figure that it prints. */
export interface Page {
  readonly document: OfficialDocument;
  /** Those of the text in reading order, then those of the annexes. */
  readonly figures: readonly PlacedFigure[];
  /** What it leaves out or cannot say in its language. */
  readonly gaps: readonly Gap[];
}

/** A figure with where it is printed, in words: 一、总体情况，第1段. */
export interface PlacedFigure extends ResolvedFigure {
  readonly place: string;
}

/** What gaps are looked for in, whether the text speaks of it or not. */
const LOOKED_AT: readonly Binding[] = (['OUTSTANDING', 'ACTIVITIES', 'GOOD_PRACTICES'] as const).map((list) => ({
  of: 'count',
  list,
}));

/** Resolves every figure of a circular, in its text and its tables, in one go, and makes the document of it. */
export async function buildPage(
  documents: DocumentContext,
  subject: Subject,
  content: CircularContent,
  childKinds: readonly string[],
  issue: Issue,
): Promise<Page> {
  const plans = await planAnnexes(documents, subject, content.annexes, childKinds);
  const wanted = [
    ...figuresOf(content).map(({ attrs }) => attrs),
    ...plans.flatMap((plan) => ('table' in plan ? plan.table.rows.flat() : [])).filter((cell) => 'bind' in cell),
  ];
  const data = await loadFigureData(documents, subject, [...wanted.map(({ bind }) => bind), ...LOOKED_AT]);
  const resolved = evenColumns(
    plans,
    wanted.map(({ key, bind }) => resolveFigure(data, key, bind)),
    subject.lang,
  );
  const places = placesOf(subject.lang, content, plans, new Map(resolved.map(({ key, text }) => [key, text])));
  const figures = resolved.map((figure) => ({ ...figure, place: places.get(figure.key) ?? '' }));
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const annexes = plans.map((plan) => annexOf(plan, byKey));
  return { document: documentOf(subject, content, byKey, annexes, issue), figures, gaps: gapsOf(data) };
}

function documentOf(
  { lang, nameOf, unit, campaign, asOf }: Subject,
  content: CircularContent,
  figures: ReadonlyMap<string, ResolvedFigure>,
  annexes: readonly Annex[],
  { number, createdAt }: Issue,
): OfficialDocument {
  const { masthead, title, addressees, issuer, issuedOn, copies, printedBy } = content;
  const properties: DocumentProperties = {
    subject: `${nameOf(unit.name)} ${lang === 'zh' ? campaign.nameZh : (campaign.nameEn ?? campaign.nameZh)} ${asOf}`,
    keywords: [campaign.id, unit.code, asOf],
    createdAt,
    digest: null,
  };
  return {
    lang,
    masthead,
    draft: number === null,
    number,
    title,
    addressees,
    blocks: content.body.content.map((node) => blockOf(node, figures)),
    annexes,
    issuer,
    issuedOn,
    imprint: { copies, printedBy, printedOn: issuedOn },
    properties,
  };
}

function blockOf(node: BodyNode, figures: ReadonlyMap<string, ResolvedFigure>): Block {
  const runs = (node.content ?? []).map((inline): Run => {
    if (inline.type === 'text') return { text: inline.text };
    return runOf(figures.get(inline.attrs.key));
  });
  return node.type === 'heading' ? { kind: 'heading', level: node.attrs.level, runs } : { kind: 'paragraph', runs };
}

function runOf(figure: ResolvedFigure | undefined): Run {
  if (!figure) return { text: '' };
  const { key, text, definition, illustrative } = figure;
  return { text, figure: { key, definition }, ...(illustrative ? { illustrative } : {}) };
}

function annexOf(plan: AnnexPlan, figures: ReadonlyMap<string, ResolvedFigure>): Annex {
  const { title } = plan;
  return { title, blocks: ['table' in plan ? tableOf(plan.table, figures) : plan.chart] };
}

function tableOf(
  { caption, columns, rows, totals, note }: TablePlan,
  figures: ReadonlyMap<string, ResolvedFigure>,
): Table {
  const cellOf = (cell: Cell): Run => {
    if ('bind' in cell) return runOf(figures.get(cell.key));
    return cell.illustrative ? { text: cell.text, illustrative: true } : { text: cell.text };
  };
  return { kind: 'table', caption, columns, rows: rows.map((row) => row.map(cellOf)), totals, note };
}
