import type { MetricId, MetricValue } from '../../metrics/index.ts';
import { figureCell, headerRow, NONE, textCell } from './figure-cell.ts';
import type { BuiltTable, TableReport, TableSources } from './table-request.ts';

const METRICS = [
  'IDENTIFIED',
  'RECTIFIED',
  'RECTIFICATION_RATE',
  'OUTSTANDING',
  'ACCEPTED_PENDING',
  'OVERDUE',
  'RELAPSED',
] as const satisfies readonly MetricId[];

const WORDS = {
  zh: {
    title: '进展排名',
    headers: ['名次', '单位', '认定', '完成', '完成率', '未完成', '已验收未销号', '逾期', '反弹'],
    total: '合计',
    tied: (rank: number) => `并列 ${rank}`,
    notes: [
      '按完成率、未完成数、逾期数、区划代码排序；名次相同的并列；没有认定对象的记“—”，不排名次。合计居首，不参加排名。',
    ],
  },
  en: {
    title: 'Ranking',
    headers: [
      'Rank',
      'Unit',
      'Identified',
      'Rectified',
      'Rate',
      'Outstanding',
      'Accepted, not struck off',
      'Overdue',
      'Relapsed',
    ],
    total: 'Total',
    tied: (rank: number) => `= ${rank}`,
    notes: [
      'By rate, then outstanding, then overdue, then division code; ties share a rank; a unit without a case shows — and has no rank. The total comes first, unranked.',
    ],
  },
} as const;

/** The parts of a unit in the order of the circular (docs/domain.md#arithmetic), the whole first and unranked. */
export async function rankingTable(sources: TableSources, { report, lang }: TableReport): Promise<BuiltTable> {
  const words = WORDS[lang];
  const { key } = report;
  const [ranks, [whole], parts] = await Promise.all([
    sources.reports.ranking.load(key),
    sources.engine.values([key], METRICS),
    sources.reports.breakdown.load({ key, ids: METRICS, by: 'CHILD_UNIT' }),
  ]);
  const byUnit = new Map(parts.rows.map(({ unit, values }) => [unit, values]));
  const cells = (values: readonly MetricValue[] | undefined, total = false) =>
    METRICS.map((id) =>
      figureCell(
        values?.find((value) => value.id === id),
        lang,
        total,
      ),
    );
  return {
    title: words.title,
    metricIds: METRICS,
    notes: words.notes,
    sheet: {
      name: words.title,
      frozen: 1,
      columns: [8, 18, 10, 10, 10, 10, 16, 10, 10].map((width) => ({ width })),
      rows: [
        headerRow(1, words.headers, 2),
        { row: 2, cells: [textCell('', true), textCell(words.total, true), ...cells(whole, true)] },
        ...ranks.map(({ unit, name, rank, tied }, at) => ({
          row: at + 3,
          cells: [
            textCell(rank === null ? NONE : tied ? words.tied(rank) : String(rank)),
            textCell(name),
            ...cells(byUnit.get(unit)),
          ],
        })),
      ],
    },
  };
}
