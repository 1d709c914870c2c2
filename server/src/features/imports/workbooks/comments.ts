import { escapeXml } from '../../../rendering/workbook/xml-text.ts';
import { SPREADSHEET } from '../reading/xlsx-parts.ts';
import { xmlWriter } from '../../../reading/xml-stream.ts';
import type { Marks } from './marks.ts';
import { cellOf } from './marks.ts';
import { withPrefix, type CopiedTag, type CopyEdits } from './xml-copy.ts';

const AUTHOR = 'Wallchart';
/** Separates a problem from the note that the cell had, so that the two can be split when the workbook comes back. */
const BETWEEN = '\n―――――\n';
/** Author of a comment that stands for a thread of replies, which Excel finds by that name. */
const THREAD = /^tc=/;

export interface Comment {
  readonly ref: string;
  readonly text: string;
  readonly author: string;
  readonly authorId: number;
}

/** Comments that a sheet has already, as plain text, and how many authors they have. */
export function readComments(xml: string): { readonly comments: readonly Comment[]; readonly authors: number } {
  const comments: Comment[] = [];
  const authors: string[] = [];
  let reading: 'author' | 't' | '' = '';
  let current = { ref: '', authorId: -1, text: '' };
  const write = xmlWriter(
    {
      open(tag, { ref, authorId }) {
        if (tag === 'author') authors.push('');
        if (tag === 'comment') current = { ref: ref ?? '', authorId: Number(authorId ?? -1), text: '' };
        if (tag === 'author' || tag === 't') reading = tag;
      },
      text(text) {
        if (reading === 'author') authors[authors.length - 1] += text;
        else if (reading === 't') current.text += text;
      },
      close(tag) {
        if (tag === 'author' || tag === 't') reading = '';
        if (tag === 'comment') comments.push({ ...current, author: authors[current.authorId] ?? '' });
      },
    },
    'comments',
    SPREADSHEET,
  );
  write(xml);
  write(null);
  return { comments, authors: authors.length };
}

export const NO_COMMENTS: ReturnType<typeof readComments> = { comments: [], authors: 0 };

/** Whether a comment is one of an earlier marking. */
export const isOwn = ({ author }: Comment): boolean => author === AUTHOR;

/** What others have said in a comment; '' if it is all of an earlier marking. */
function ofOthers(comment: Comment): string {
  const at = comment.text.indexOf(BETWEEN);
  return !isOwn(comment) ? comment.text : at < 0 ? '' : comment.text.slice(at + BETWEEN.length);
}

const stays = (comment: Comment): boolean => !isOwn(comment) || ofOthers(comment) !== '';

/** Cells that have a comment once the sheet is marked: those marked now, and those with comments of others. */
export const commentedCells = (marks: Marks, { comments }: typeof NO_COMMENTS): string[] => [
  ...new Set([...marksIn(marks).map(cellOf), ...comments.filter(stays).map(({ ref }) => ref)]),
];

const marksIn = (marks: Marks) => [...marks.values()].flatMap((row) => [...row.values()]);

/** Edits of a comments part: comments of an earlier marking go, the marks come, above the comment that a cell has. */
export class MarkComments implements CopyEdits {
  private readonly added: string;
  private readonly replaced: ReadonlySet<string>;
  private at = -1;

  constructor(
    marks: Marks,
    private readonly existing: typeof NO_COMMENTS,
  ) {
    const all = marksIn(marks);
    this.replaced = new Set(all.map(cellOf));
    const old = new Map(existing.comments.map((comment) => [comment.ref, comment]));
    const own = existing.authors;
    const marked = all.map((mark) => {
      const comment = old.get(cellOf(mark));
      const note = comment ? ofOthers(comment) : '';
      const author = comment && THREAD.test(comment.author) ? comment.authorId : own;
      return commentXml(cellOf(mark), author, note === '' ? mark.text : mark.text + BETWEEN + note);
    });
    const left = existing.comments.filter(
      (comment) => isOwn(comment) && stays(comment) && !this.replaced.has(comment.ref),
    );
    this.added = [...marked, ...left.map((comment) => commentXml(comment.ref, own + 1, ofOthers(comment)))].join('');
  }

  open({ local }: CopiedTag): string | null {
    if (local !== 'comment') return '';
    this.at += 1;
    const comment = this.existing.comments[this.at];
    return comment && (isOwn(comment) || this.replaced.has(comment.ref)) ? null : '';
  }

  close({ local, prefix }: CopiedTag): string {
    if (local === 'authors') return withPrefix(`<author>${AUTHOR}</author><author></author>`, prefix);
    return local === 'commentList' ? withPrefix(this.added, prefix) : '';
  }
}

const commentXml = (ref: string, author: number, text: string): string =>
  `<comment ref="${ref}" authorId="${author}"><text><r><rPr><sz val="9"/></rPr><t xml:space="preserve">${escapeXml(text)}</t></r></text></comment>`;

/** A comments part without comments. */
export const noComments = (main: string): string =>
  `<comments xmlns="${main}"><authors></authors><commentList></commentList></comments>`;
