import type { ReadFigure, ReadParagraph } from './read-document.ts';

/** How a figure was found: a content control knows its key; a bookmark only stands in where that was lost. */
export type FoundBy = 'control' | 'bookmark';

/** A picture as the text names it. */
export interface NamedPicture {
  readonly at: number;
  readonly description: string;
  /** Relationships of its images, the one that is shown first. */
  readonly images: readonly string[];
}

interface Reach {
  readonly key: string;
  readonly by: FoundBy;
  readonly start: number;
  end: number;
}

/** A paragraph while it is read. */
export class ParagraphDraft {
  text = '';
  style: string | undefined;
  outline: number | undefined;
  /** Its end was deleted or moved away: the next paragraph goes on with it. */
  endDeleted = false;
  readonly pictures: NamedPicture[] = [];
  private reaches: Map<string, Reach> | undefined;

  constructor(readonly cell: ReadParagraph['cell']) {}

  append(text: string, figures: readonly Pick<Reach, 'key' | 'by'>[]): void {
    const start = this.text.length;
    this.text += text;
    for (const { key, by } of figures) this.reach(key, by, start);
  }

  picture({ description, images }: Omit<NamedPicture, 'at'>): void {
    this.pictures.push({ at: this.text.length, description, images });
  }

  /** A control with nothing in it is a figure that someone emptied. */
  emptied(key: string): void {
    if (!this.reaches?.has(`control ${key}`)) this.reach(key, 'control', this.text.length);
  }

  /** Keys that stand in content controls. */
  controlled(): string[] {
    return this.all().flatMap(({ key, by }) => (by === 'control' ? [key] : []));
  }

  /** Figures in reading order; a bookmark's only where no control of the document has its key. */
  figures(controlled: ReadonlySet<string>): ReadFigure[] {
    return this.all()
      .filter(({ key, by }) => by === 'control' || !controlled.has(key))
      .map(({ key, start, end }) => ({ key, text: this.text.slice(start, end), start, end }));
  }

  private all = (): Reach[] => (this.reaches ? [...this.reaches.values()] : []);

  private reach(key: string, by: FoundBy, start: number): void {
    this.reaches ??= new Map();
    const known = this.reaches.get(`${by} ${key}`);
    if (known) known.end = this.text.length;
    else this.reaches.set(`${by} ${key}`, { key, by, start, end: this.text.length });
  }
}
