import type { MetricId, TownRank } from '../../../metrics/index.ts';
import type { Binding } from '../content/binding.ts';
import { RANK_DEFINITION } from '../figures/figure-words.ts';
import { nameInTable, reportKeyOf, type FigureSource, type Subject } from '../subject.ts';
import { NO_FIGURE } from '../figures/write-number.ts';
import { childrenOf } from '../sentences/words.ts';
import { words, type Cell, type TablePlan } from './table-plan.ts';

const COUNTS = ['IDENTIFIED', 'RECTIFIED', 'OUTSTANDING', 'OVERDUE'] as const satisfies MetricId[];

const TITLES = {
  zh: { rank: '位次', total: '合计', counts: ['认定数', '完成数', '未完成数', '逾期数'], rate: '完成率' },
  en: { rank: 'Rank', total: ', total', counts: ['Identified', 'Rectified', 'Outstanding', 'Overdue'], rate: 'Rate' },
} as const;

/** The units below in the order of the circular: the whole first and unranked, then as ranked, "—" without a case. */
export async function planRanking(
  { engine }: FigureSource,
  subject: Subject,
  caption: string,
  childKinds: readonly string[],
): Promise<TablePlan> {
  const { unit, lang } = subject;
  const key = reportKeyOf(subject, unit.code);
  const [[ranks = []], [parts]] = await Promise.all([
    engine.ranking([key]),
    engine.breakdown([key], 'CHILD_UNIT', ['IDENTIFIED']),
  ]);
  // Of the villages of a town most have no case: they are counted in the note.
  const single = unit.level >= 4;
  const shown = single ? ranks.filter(({ identified }) => identified > 0) : ranks;
  const titles = TITLES[lang];
  const children = childrenOf(unit, lang, childKinds);
  const unassigned = parts?.unassigned[0]?.value ?? '0';
  return {
    caption,
    columns: [
      ...(single ? [] : [{ title: titles.rank, align: 'center' as const, share: 8 }]),
      { title: `${children.charAt(0).toUpperCase()}${children.slice(1)}`, align: 'left', share: 22 },
      ...titles.counts.map((title) => ({ title, align: 'right' as const, share: title.length > 10 ? 16 : 13 })),
      ...(single ? [] : [{ title: titles.rate, align: 'right' as const, share: 14 }]),
    ],
    rows: [totalRow(subject, single), ...shown.map((rank) => rowOf(subject, rank, single))],
    totals: [0],
    note: noteOf(subject, { left: ranks.length - shown.length, none: shown.length === 0 }, children, unassigned),
  };
}

const metric = (id: MetricId, unit?: string): Binding => ({
  of: 'metric',
  metric: id,
  part: 'value',
  at: 'now',
  ...(unit === undefined ? {} : { unit }),
});

function totalRow({ unit, lang, nameOf }: Subject, single: boolean): Cell[] {
  const cell = (id: MetricId): Cell => ({ key: `ranking.total.${id}`, bind: metric(id) });
  const counts = [words(`${nameOf(unit.name)}${TITLES[lang].total}`), ...COUNTS.map(cell)];
  return single ? counts : [words(''), ...counts, cell('RECTIFICATION_RATE')];
}

/** A single organisation has neither a rank nor a rate. */
function rowOf(subject: Subject, { unit, name, identified }: TownRank, single: boolean): Cell[] {
  const cells = COUNTS.map((id): Cell => ({ key: `ranking.${unit}.${id}`, bind: metric(id, unit) }));
  const counts = [words(nameInTable(subject, name)), ...cells];
  if (single) return counts;
  const rate: Cell =
    identified === 0 ? words(NO_FIGURE) : { key: `ranking.${unit}.RATE`, bind: metric('RECTIFICATION_RATE', unit) };
  return [{ key: `ranking.${unit}.rank`, bind: { of: 'rank', unit } }, ...counts, rate];
}

function noteOf(
  { lang, unit }: Subject,
  { left, none }: { readonly left: number; readonly none: boolean },
  children: string,
  unassigned: string,
): string | null {
  const parts: string[] = unit.level >= 4 ? [] : [RANK_DEFINITION[lang]];
  if (left > 0) {
    const zh = none ? `${left}个${children}均没有认定对象。` : `其余${left}个${children}没有认定对象。`;
    parts.push(
      lang === 'zh'
        ? zh
        : none
          ? ` None of the ${left} ${children} has a case.`
          : ` ${left} more ${children} have no case.`,
    );
  }
  if (unassigned !== '0') {
    parts.push(
      lang === 'zh'
        ? `合计含未落到下级单位的${unassigned}个。`
        : ` The total has ${unassigned} entered at no unit below.`,
    );
  }
  return parts.length > 0 ? parts.join('').trim() : null;
}
