import type { ChartKind } from '@wallchart/charts';
import type { Dimension, MetricId } from '../../generated/graphql.ts';

/** What a clerk writes: the head and foot of a circular, its annexes, and its text. The server judges what it means. */
export interface CircularContent {
  readonly masthead: string;
  /** 机关代字; left out in what was written before there was one. */
  readonly issuerCode?: string | null;
  readonly title: string;
  readonly addressees: string | null;
  readonly issuer: string;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly copies: string | null;
  readonly printedBy: string;
  readonly annexes: readonly AnnexChoice[];
  readonly body: Body;
}

export type Head = Omit<CircularContent, 'annexes' | 'body'>;

export const TABLES = ['RANKING', 'OUTSTANDING', 'VENUES'] as const;

export type AnnexChoice =
  | { readonly kind: 'table'; readonly table: (typeof TABLES)[number]; readonly title: string }
  | { readonly kind: 'chart'; readonly chart: ChartKind; readonly title: string };

export interface Body {
  readonly type: 'doc';
  readonly content: readonly BodyNode[];
}

export type BodyNode =
  | {
      readonly type: 'heading';
      readonly attrs: { readonly level: 1 | 2 | 3 | 4 };
      readonly content?: readonly Inline[];
    }
  | { readonly type: 'paragraph'; readonly content?: readonly Inline[] };

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'figure'; readonly attrs: FigureAttrs };

interface FigureAttrs {
  readonly key: string;
  readonly bind: Binding;
}

/** A metric, of the circular's unit unless it names another, on the day of the circular or of the one before. */
interface MetricBinding {
  readonly of: 'metric';
  readonly metric: MetricId;
  readonly unit?: string;
  readonly part: string;
  readonly at: string;
  readonly by?: { readonly dimension: Dimension; readonly key: string };
}

/** The names on a list, or how many there are. */
interface NamesBinding {
  readonly of: 'names' | 'count';
  readonly list: string;
  readonly unit?: string;
}

/** What a figure is bound to, as the server keeps it. Only what the pages look at is declared; the rest belongs to the server. */
export type Binding =
  | MetricBinding
  | NamesBinding
  | { readonly of: 'case'; readonly caseNo: string }
  | { readonly of: 'rank'; readonly unit: string }
  | { readonly of: 'day' | 'standard' };

/** The same text for the same binding, however its fields are ordered. */
export function bindingKey(bind: unknown): string {
  if (Array.isArray(bind)) return `[${bind.map(bindingKey).join()}]`;
  if (typeof bind !== 'object' || bind === null) return JSON.stringify(bind);
  const fields = Object.entries(bind).filter(([, value]) => value !== undefined);
  return `{${fields
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}:${bindingKey(value)}`)
    .join()}}`;
}

/** Every figure of a text in reading order. */
export const figuresIn = (body: Body): FigureAttrs[] =>
  body.content.flatMap(({ content = [] }) => content.flatMap((node) => (node.type === 'figure' ? [node.attrs] : [])));
