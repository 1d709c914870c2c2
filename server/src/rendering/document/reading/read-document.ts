/** A DOCX as it came back, whichever program saved it last: paragraphs in reading order, those of table cells among them. */
export interface ReadDocument {
  readonly paragraphs: readonly ReadParagraph[];
  /** Lines of headers, footers and notes, with page numbers as they were last counted. */
  readonly margins: readonly string[];
  /** The document's property, 64 hex digits, when the file still has it: which sealed content it was printed from. */
  readonly digest: string | null;
}

export interface ReadParagraph {
  /** Text as accepted: insertions count, deletions do not. */
  readonly text: string;
  /** 1 to 9 for a heading, null for other text. */
  readonly level: number | null;
  /** The last heading above, null before the first. */
  readonly under: string | null;
  /** Where in a table, counted from 0 over the document, its rows and its columns; null outside tables. */
  readonly cell: { readonly table: number; readonly row: number; readonly column: number } | null;
  /** Name of its style in the file, null for the default one; programs rename styles on saving. */
  readonly style: string | null;
  readonly figures: readonly ReadFigure[];
  readonly pictures: readonly ReadPicture[];
}

/** A picture in a paragraph. */
export interface ReadPicture {
  /** Where in the paragraph's text, in UTF-16 units. */
  readonly at: number;
  /** Its alternative text. */
  readonly description: string;
  /** As the file has it, the form that is shown first: an SVG, then the PNG for who cannot show it. Empty if none is kept. */
  readonly images: readonly ReadImage[];
}

export interface ReadImage {
  readonly bytes: Buffer;
  /** SHA-256, hex. */
  readonly digest: string;
}

/** What stands in a content control that the document was printed with. */
export interface ReadFigure {
  readonly key: string;
  readonly text: string;
  /** Where in the paragraph's text, in UTF-16 units, end excluded. */
  readonly start: number;
  readonly end: number;
}
