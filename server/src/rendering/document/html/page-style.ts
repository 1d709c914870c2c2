import type { Lang } from '../../../domain/text.ts';
import {
  FIGURE_GAP_PT,
  IMPRINT_RULE_MM,
  LETTER_MM,
  MASTHEAD_DROP_MM,
  MASTHEAD_LINE,
  PAGE_MM,
  PAGE_NUMBER_DROP_MM,
  RED,
  redRuleGap,
  SETTINGS,
  SIZE_PT,
  titlePitch,
  TYPE_AREA_MM,
} from '../layout.ts';
import { WORDS } from '../words.ts';

const BODY = {
  zh: "'仿宋_GB2312', 'FangSong', 'STFangsong', 'Noto Serif SC', 'Noto Serif CJK SC', serif",
  en: "'Times New Roman', 'Noto Serif SC', 'Noto Serif CJK SC', 'SimSun', serif",
};
const KAI = "'楷体_GB2312', 'KaiTi', 'STKaiti', 'Noto Serif SC', 'Noto Serif CJK SC', serif";
const HEI = "'SimHei', 'STHeiti', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif";
const TITLE = "'方正小标宋简体', 'STZhongsong', 'Noto Serif SC', 'Noto Serif CJK SC', 'SimSun', serif";
const SONG = "'SimSun', 'STSong', 'Noto Serif SC', 'Noto Serif CJK SC', serif";

/** From the page's edge to the rules of a letter. */
const LETTER_EDGE = (PAGE_MM.width - LETTER_MM.ruleWidth) / 2;

/** The printed page: margins and page numbers by the browser's page boxes, odd right and even left (7.5). */
const paper = (lang: Lang): string => `
@page {
  size: ${PAGE_MM.width}mm ${PAGE_MM.height}mm;
  margin: ${PAGE_MM.top}mm ${PAGE_MM.right}mm ${PAGE_MM.bottom}mm ${PAGE_MM.left}mm;
}
@page :right { @bottom-right { ${pageNumber('right')} } }
@page :left { @bottom-left { ${pageNumber('left')} } }
@page draft { @top-center { content: '${WORDS[lang].draftLine}'; font: ${SIZE_PT.no4}pt ${HEI}; } }
@page letter { margin: ${LETTER_MM.mastheadTop}mm ${LETTER_EDGE}mm ${PAGE_MM.bottom}mm; }
@page letter:first {
  @bottom-right { content: none; }
  @bottom-left { content: none; }
  @bottom-center { content: ''; ${footRule()} margin-top: ${PAGE_MM.bottom - LETTER_MM.footRule}mm; }
}
@media print {
  html { background: none; }
  .sheet { break-after: page; }
  .document:last-of-type .sheet:last-of-type { break-after: auto; }
  .last { display: flex; flex-direction: column; min-height: calc(${TYPE_AREA_MM.height}mm - 1px); }
  .letter .masthead { margin-top: 0; }
  .letter .sheet { padding: 0 ${PAGE_MM.right - LETTER_EDGE}mm 0 ${PAGE_MM.left - LETTER_EDGE}mm; }
  .foot-rule { display: none; }
  ${onPage('draft')}
  ${onPage('letter')}
}`;

/** Chromium 109 starts a page before each paragraph whose page is not named as that of what holds it. */
const onPage = (name: string): string => `.${name}, .${name} * { page: ${name}; }`;

const pageNumber = (side: 'left' | 'right'): string =>
  `content: '— ' counter(page) ' —'; font: ${SIZE_PT.no4}pt ${SONG}; vertical-align: top; ` +
  `padding-top: ${PAGE_NUMBER_DROP_MM}mm; padding-${side}: ${SIZE_PT.no4}pt; text-align: ${side};`;

const footRule = (): string =>
  `width: ${LETTER_MM.ruleWidth}mm; height: 5pt; box-sizing: border-box; border: solid #${RED}; border-width: 0.75pt 0 2.2pt;`;

/**
 * On a screen each part is a sheet of the same width and margins; nothing else of the page changes. A browser without boxes in the
 * margins of a page (Chromium before 131, which has ::details-content since; Firefox) prints the line of a draft on the
 * first page of a part.
 */
