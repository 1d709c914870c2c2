import type { Lang } from '../../domain/text.ts';
import { registry, type MetricId } from '../../metrics/index.ts';
import { STYLE } from '../../rendering/workbook/styles.ts';
import type { WrittenRow, WrittenSheet } from '../../rendering/workbook/write-workbook.ts';

/** What a table says about where it comes from. */
export interface TableFacts {
  readonly title: string;
  readonly unit: string;
  readonly campaign: string;
  /** `YYYY-MM-DD`; null for a ledger, which holds every day. */
  readonly asOf: string | null;
  /** ISO moment; null is the moment of writing. */
  readonly knownAt: string | null;
  readonly notes: readonly string[];
  readonly metricIds: readonly MetricId[];
}

const WORDS = {
  zh: {
    sheet: '说明',
    facts: { unit: '单位', campaign: '整顿批次', asOf: '统计日', knownAt: '按此刻前的记录' },
    now: '当前记录',
    headers: ['指标', '代码', '定义', '算式', '汇总方法'],
    marks: '◈ 为说明性数据，“余”为下限，“—”为无数据；空白不是零。',
  },
  en: {
    sheet: 'notes',
    facts: { unit: 'Unit', campaign: 'Campaign', asOf: 'As of', knownAt: 'As recorded until' },
    now: 'now',
    headers: ['Metric', 'Id', 'Definition', 'Formula', 'How it totals'],
    marks: '◈ marks an illustrative figure, ≥ a lower bound, — no figure; blank is not zero.',
  },
} as const;

/** The sheet on definitions and as-of that every exported workbook carries; the import passes it over. */
export function definitionsSheet(facts: TableFacts, lang: Lang): WrittenSheet {
  return {
    name: WORDS[lang].sheet,
    columns: [22, 26, 60, 40, 60].map((width) => ({ width })),
    rows: definitionRows(facts, lang),
  };
}

function* definitionRows(facts: TableFacts, lang: Lang): Generator<WrittenRow> {
  const words = WORDS[lang];
  let row = 1;
  yield { row, cells: [{ text: facts.title, style: STYLE.title }] };
  const wording = [
    [words.facts.unit, facts.unit],
    [words.facts.campaign, facts.campaign],
    ...(facts.asOf === null ? [] : [[words.facts.asOf, facts.asOf]]),
    [words.facts.knownAt, facts.knownAt ?? words.now],
  ];
  for (const texts of wording) yield { row: (row += 1), cells: texts.map((text) => ({ text, style: STYLE.text })) };
  for (const text of [...facts.notes, words.marks]) yield { row: (row += 1), cells: [{ text, style: STYLE.plain }] };
  if (facts.metricIds.length === 0) return;
  row += 1;
  yield { row: (row += 1), cells: words.headers.map((text) => ({ text, style: STYLE.header })) };
  for (const id of facts.metricIds) {
    const metric = registry.get(id);
    if (!metric) continue;
    const texts = [metric.label[lang], id, metric.definition[lang], metric.formula[lang], metric.totals[lang]];
    yield { row: (row += 1), cells: texts.map((text) => ({ text, style: STYLE.wrapped })) };
  }
}
