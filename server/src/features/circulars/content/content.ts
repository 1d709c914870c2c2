import type { ChartKind } from '../../charts/index.ts';
import type { Binding } from './binding.ts';

/** Tables that an annex can hold. */
export const TABLES = ['RANKING', 'OUTSTANDING', 'VENUES'] as const;
export type TableId = (typeof TABLES)[number];

/** What a clerk edits and what is sealed: the head and foot of a circular, and its text as ProseMirror keeps it. */
export interface CircularContent {
  readonly masthead: string;
  /** 机关代字 before the number; left out in what was written before there was one. */
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

export type AnnexChoice =
  | { readonly kind: 'table'; readonly table: TableId; readonly title: string }
  | { readonly kind: 'chart'; readonly chart: ChartKind; readonly title: string };

export interface Body {
  readonly type: 'doc';
  readonly content: readonly BodyNode[];
}

export type BodyNode = HeadingNode | ParagraphNode;

export interface HeadingNode {
  readonly type: 'heading';
  readonly attrs: { readonly level: 1 | 2 | 3 | 4 };
  readonly content?: readonly InlineNode[];
}

export interface ParagraphNode {
  readonly type: 'paragraph';
  readonly content?: readonly InlineNode[];
}

export type InlineNode = TextNode | FigureNode;

export interface TextNode {
  readonly type: 'text';
  readonly text: string;
}

/** A figure has no words of its own: what it says is resolved from its binding. */
export interface FigureNode {
  readonly type: 'figure';
  readonly attrs: { readonly key: string; readonly bind: Binding };
}

/** Every figure of a text in reading order. */
export const figuresOf = ({ body }: CircularContent): FigureNode[] =>
  body.content.flatMap(({ content = [] }) => content.filter((node) => node.type === 'figure'));
