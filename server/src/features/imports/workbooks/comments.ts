import { columnName } from '../../../exports/workbook/cell-address.ts';
import { escapeXml, XML_HEAD } from '../../../exports/workbook/xml-text.ts';
import { SPREADSHEET } from '../reading/xlsx-parts.ts';
import { columnOfRef } from '../reading/xlsx-rows.ts';
import { xmlWriter } from '../../../reading/xml-stream.ts';
import type { Marks } from './marks.ts';

const AUTHOR = 'Wallchart';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface Comment {
  readonly ref: string;
  readonly text: string;
}

/** Comments that the sheet has already, as plain text; those of an earlier marking are left out. */
export function readComments(xml: string): Comment[] {
  const comments: Comment[] = [];
  const authors: string[] = [];
  let reading: 'author' | 't' | '' = '';
  let current = { ref: '', author: -1, text: '' };
  const write = xmlWriter(
    {
      open(tag, { ref, authorId }) {
        if (tag === 'author') authors.push('');
        if (tag === 'comment') current = { ref: ref ?? '', author: Number(authorId ?? -1), text: '' };
        if (tag === 'author' || tag === 't') reading = tag;
      },
      text(text) {
        if (reading === 'author') authors[authors.length - 1] += text;
        else if (reading === 't') current.text += text;
      },
      close(tag) {
        if (tag === 'author' || tag === 't') reading = '';
        if (tag === 'comment' && authors[current.author] !== AUTHOR)
          comments.push({ ref: current.ref, text: current.text });
      },
    },
    'comments',
    SPREADSHEET,
  );
  write(xml);
  write(null);
  return comments;
}

/** The marks of a sheet as comments, together with those it has. */
export function mergeComments(marks: Marks, existing: readonly Comment[]): (Comment & { readonly own: boolean })[] {
  const merged = new Map<string, Comment & { own: boolean }>();
  for (const row of marks.values()) {
    for (const mark of row.values()) {
      const ref = `${columnName(mark.column)}${mark.row}`;
      merged.set(ref, { ref, text: mark.text, own: true });
    }
  }
  for (const { ref, text } of existing) {
    const mark = merged.get(ref);
    merged.set(ref, mark ? { ...mark, text: `${mark.text}\n${text}` } : { ref, text, own: false });
  }
  return [...merged.values()];
}

/** The comments part of a sheet. */
export function commentsXml(comments: readonly (Comment & { readonly own: boolean })[]): string {
  const list = comments.map(
    ({ ref, text, own }) =>
      `<comment ref="${ref}" authorId="${own ? 0 : 1}"><text><r><rPr><sz val="9"/></rPr><t xml:space="preserve">${escapeXml(text)}</t></r></text></comment>`,
  );
  return `${XML_HEAD}<comments xmlns="${MAIN}"><authors><author>${AUTHOR}</author><author></author></authors><commentList>${list.join('')}</commentList></comments>`;
}

/** The drawing that places the comments; without it spreadsheets do not show them. */
export function commentShapesXml(comments: readonly Comment[]): string {
  const shapes = comments.map(({ ref, text }, at) => {
    const column = columnOfRef(ref);
    const row = Number(ref.replace(/^[A-Z]+/, '')) - 1;
    const lines = Math.min(4 + text.split('\n').length * 2, 20);
    return `<v:shape id="_x0000_s${1025 + at}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:260pt;height:90pt;z-index:${at + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 6}, 15, ${row + lines}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  });
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join('')}</xml>`;
}
