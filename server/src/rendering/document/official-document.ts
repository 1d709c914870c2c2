import type { Lang } from '../../domain/text.ts';

/**
 * An official document (公文) as data, before it is a file: circulars and reminder cards are written as one of these
 * and come out as DOCX, PDF or HTML in the layout of GB/T 9704-2012. Everything in it is decided; a renderer only sets
 * type, so that the same document gives the same bytes.
 */
export interface OfficialDocument {
  readonly lang: Lang;
  /**
   * How its first page opens: `document` is 文件式, the masthead 35 mm below the upper edge of the type area (a
   * circular); `letter` is 信函式, the masthead in the upper margin over a double rule (GB/T 9704-2012, 10.1), for what
   * has one page. Left out, it is `document`.
   */
  readonly form?: 'document' | 'letter';
  /** The issuer's mark in red at the head (发文机关标志), e.g. 仙游县整顿软弱涣散基层党组织工作领导小组文件. */
  readonly masthead: string;
  /** Says 草稿 in the place of the number and at the head of every page; a draft carries no number. */
  readonly draft: boolean;
  /** 仙组通〔2014〕1号 (English: No. 1 [2014]) as it is printed; null prints none. */
  readonly number: string | null;
  /** In one piece, or with `\n` where its lines are to break. */
  readonly title: string;
  /** 主送机关, without the colon. */
  readonly addressees: string | null;
  /** The source does not give to whom it goes: printed with ◈ behind it. */
  readonly addresseesIllustrative?: boolean;
  readonly blocks: readonly Block[];
  readonly annexes: readonly Annex[];
  readonly issuer: string;
  /** `YYYY-MM-DD`; written 2014年7月31日. */
  readonly issuedOn: string;
  /** 版记: who gets copies, who printed it and when. */
  readonly imprint: { readonly copies: string | null; readonly printedBy: string; readonly printedOn: string } | null;
  readonly properties: DocumentProperties;
}

/** Several documents as one file, each from a new page and numbered from page 1: a batch of reminder cards. */
export interface Bundle {
  readonly title: string;
  /** One at least. */
  readonly documents: readonly OfficialDocument[];
  readonly properties: DocumentProperties;
}

/** What a file says about itself. */
export interface DocumentProperties {
  readonly subject: string;
  readonly keywords: readonly string[];
  /** ISO moment of sealing, or of the draft's last change; no other time goes into a file. */
  readonly createdAt: string;
  /** SHA-256 over the sealed content, hex; null for what is not sealed. */
  readonly digest: string | null;
}

/** 附件, each on a new page. */
export interface Annex {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block = Heading | Paragraph | Table | Picture;

/** 一、 （一） 1. （1） (English: I. (1) 1. (a)): the ordinal is part of the text. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly runs: readonly Run[];
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
}

/** Words, or a bound figure as it is written. */
export interface Run {
  readonly text: string;
  readonly figure?: FigureMark;
  /** Printed with ◈ behind it; a line at the foot of the text or table says what the mark means. */
  readonly illustrative?: boolean;
}

/** Marks a run as a figure: it can be found again in a file that someone edited. */
export interface FigureMark {
  /** Unique in the document; names the binding. At most 64 characters, the most that Word keeps as a tag. */
  readonly key: string;
  /** Definition in words, shown where a format can show it (Word: the first 64 characters). */
  readonly definition: string;
}

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly {
    readonly title: string;
    readonly align: 'left' | 'right' | 'center';
    readonly share: number;
  }[];
  /** Cells by row and column; the header row repeats on every page. */
  readonly rows: readonly (readonly Run[])[];
  /** Rows that are totals, set apart by weight. */
  readonly totals?: readonly number[];
  readonly note: string | null;
}

export interface Picture {
  readonly kind: 'picture';
  readonly caption: string;
  /** For readers who do not see it. */
  readonly description: string;
  /** A complete SVG of SHEET_WIDTH px at 96 dpi, that is 156 mm. */
  readonly svg: string;
  readonly note: string | null;
}
