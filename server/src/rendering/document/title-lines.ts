import { measure as width, TITLE_LATIN } from './layout.ts';

const measure = (text: string): number => width(text, TITLE_LATIN);

/** Words of these documents that the dictionary of the segmenter does not have, longest first. */
const TERMS = [
  '软弱涣散',
  '领导小组',
  '活动场所',
  '第一书记',
  '重点整治',
  '集中整顿',
  '基层党组织',
  '党组织',
  '组织部',
  '党支部',
  '党委',
  '专项整顿',
  '整顿工作',
  '专项',
  '销号',
  '整改',
  '排查',
  '挂钩',
  '全县',
  '全市',
  '乡镇',
  '社区',
] as const;
const PIECES = new RegExp(`(${TERMS.toSorted((a, b) => b.length - a.length).join('|')})`, 'u');
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Breaks a title as the standard asks (7.3.1: lines end at words, are symmetrical and of fitting length): into as few
 * lines as there is need for, as even as its words allow.
 *
 * @param room characters of a line
 */
export function titleLines(title: string, room: number): readonly string[] {
  return title.split('\n').flatMap((line) => balanced(line.trim(), room));
}

function balanced(title: string, room: number): readonly string[] {
  if (measure(title) <= room) return [title];
  const pieces = inPieces(title);
  for (let count = Math.ceil(measure(title) / room); count < pieces.length; count += 1) {
    const lines = evenest(pieces, count, room);
    if (lines !== null) return lines.map((line) => line.trim());
  }
  return pieces;
}

/** That number of lines whose longest is shortest, and among those the ones that are most alike; null where one is too long. */
function evenest(pieces: readonly string[], count: number, room: number): string[] | null {
  const target = measure(pieces.join('')) / count;
  const known = new Map<string, { lines: string[]; cost: number } | null>();
  const from = (start: number, left: number): { lines: string[]; cost: number } | null => {
    const key = `${start} ${left}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    let best: { lines: string[]; cost: number } | null = null;
    for (let end = left === 1 ? pieces.length : start + 1; end <= pieces.length; end += 1) {
      const line = pieces.slice(start, end).join('');
      if (measure(line.trim()) > room) break;
      const rest = left === 1 ? { lines: [], cost: 0 } : from(end, left - 1);
      if (rest === null) continue;
      const cost = (measure(line.trim()) - target) ** 2 + rest.cost;
      if (best === null || cost < best.cost) best = { lines: [line, ...rest.lines], cost };
    }
    known.set(key, best);
    return best;
  };
  return from(0, count)?.lines ?? null;
}

/** What stays whole: a word with the marks and the single characters (年, 县, 的) behind it, or the quote before it. */
function inPieces(title: string): readonly string[] {
  const segments = title
    .split(PIECES)
    .flatMap((part) => (PIECES.test(part) ? [part] : Array.from(words.segment(part), ({ segment }) => segment)));
  const pieces: string[] = [];
  for (const segment of segments) {
    const before = pieces.at(-1);
    if (before !== undefined && holdsTogether(before, segment)) pieces[pieces.length - 1] = before + segment;
    else pieces.push(segment);
  }
  return pieces;
}

const holdsTogether = (before: string, segment: string): boolean =>
  /[“‘《（(〔[\d.]$/u.test(before) ||
  /^(?:[\s\p{P}]|\p{sc=Han}$)/u.test(segment.replace(/^[“‘《（(〔[]/u, '汉字')) ||
  (/[\w-]$/.test(before) && /^[\w-]/.test(segment));
