import type { ChartKind } from '@wallchart/charts';

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

export interface FigureAttrs {
  readonly key: string;
  readonly bind: Binding;
}

/** What a figure is bound to. Only what the pages themselves look at is spelt out; the rest belongs to the server. */
export interface Binding {
  readonly of: string;
  readonly [field: string]: unknown;
}

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
