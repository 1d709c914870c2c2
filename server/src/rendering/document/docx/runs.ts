import { BuilderElement, TextRun, type ParagraphChild, type XmlComponent } from 'docx';
import type { Lang } from '../../../domain/text.ts';
import { figureBookmark } from '../figure-bookmark.ts';
import type { FigureMark, Run } from '../official-document.ts';
import { ILLUSTRATIVE_MARK } from '../words.ts';

/** What Word keeps of a content control's title and tag. */
const CONTROL_CHARACTERS = 64;

/** Makes runs of one file; gives its content controls their numbers. */
export class RunWriter {
  private controls = 0;
  private readonly bookmarked = new Set<string>();

  /** @param type what the paragraph's style does not say; size in half points */
  runs(runs: readonly Run[], type: { readonly size?: number; readonly bold?: boolean } = {}): ParagraphChild[] {
    return runs.flatMap((run) => {
      const text = new TextRun({ text: run.text, ...type });
      const mark = run.illustrative ? [new TextRun({ text: ILLUSTRATIVE_MARK, ...type, superScript: true })] : [];
      return [...(run.figure ? this.figure(run.figure, text) : [text]), ...mark];
    });
  }

  /** A content control within a bookmark, which finds the figure where a program drops the control's tag. */
  private figure(figure: FigureMark, run: TextRun): ParagraphChild[] {
    const control = this.control(figure, run);
    if (this.bookmarked.has(figure.key)) return [control];
    this.bookmarked.add(figure.key);
    const id = { key: 'w:id', value: this.controls };
    const name = { key: 'w:name', value: figureBookmark(figure.key) };
    const start = new BuilderElement<{ id: number; name: string }>({
      name: 'w:bookmarkStart',
      attributes: { id, name },
    });
    const end = new BuilderElement<{ id: number }>({ name: 'w:bookmarkEnd', attributes: { id } });
    return [inline(start), control, inline(end)];
  }

  /** An inline content control: its tag finds the figure again in an edited file, its title says what it is. */
  private control(figure: FigureMark, run: TextRun): ParagraphChild {
    this.controls += 1;
    const value = (name: string, val: string | number) =>
      new BuilderElement<{ val: string | number }>({ name, attributes: { val: { key: 'w:val', value: val } } });
    const control = new BuilderElement({
      name: 'w:sdt',
      children: [
        new BuilderElement({
          name: 'w:sdtPr',
          children: [
            value('w:alias', clipped(figure.definition)),
            value('w:tag', figure.key.slice(0, CONTROL_CHARACTERS)),
            value('w:id', this.controls),
          ],
        }),
        new BuilderElement({ name: 'w:sdtContent', children: [run] }),
      ],
    });
    return inline(control);
  }
}

/** The library has no such inline parts of its own; whatever writes itself as XML may stand in a paragraph. */
const inline = (part: XmlComponent): ParagraphChild => part as ParagraphChild;

const clipped = (text: string): string => {
  const characters = Array.from(text);
  return characters.length <= CONTROL_CHARACTERS ? text : `${characters.slice(0, CONTROL_CHARACTERS - 1).join('')}…`;
};

/** Lines of one paragraph; a space ends a line of English, for who reads the text without its breaks. */
export const brokenLines = (lines: readonly string[], lang: Lang): TextRun[] =>
  lines.map((line, index) => {
    const more = lang === 'en' && index < lines.length - 1;
    return new TextRun({ text: more ? `${line} ` : line, break: index > 0 ? 1 : undefined });
  });