const screen = (): string => `
@media screen {
  html { background: #d5d8dc; }
  body { padding: 8mm 0; }
  .sheet {
    width: ${PAGE_MM.width}mm; min-height: ${PAGE_MM.height}mm; margin: 0 auto 8mm; background: #fff;
    padding: ${PAGE_MM.top}mm ${PAGE_MM.right}mm ${PAGE_MM.bottom}mm ${PAGE_MM.left}mm;
    box-shadow: 0 1px 6px rgb(0 0 0 / 30%);
  }
  .sheet { display: flex; flex-direction: column; }
  .foot-rule { position: absolute; bottom: ${LETTER_MM.footRule}mm; left: ${LETTER_EDGE}mm; ${footRule()} }
  .draft-line { position: absolute; top: 15mm; inset-inline: 0; text-align: center; font: ${SIZE_PT.no4}pt ${HEI}; }
  data.figure { border-bottom: 1px dotted #666; cursor: help; }
  data.figure:hover, data.figure:focus { background: #fff3bf; outline: none; }
}
/* On screen a wider font of the reader's runs into the margin before it is cut. */
@media screen { .masthead { margin-left: -15mm; margin-right: -15mm; } }
@media screen and (max-width: ${PAGE_MM.width}mm) {
  body { padding: 0; }
  .sheet { width: auto; min-height: 0; padding: 12mm 5mm; box-shadow: none; margin-bottom: 4mm; }
  .masthead { margin: 8mm 0 0; white-space: normal; text-align: center; }
  .masthead span { position: static; transform: none !important; font-size: 24pt !important; line-height: 1.2 !important; }
  .letter .rules { margin-inline: 0; }
  .letter .number { margin-top: 6pt; }
  .number, h1 { margin-top: 8mm; }
  .foot-rule { display: none; }
  h1, .annex h2 { font-size: 16pt; line-height: 1.4; text-wrap: balance; }
  h1 br, .annex h2 br { display: none; }
  p.text { text-align: start; }
  .draft-line { top: 4mm; }
  .table { display: block; overflow-x: auto; }
}
@media print { .draft-line { margin-bottom: ${SIZE_PT.no4}pt; text-align: center; font: ${SIZE_PT.no4}pt ${HEI}; } }
@supports selector(::details-content) and (not (-moz-appearance: none)) { @media print { .draft-line { display: none; } } }`;

