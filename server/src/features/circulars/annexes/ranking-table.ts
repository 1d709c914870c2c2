import type { MetricId, TownRank } from '../../../metrics/index.ts';
import type { Binding } from '../content/binding.ts';
import { rankedOnly } from '../figures/figure-data.ts';
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
  { engine, scope, units }: FigureSource,
  subject: Subject,
  caption: string,
  childKinds: readonly string[],
): Promise<TablePlan> {
  const { unit, lang } = subject;
  const key = reportKeyOf(subject, unit.code);
  const [[all = []], below, [parts]] = await Promise.all([
    engine.ranking(scope, [key]),
    units.children.load({ code: unit.code, on: subject.asOf }),
    engine.breakdown(scope, [key], 'CHILD_UNIT', ['IDENTIFIED']),
  ]);
  const ranks = rankedOnly(all, below);
  // Of the villages of a town most have no case: they are counted in the note.
  const shown = unit.level >= 4 ? ranks.filter(({ identified }) => identified > 0) : ranks;
  const titles = TITLES[lang];
  const children = childrenOf(unit, lang, childKinds);
  const unassigned = parts?.unassigned[0]?.value ?? '0';
  return {
    caption,
    columns: [
      { title: titles.rank, align: 'center', share: 8 },
      { title: `${children.charAt(0).toUpperCase()}${children.slice(1)}`, align: 'left', share: 22 },
      ...titles.counts.map((title) => ({ title, align: 'right' as const, share: title.length > 10 ? 16 : 13 })),
      { title: titles.rate, align: 'right', share: 14 },
    ],
    rows: [
      [words(''), words(`${subject.nameOf(unit.name)}${titles.total}`), ...totalCells()],
      ...shown.map((rank) => rowOf(subject, rank)),
    ],
    totals: [0],
    note: noteOf(subject, ranks.length - shown.length, children, unassigned),
  };
}

const metric = (id: MetricId, unit?: string): Binding => ({
  of: 'metric',
  metric: id,
  part: 'value',
  at: 'now',
  ...(unit === undefined ? {} : { unit }),
});

const totalCells = (): Cell[] =>
  [...COUNTS, 'RECTIFICATION_RATE' as const].map((id) => ({ key: `ranking.total.${id}`, bind: metric(id) }));

function rowOf(subject: Subject, { unit, name, identified }: TownRank): Cell[] {
  const counts = COUNTS.map((id): Cell => ({ key: `ranking.${unit}.${id}`, bind: metric(id, unit) }));
  const rate: Cell =
    identified === 0 ? words(NO_FIGURE) : { key: `ranking.${unit}.RATE`, bind: metric('RECTIFICATION_RATE', unit) };
  return [
    { key: `ranking.${unit}.rank`, bind: { of: 'rank', unit } },
    words(nameInTable(subject, name)),
    ...counts,
    rate,
  ];
}

function noteOf({ lang }: Subject, left: number, children: string, unassigned: string): string {
  const parts: string[] = [RANK_DEFINITION[lang]];
  if (left > 0) {
    parts.push(lang === 'zh' ? `其余${left}个${children}没有认定对象。` : ` ${left} more ${children} have no case.`);
  }
  if (unassigned !== '0') {
    parts.push(
      lang === 'zh'
        ? `合计含未落到下级单位的${unassigned}个。`
        : ` The total has ${unassigned} entered at no unit below.`,
    );
  }
  return parts.join('');
}
