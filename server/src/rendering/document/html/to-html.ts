import type { Lang } from '../../../domain/text.ts';
import { asBundle } from '../as-bundle.ts';
import { compose, type ComposedAnnex, type ComposedDocument } from '../compose.ts';
import { MASTHEAD_LINE, mastheadType, measure } from '../layout.ts';
import type { Bundle, OfficialDocument } from '../official-document.ts';
import { blockHtml } from './blocks.ts';
import { escaped, linesHtml } from './markup.ts';
import { pageStyle } from './page-style.ts';

/**
 * A document as one self-contained HTML file that prints as A4 in the layout of GB/T 9704-2012 and looks like it on a
 * screen. It runs nothing and loads nothing; a figure shows its definition when pointed at.
 */
export function documentToHtml(document: OfficialDocument | Bundle): string {
  const { title, documents, properties } = asBundle(document);
  const [{ lang, issuer }] = documents;
  const meta = (name: string, content: string): string => `<meta name="${name}" content="${escaped(content)}">`;
  return [
    '<!doctype html>',
    `<html lang="${lang === 'zh' ? 'zh-CN' : 'en-GB'}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    meta('author', issuer),
    meta('description', properties.subject),
    meta('keywords', properties.keywords.join(', ')),
    ...(properties.digest === null ? [] : [meta('wallchart-digest', properties.digest)]),
    `<style>${pageStyle(lang)}</style>`,
    '</head>',
    '<body>',
    ...documents.map((each) => documentHtml(compose(each))),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function documentHtml(document: ComposedDocument): string {
  const { draft, form, annexes, lang } = document;
  const classes = ['document', ...(form === 'letter' ? ['letter'] : []), ...(draft ? ['draft'] : [])];
  const line = draft ? `<div class="draft-line">${escaped(draft.line)}</div>` : '';
  const sheet = (content: string, last: boolean, kind = ''): string =>
    `<section class="sheet${kind}${last ? ' last' : ''}">${line}<div>${content}</div>${last ? imprintHtml(document) : ''}</section>`;
  const main = [
    headHtml(document),
    ...document.blocks.map((block) => blockHtml(block, lang)),
    annexNoteHtml(document),
    signatureHtml(document),
    ...(form === 'letter' ? ['<div class="foot-rule"></div>'] : []),
  ];
  return [
    `<article class="${classes.join(' ')}" lang="${lang === 'zh' ? 'zh-CN' : 'en-GB'}">`,
    sheet(main.join('\n'), annexes.length === 0),
    ...pagesOf(annexes).map((page, index, { length }) =>
      sheet(page.map((annex) => annexHtml(annex, lang)).join('\n'), index === length - 1, ' annex'),
    ),
    '</article>',
  ].join('\n');
}

/** Annexes by the page that they stand on. */
function pagesOf(annexes: readonly ComposedAnnex[]): ComposedAnnex[][] {
  const pages: ComposedAnnex[][] = [];
  for (const annex of annexes) {
    if (annex.opensPage) pages.push([annex]);
    else pages.at(-1)?.push(annex);
  }
  return pages;
}

function headHtml({ masthead, number, title, addressees, form, lang }: ComposedDocument): string {
  const { size, scale } = mastheadType(masthead, lang);
  const style = `font-size:${size}pt;line-height:${(size * MASTHEAD_LINE.height).toFixed(2)}pt;transform:translateX(-50%) scaleX(${scale})`;
  return [
    `<div class="masthead" style="--size:${size}pt"><span style="${style}">${escaped(masthead)}</span></div>`,
    ...(form === 'letter' ? ['<div class="rules"></div>'] : []),
    `<div class="number" style="--size:${size}pt">${escaped(number ?? '')}</div>`,
    `<h1>${linesHtml(title, lang)}</h1>`,
    ...(addressees === null ? [] : [`<p class="addressees">${escaped(addressees)}</p>`]),
  ].join('\n');
}

function annexNoteHtml({ annexNote: note }: ComposedDocument): string {
  if (!note) return '';
  const items = note.items.map((item, index) => {
    const [first, hang] = index === 0 ? [0, note.labelUnits + note.numberUnits] : [note.labelUnits, note.numberUnits];
    const label = index === 0 ? note.label : '';
    return `<li style="--first:${first}em;--hang:${hang}em">${escaped(label + item)}</li>`;
  });
  return `<ul class="annex-note">${items.join('')}</ul>`;
}

function signatureHtml({ signature: { issuer, date, issuerRight, dateRight }, remark }: ComposedDocument): string {
  const right = Math.min(issuerRight, dateRight);
  return (
    `<div class="signature"><div style="margin-right:${right.toFixed(2)}em">${escaped(issuer)}<br>${escaped(date)}</div></div>` +
    (remark === null ? '' : `<p class="remark">${escaped(remark)}</p>`)
  );
}

const annexHtml = (annex: ComposedAnnex, lang: Lang): string =>
  [
    `<p class="annex-mark">${escaped(annex.mark)}</p>`,
    `<h2>${linesHtml(annex.title, lang)}</h2>`,
    ...annex.blocks.map((block) => blockHtml(block, lang)),
  ].join('\n');

function imprintHtml({ imprint }: ComposedDocument): string {
  if (!imprint) return '';
  const copies = imprint.copies
    ? `<p class="copies" style="--hang:${measure(imprint.copies.label)}em">${escaped(imprint.copies.label + imprint.copies.text)}</p>`
    : '';
  return (
    `<div class="imprint-room"></div><footer class="imprint">${copies}` +
    `<p class="printed"><span>${escaped(imprint.printedBy)}</span><span>${escaped(imprint.printed)}</span></p></footer>`
  );
}