const text = (lang: Lang): string => {
  const { body, pitch, title, cell, indent, caption, imprint, paragraphGap, headingGap } = SETTINGS[lang];
  const tight = lang === 'zh' ? cell - body - 0.01 : 0;
  return `
* { box-sizing: border-box; margin: 0; padding: 0; }
html { -webkit-text-size-adjust: none; text-size-adjust: none; }
body { font: ${body}pt/${pitch}pt ${BODY[lang]}; letter-spacing: ${tight.toFixed(3)}pt; color: #000; text-autospace: normal; }
.sheet { position: relative; overflow-wrap: anywhere; }
.masthead {
  color: #${RED}; font-family: ${TITLE}; font-weight: 700; letter-spacing: 0; white-space: nowrap; text-rendering: geometricPrecision;
  margin-top: calc(${MASTHEAD_DROP_MM}mm - ${MASTHEAD_LINE.above} * var(--size)); overflow: hidden; font-synthesis: none;
}
.masthead span { display: inline-block; position: relative; left: 50%; }
.number { margin-top: calc(${2 * pitch}pt - ${MASTHEAD_LINE.below} * var(--size)); min-height: ${pitch}pt; padding-bottom: ${redRuleGap(lang).toFixed(2)}pt; text-align: center; border-bottom: 1.5pt solid #${RED}; }
.letter .masthead { margin-top: ${LETTER_MM.mastheadTop - PAGE_MM.top}mm; }
.letter .rules { height: 5pt; margin: ${LETTER_MM.ruleGap}mm ${LETTER_EDGE - PAGE_MM.right}mm 0 ${LETTER_EDGE - PAGE_MM.left}mm; border: solid #${RED}; border-width: 2.2pt 0 0.75pt; }
.letter .number { margin-top: 6pt; padding: 0; border: 0; text-align: right; }
h1 { margin: ${2 * pitch}pt 0 ${pitch}pt; }
h1, .annex h2 { font: 700 ${title}pt/${titlePitch(lang)}pt ${TITLE}; letter-spacing: 0; text-align: center; break-after: avoid; font-synthesis: none; }
.annex h2 { margin: ${pitch}pt 0; text-indent: 0; }
.annex-mark { font-family: ${HEI}; }
* + .annex-mark { margin-top: ${pitch}pt; }
.addressees { margin-bottom: ${paragraphGap}pt; }
p.text { text-align: justify; text-indent: ${indent * cell}pt; orphans: ${lang === 'zh' ? 1 : 2}; widows: ${lang === 'zh' ? 1 : 2}; margin-bottom: ${paragraphGap}pt; }
h2, h3, h4, h5 { font: ${lang === 'en' ? 700 : 400} ${body}pt/${pitch}pt ${BODY[lang]}; text-indent: ${indent * cell}pt; break-after: avoid; margin-top: ${headingGap}pt; }
h2 { font-family: ${HEI}; }
h3 { font-family: ${lang === 'zh' ? KAI : BODY.en}; }
h4, h5 { font-weight: 400; }
.annex-note, .signature { break-before: avoid; }
.annex-note { break-after: avoid; break-inside: avoid; margin-top: ${pitch}pt; list-style: none; }
.annex-note li { padding-left: calc(${indent}em + var(--first) + var(--hang)); text-indent: calc(-1 * var(--hang)); }
.signature { margin-top: ${2 * pitch}pt; break-inside: avoid; text-align: right; }
.signature div { display: inline-block; text-align: ${lang === 'zh' ? 'center' : 'right'}; }
.remark { padding-left: ${indent * cell}pt; }
sup { font-size: 60%; line-height: 0; }
figure { margin: ${FIGURE_GAP_PT.above}pt 0 ${FIGURE_GAP_PT.below}pt; letter-spacing: 0; }
figure.picture { break-inside: avoid; }
figure img { display: block; margin: 0 auto; max-width: 100%; height: auto; }
figcaption { font: ${caption}pt/24pt ${HEI}; text-align: center; break-after: avoid; }
.picture figcaption { break-after: auto; }
.note { font-size: ${SIZE_PT.no5}pt; line-height: 1.6; letter-spacing: 0; }
table { width: 100%; border-collapse: separate; border-spacing: 0; table-layout: fixed; line-height: 1.35; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.together { break-inside: avoid; }
th, td { border: solid #000; border-width: 0 0.5pt 0.5pt 0; padding: 0.28em 2.4pt; vertical-align: middle; text-align: left; }
th { border-top-width: 0.5pt; padding-inline: 1pt; font-family: ${HEI}; font-weight: 400; text-align: center; }
th:first-child, td:first-child { border-left-width: 0.5pt; }
.right { text-align: right; }
.room::after { content: '◈'; visibility: hidden; font-size: 60%; line-height: 0; }
.center { text-align: center; }
tr.total { font-weight: 700; }
.imprint-room { flex: 1 0 12pt; }
.imprint { break-inside: avoid; font-size: ${imprint}pt; line-height: 1.8; letter-spacing: 0; border: solid #000; border-width: ${IMPRINT_RULE_MM.outer}mm 0; }
.imprint p { padding: 0 1em; }
.imprint .copies { padding-left: calc(1em + var(--hang)); text-indent: calc(-1 * var(--hang)); border-bottom: ${IMPRINT_RULE_MM.inner}mm solid #000; }
.imprint .printed { display: flex; justify-content: space-between; column-gap: 1em; }
.imprint .printed span:last-child { white-space: nowrap; }`;
};

/** All styles of a document's page, for paper and for the screen. */
export const pageStyle = (lang: Lang): string => `${text(lang)}${paper(lang)}${screen()}`.trim();
