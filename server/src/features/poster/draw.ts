import { CHART_THEMES, textWidth } from '@wallchart/charts';
import { escapeXml } from '@wallchart/charts/svg-text';
import { STATE_MARKS, type StateMark } from '@wallchart/charts/terms';
import { SANS, SYMBOLS } from '../../rendering/fonts.ts';
import { box, layoutPoster, SHEET, SMALLEST, type Sheet, type TextBox } from './layout.ts';
import { POSTER_WORDS } from './poster-words.ts';
import { SIZES, type PosterContent, type PosterSize } from './poster.types.ts';

const theme = CHART_THEMES.print;
const MARGIN = 56;
const COLOURS: Readonly<Record<StateMark, { readonly ink: string; readonly ground: string }>> = {
  done: { ink: theme.done, ground: theme.done },
  accepted: { ink: theme.accepted, ground: theme.acceptedGround },
  work: { ink: theme.work, ground: theme.workGround },
  overdue: { ink: theme.overdue, ground: theme.overdueGround },
  relapsed: { ink: theme.relapsed, ground: theme.relapsedGround },
};

/** The patterns of docs/domain.md#looks: done solid, accepted dots, under way diagonals, overdue a cross-hatch, relapsed upright bars. */
function patterns(): string {
  const marks: Readonly<Record<Exclude<StateMark, 'done'>, string>> = {
    accepted: `<circle cx="4" cy="4" r="2" fill="${theme.accepted}"/>`,
    work: `<path d="M0 8L8 0M-2 2L2 -2M6 10L10 6" stroke="${theme.work}" stroke-width="1.6"/>`,
    overdue: `<path d="M0 8L8 0M0 0L8 8" stroke="${theme.overdue}" stroke-width="1.3"/>`,
    relapsed: `<path d="M2 0V8M6 0V8" stroke="${theme.relapsed}" stroke-width="2"/>`,
  };
  return STATE_MARKS.filter((mark) => mark !== 'done')
    .map(
      (mark) =>
        `<pattern id="${mark}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${COLOURS[mark].ground}"/>${marks[mark]}</pattern>`,
    )
    .join('');
}

const round = (length: number): number => Math.round(length * 100) / 100;

/**
 * Words with ◈ in the face that has it. Where no Chinese character stands beside it, the sign is placed on its own: digits
 * would be taken from its face too when a PDF is set.
 */
function typeset({ x, width, size, text }: TextBox, end: boolean): string {
  const alone = !end && /\d/.test(text) && !/[\u2e80-\uffff]/.test(text);
  const place = alone ? ` x="${round(x + width - textWidth('◈', size))}"` : '';
  return escapeXml(text).replace(/◈$/, () => `<tspan${place} font-family="'${SYMBOLS}'">◈</tspan>`);
}

function textAt(line: TextBox, { fill = theme.ink, end = false } = {}): string {
  const { x, y, size, bold } = line;
  const anchor = end ? ' text-anchor="end"' : '';
  const weight = bold ? ' font-weight="700"' : '';
  return `<text x="${round(x)}" y="${round(y + size)}" font-size="${round(size)}"${weight}${anchor} fill="${fill}">${typeset(line, end)}</text>`;
}

const rect = (
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  style: string,
): string => `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" ${style}/>`;

/** A swatch and its word and count for each state that occurs. */
function legend(content: PosterContent): string {
  let x = MARGIN;
  return content.legend
    .map(({ mark, word, count }) => {
      const label = box(`${word} ${count}`, x + 52, MARGIN + 132, 22);
      const drawn = [rect({ x, y: MARGIN + 134, width: 42, height: 22 }, swatch(mark)), textAt(label)].join('');
      x = label.x + label.width + 40;
      return drawn;
    })
    .join('');
}

/** Solid where there is no pattern: tiles of one colour would show their seams. */
const fillOf = (mark: StateMark): string => (mark === 'done' ? COLOURS.done.ground : `url(#${mark})`);
const swatch = (mark: StateMark): string => `fill="${fillOf(mark)}" stroke="${COLOURS[mark].ink}" stroke-width="1.2"`;

function head(content: PosterContent): string {
  const { title, headline, place, illustrative } = content;
  const right = illustrative === null ? '' : textAt(rightOf(illustrative, 20, MARGIN + 136), { end: true });
  return [
    textAt(box(title, MARGIN, MARGIN - 10, 52, true)),
    textAt(box(headline, MARGIN, MARGIN + 66, 30, true)),
    textAt(rightOf(place, 24, MARGIN + 70), { end: true }),
    legend(content),
    right,
  ].join('');
}

/** A line that ends at the right margin. */
const rightOf = (text: string, size: number, y: number): TextBox => box(text, SHEET.width - MARGIN, y, size);

function foot({ lang, foot: wording }: PosterContent, number: number, of: number): string {
  const y = SHEET.height - MARGIN - SMALLEST;
  const sheets =
    of > 1 ? textAt(rightOf(POSTER_WORDS[lang].sheet(number, of), SMALLEST, y), { fill: theme.soft, end: true }) : '';
  return textAt(box(wording, MARGIN, y, SMALLEST), { fill: theme.soft }) + sheets;
}

function body({ tiles, texts, rules }: Sheet): string {
  return [
    ...rules.map(
      ({ x, y, width }) =>
        `<path d="M${round(x)} ${round(y)}h${round(width)}" stroke="${theme.rule}" stroke-width="1"/>`,
    ),
    ...tiles.map((tile) =>
      [
        rect(tile, `fill="#ffffff" stroke="${COLOURS[tile.mark].ink}" stroke-width="1.6"`),
        rect(tile.swatch, swatch(tile.mark)),
        ...tile.texts.map((line) => textAt(line)),
      ].join(''),
    ),
    ...texts.map((line) => textAt(line)),
  ].join('');
}

/** The poster as SVG sheets of a paper size, with text as text; all sheets say the same at their head. */
export function drawPoster(content: PosterContent, size: PosterSize): string[] {
  const [width, height] = SIZES[size];
  const sheets = layoutPoster(content);
  return sheets.map((sheet, at) =>
    [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${SHEET.width} ${SHEET.height}" font-family="${SANS}">`,
      `<title>${escapeXml(content.title)}</title><desc>${escapeXml(`${content.headline}. ${content.place}`)}</desc><metadata>${escapeXml(content.foot)}</metadata>`,
      `<defs>${patterns()}</defs><rect width="100%" height="100%" fill="#ffffff"/>`,
      head(content),
      body(sheet),
      foot(content, at + 1, sheets.length),
      '</svg>',
    ].join(''),
  );
}
