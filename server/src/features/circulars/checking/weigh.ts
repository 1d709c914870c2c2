import type { FindingWeight } from './check-report.ts';
import type { Region } from './regions.ts';
import type { Line, Piece } from './text-flow.ts';

/** Styles of what stands around the text. */
const HEAD: ReadonlySet<string> = new Set([
  'Masthead',
  'DocumentNumber',
  'Title',
  'Addressees',
  'AnnexNote',
  'Issuer',
  'IssueDate',
  'AnnexMark',
  'AnnexTitle',
  'Imprint',
]);

export const isHead = ({ style }: Line): boolean => style !== null && HEAD.has(style);

/** Places and bodies by what their names end with. */
const NAMED = /^\P{P}{0,3}?(?:县|市|区|镇|乡|街道|村|社区|支部|总支|党委|党工委)/u;

/** How much a difference in edited sentences matters. */
export function weigh(sealed: readonly Piece[], found: readonly Piece[], region: Region): FindingWeight {
  const [gone, came] = [sealed.slice(region.at, region.end), found.slice(region.now, region.endNow)];
  const changed = [...gone, ...came];
  const beside = sealed[region.at] ?? sealed[region.at - 1];
  if (changed.every(({ kind }) => kind === 'mark')) return 'FORM';
  if (changed.some(({ kind }) => kind === 'picture')) return 'PICTURE';
  if (beside && isHead(beside.line)) return 'HEAD';
  if (changed.some(({ counts }) => counts) || gone.some(({ figure }) => figure !== null)) return 'FIGURE';
  if (changed.every(({ key }) => key === '◈')) return 'WORDING';
  const belongs =
    nearFigure(sealed, region.at, region.end) ||
    nearFigure(found, region.now, region.endNow) ||
    isNamed(sealed, region.at, region.end) ||
    isNamed(found, region.now, region.endNow);
  return belongs ? 'NAME' : 'WORDING';
}

/** Whether a number or figure stands in the same clause. */
function nearFigure(pieces: readonly Piece[], from: number, to: number): boolean {
  const line = (pieces[from] ?? pieces[from - 1])?.line;
  const stops = (piece: Piece | undefined) => !piece || piece.line !== line || piece.kind === 'mark';
  const tells = ({ counts, figure }: Piece) => counts || figure !== null;
  for (let i = from - 1; !stops(pieces[i]); i--) if (tells(pieces[i]!)) return true;
  for (let i = to; !stops(pieces[i]); i++) if (tells(pieces[i]!)) return true;
  return false;
}

function isNamed(pieces: readonly Piece[], from: number, to: number): boolean {
  const first = pieces[from];
  return from < to && first !== undefined && NAMED.test(first.line.text.slice(pieces[to - 1]!.end - 1));
}
