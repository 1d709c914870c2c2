import { formatDay } from '@wallchart/charts/format';
import { addDays, mondayOf } from '../../domain/day.ts';
import type { Lang } from '../../domain/text.ts';
import type { MetricChange, MetricId, MetricValue, ReportKey } from '../../metrics/index.ts';
import { columnName } from '../../rendering/workbook/cell-address.ts';
import { ruled, STYLE } from '../../rendering/workbook/styles.ts';
import type { WrittenCell, WrittenRow } from '../../rendering/workbook/write-workbook.ts';
import { countCell, figureCell, headerRow, textCell } from './figure-cell.ts';
import type { BuiltTable, TableReport, TableSources } from './table-request.ts';

const METRICS = [
  'IDENTIFIED',
  'RECTIFIED',
  'RECTIFICATION_RATE',
  'OUTSTANDING',
  'OVERDUE',
  'RELAPSED',
] as const satisfies readonly MetricId[];

const WORDS = {
  zh: {
    title: '周报表',
    headers: [
      '单位',
      '应整顿',
      '截至上周完成',
      '本周新增',
      '本周反弹',
      '本周更正、调整',
      '累计完成',
      '完成率',
      '未完成',
      '逾期',
      '反弹',
      '核对',
    ],
    total: '合计',
    sheetTitle: (campaign: string) => `${campaign}周报表`,
    unit: (unit: string) => `填报单位：${unit}`,
    week: (from: string, to: string) => `${from}至${to}`,
    measure: '单位：个',
    signed: ['制表人：', '审核人：', '填报日期：　　　年　　月　　日'],
    holds: '相符',
    fails: '不符',
    notes: (from: string, to: string) => [
      `本周为 ${from}（周一）至 ${to}；“截至上周”是到上周日为止。`,
      '核对：截至上周完成 + 本周新增 − 本周反弹 + 本周更正、调整 = 累计完成。核对列是公式，可以复算。',
    ],
  },
  en: {
    title: 'Weekly table',
    headers: [
      'Unit',
      'Due',
      'Done up to last week',
      'New this week',
      'Relapsed this week',
      'Corrected, moved',
      'Done in all',
      'Rate',
      'Outstanding',
      'Overdue',
      'Relapsed',
      'Check',
    ],
    total: 'Total',
    sheetTitle: (campaign: string) => `${campaign}: weekly table`,
    unit: (unit: string) => `Reported by: ${unit}`,
    week: (from: string, to: string) => `${from} to ${to}`,
    measure: 'Unit: organisations',
    signed: ['Prepared by:', 'Checked by:', 'Date:'],
    holds: 'holds',
    fails: 'fails',
    notes: (from: string, to: string) => [
      `The week is ${from} (Monday) to ${to}; "up to last week" ends with the Sunday before it.`,
      'Check: done up to last week + new − relapsed + corrected and moved = done in all. The column is a formula that can be computed again.',
    ],
  },
} as const;

interface Week {
  readonly name: string;
  readonly values: readonly MetricValue[];
  readonly change: MetricChange | undefined;
}

/**
 * The weekly table (docs/domain.md#weekly-report), one line per part and the whole first. Each change of the number done is shown
 * apart by its cause, so that the check can say whether the figures add up.
 */
