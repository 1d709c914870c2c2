import type { Lang } from '../../../domain/text.ts';
import type { ComposedBlock, ComposedPicture, ComposedTable } from '../compose.ts';
import { pictureSize } from '../layout.ts';
import { escaped, runsHtml } from './markup.ts';

export function blockHtml(block: ComposedBlock, lang: Lang): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1}>${runsHtml(block.runs)}</h${block.level + 1}>`;
    case 'paragraph':
      return `<p class="text">${runsHtml(block.runs)}</p>`;
    case 'table':
      return tableHtml(block);
    case 'picture':
      return pictureHtml(block, lang);
  }
}

const notesHtml = (notes: readonly string[]): string =>
  notes.map((note) => `<p class="note">${escaped(note)}</p>`).join('');

const captionHtml = (caption: string | null): string =>
  caption === null ? '' : `<figcaption>${escaped(caption)}</figcaption>`;

function tableHtml({ columns, rows, totals, caption, notes, size, breaks }: ComposedTable): string {
  const whole = columns.reduce((sum, { width }) => sum + width, 0) || 1;
  const cols = columns.map(({ width }) => `<col style="width:${((width / whole) * 100).toFixed(3)}%">`).join('');
  const head = columns.map(({ title }) => `<th scope="col">${escaped(title)}</th>`).join('');
  const body = rows.map((cells, row) => {
    const tds = columns.map(({ align, hanging }, column) => {
      const cell = cells[column];
      const room = hanging && cell?.illustrative !== true ? ' room' : '';
      return `<td class="${align}${room}">${runsHtml(cell ? [cell] : [])}</td>`;
    });
    return `<tr${totals?.includes(row) ? ' class="total"' : ''}>${tds.join('')}</tr>`;
  });
  return (
    `<figure class="table${breaks ? '' : ' together'}">${captionHtml(caption)}` +
    `<table style="font-size:${size}pt"><colgroup>${cols}</colgroup>` +
    `<thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>${notesHtml(notes)}</figure>`
  );
}

/** As an image of its own, so that neither its ids nor its styles meet those of the page. */
function pictureHtml({ svg, description, caption, notes }: ComposedPicture, lang: Lang): string {
  const { width } = pictureSize(svg, lang);
  const data = Buffer.from(svg).toString('base64');
  return (
    `<figure class="picture"><img src="data:image/svg+xml;base64,${data}" alt="${escaped(description)}" ` +
    `style="width:${width.toFixed(2)}pt">${captionHtml(caption)}${notesHtml(notes)}</figure>`
  );
}
