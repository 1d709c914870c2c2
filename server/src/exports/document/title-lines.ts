import { measure as width, TITLE_LATIN } from './layout.ts';

const measure = (text: string): number => width(text, TITLE_LATIN);

/** Words of these documents that a line does not break, longest first. */
const WHOLE = [
  '软弱涣散',
  '基层党组织',
  '领导小组',
  '活动场所',
  '第一书记',
  '重点整治',
  '集中整顿',
  '党组织',
  '销号',
  '社区',
  '关于',
  '整顿',
  '工作',
  '进展',
  '情况',
  '通报',
  '阶段',
  '提醒',
  '乡镇',
  '全县',
  '全市',
  '排查',
  '整改',
  '推进',
] as const;

/**
 * Breaks a title as the standard asks (7.3.1: the lines make sense, are symmetrical and of fitting length): into lines
 * of nearly equal length, never within a known word, a number or before a mark of punctuation.
 *
 * @param room characters of a line
 */
export function titleLines(title: string, room: number): readonly string[] {
  return title.split('\n').flatMap((line) => balanced(line.trim(), room));
}

function balanced(title: string, room: number): readonly string[] {
  const count = Math.ceil(measure(title) / room);
  if (count <= 1) return [title];
  const pieces = inPieces(title);
  const lines: string[] = [];
  let line = '';
  let left = measure(title);
  for (const piece of pieces) {
    const target = left / Math.max(count - lines.length, 1);
    const grown = measure(line) + measure(piece);
    const over = grown > room || (lines.length < count - 1 && grown - target > target - measure(line));
    if (line && over) {
      lines.push(line.trim());
      left -= measure(line);
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trim()].filter(Boolean);
}

/** The smallest pieces that stay whole: known words, Latin words and numbers, each with the punctuation behind it. */
function inPieces(title: string): readonly string[] {
  const whole = WHOLE.join('|');
  return (
    title.match(new RegExp(`(?:${whole}|[“《（(〔]*(?:[\\w.%-]+|.))[，、。：；！？”》）)〕的]*\\s*`, 'gu')) ?? [title]
  );
}