export async function weeklyTable(sources: TableSources, { report, unit, lang }: TableReport): Promise<BuiltTable> {
  const words = WORDS[lang];
  const { nameZh, nameEn } = report.campaignRow;
  const campaign = (lang === 'en' ? nameEn : null) ?? nameZh;
  const monday = mondayOf(report.asOf);
  const ranks = [...(await sources.reports.ranking.load(report.key))].sort((a, b) => a.unit.localeCompare(b.unit));
  const keys: ReportKey[] = [
    report.key,
    ...ranks.map(({ unit }) => ({ ...report.key, unit, level: report.key.level && report.key.level + 1 })),
  ];
  const names = [words.total, ...ranks.map(({ name }) => name)];
  const [values, changes] = await Promise.all([
    sources.engine.values(keys, METRICS),
    sources.engine.compare(
      keys.map((key) => ({
        key: { ...key, asOf: addDays(monday, -1) },
        to: report.asOf,
        toKnownAt: key.knownAt,
      })),
      ['RECTIFIED'],
    ),
  ]);
  const weeks = names.map((name, at): Week => ({ name, values: values[at] ?? [], change: changes[at]?.[0] }));
  return {
    title: words.title,
    metricIds: METRICS,
    notes: words.notes(monday, report.asOf),
    sheet: {
      name: words.title,
      frozen: HEADER_ROW,
      columns: [18, 10, 14, 12, 12, 14, 12, 10, 10, 10, 10, 10].map((width) => ({ width })),
      merged: [`A1:${columnName(words.headers.length - 1)}1`],
      rows: [
        { row: 1, height: 32, cells: [{ text: words.sheetTitle(campaign), style: STYLE.heading }] },
        placed(2, [words.unit(unit.name), weekOf(monday, report.asOf, lang), words.measure]),
        ruledRow(headerRow(HEADER_ROW, words.headers)),
        ...weeks.map((week, at) => {
          const row = HEADER_ROW + 1 + at;
          return ruledRow({ row, cells: cellsOf(week, row, lang) });
        }),
        placed(HEADER_ROW + weeks.length + 2, words.signed),
      ],
    },
  };
}

const HEADER_ROW = 3;
/** Of a row, pt: room to write beside what is printed. */
const LINE = 20;

/** Three texts in a line of the sheet: left, in the middle, right. */
const placed = (row: number, [left = '', middle = '', right = '']: readonly string[]): WrittenRow => ({
  row,
  height: LINE,
  cells: Array.from({ length: 12 }, (_, at): WrittenCell | undefined => {
    if (at === 0) return { text: left, style: STYLE.plain };
    if (at === 5) return { text: middle, style: STYLE.plain };
    return at === 11 ? { text: right, style: STYLE.right } : undefined;
  }),
});

const ruledRow = ({ row, cells }: WrittenRow): WrittenRow => ({
  row,
  height: LINE,
  cells: cells.map((cell) => cell && { ...cell, style: ruled(cell.style ?? STYLE.plain) }),
});

function weekOf(from: string, to: string, lang: Lang): string {
  const tag = lang === 'zh' ? 'zh-CN' : 'en';
  return WORDS[lang].week(formatDay(from, tag), formatDay(to, tag));
}

function cellsOf({ name, values, change }: Week, row: number, lang: Lang): WrittenCell[] {
  const total = row === HEADER_ROW + 1;
  const figure = (id: MetricId): WrittenCell =>
    figureCell(
      values.find((value) => value.id === id),
      lang,
      total,
    );
  const parts = new Map((change?.parts ?? []).map((part) => [part.kind, Number(part.change)]));
  const before = Number(change?.from.value ?? 0);
  const now = Number(change?.to.value ?? 0);
  const fresh = parts.get('NEWLY_RECTIFIED') ?? 0;
  const relapsed = -(parts.get('RELAPSED') ?? 0);
  const rest = [...parts].reduce((sum, [kind, count]) => sum + (NAMED.has(kind) ? 0 : count), 0);
  return [
    textCell(name, total),
    figure('IDENTIFIED'),
    figureCell(change?.from, lang, total),
    ...[fresh, relapsed, rest].map((count) => countCell(count, { total })),
    figure('RECTIFIED'),
    figure('RECTIFICATION_RATE'),
    figure('OUTSTANDING'),
    figure('OVERDUE'),
    figure('RELAPSED'),
    checkCell(row, before + fresh - relapsed + rest === now, lang),
  ];
}

const NAMED: ReadonlySet<string> = new Set(['NEWLY_RECTIFIED', 'RELAPSED']);

function checkCell(row: number, holds: boolean, lang: Lang): WrittenCell {
  const words = WORDS[lang];
  const at = (column: number): string => `${columnName(column)}${row}`;
  return {
    text: holds ? words.holds : words.fails,
    formula: `IF(${at(2)}+${at(3)}-${at(4)}+${at(5)}=${at(6)},"${words.holds}","${words.fails}")`,
    style: STYLE.center,
  };
}
