import type { Metric, MetricFormat, MetricGroup, Polarity } from './metric.ts';
import type { Registry } from './registry.ts';

const GROUPS: Readonly<Record<MetricGroup, string>> = {
  progress: '整顿进度 / Progress',
  plan: '整改方案 / Plan',
  visits: '走访 / Visits',
  team: '班子建设 / Team',
  support: '帮扶力量 / Support',
  venues: '活动场所 / Venues',
  operating: '运转经费 / Operating funds',
  economy: '集体经济 / Collective economy',
  remuneration: '报酬 / Remuneration',
  acceptance: '验收测评 / Acceptance',
  reports: '报送 / Reports',
};

const FORMATS: Readonly<Record<MetricFormat, string>> = {
  INTEGER: '整数 / integer',
  PERCENT: '百分数 / per cent',
  SIGNED_PERCENT: '带符号百分数 / signed per cent',
  DECIMAL: '小数 / decimal',
  MONEY: '金额（元）/ amount in yuan',
};

const POLARITIES: Readonly<Record<Polarity, string>> = {
  HIGHER_IS_BETTER: '越高越好 / higher is better',
  LOWER_IS_BETTER: '越低越好 / lower is better',
  NEUTRAL: '中性 / neutral',
};

const HEAD = `# 指标说明 / The metrics

本页由指标登记自动生成，请勿手工修改；改动请在 \`server/src/metrics/definitions\` 中进行，再运行
\`npx tsx server/src/metrics/generate-reference.ts\`。

This page is generated from the registry of metrics; change a definition there and generate it again.

统计口径：除另有说明外，各指标统计生效日期不晚于统计日、且在所知时点已登记的记录；比率在所示层级只相除一次，保留十位小数，四舍五入。
金额、人数均按登记数精确计算；“余”“+”为下限，汇总后仍为下限；空白为无数据，不作零。
凡逐单位登记的数（运转经费、集体经济、报酬、报送、场所概算、群众测评），同时给出应登记、已登记的党组织数，定义中写明应由谁登记；合计只含已登记的，缺的不补。
班子、帮扶、走访、资金到位等按事项登记，没有事项就没有登记，故不设应登记数；方案、联系人等是否齐备，见“五个一落实率”。

Unless said otherwise a metric counts what is in effect on or before the day of the report and was recorded by the moment
it is known at. A ratio is divided once, at the level shown, to ten decimals, half up. A lower bound stays one; a blank is
no figure, never zero.
Figures that are entered unit by unit (operating funds, economy, pay, reports, estimates of venues, ballots) also tell how many
organisations should have an entry and how many do; the definition says which. The sum is the sum of what is entered, and nothing is
filled in. Teams, supports, visits and money received are entered as they happen: without an event there is nothing to enter, so no entry
is expected. Whether plans and contacts are in place is what PLAN_COMPLETENESS tells.
`;

const entry = (metric: Metric): string => `### ${metric.id}

**${metric.label.zh}** / **${metric.label.en}**

- 定义：${metric.definition.zh}
- Definition: ${metric.definition.en}
- 公式：${metric.formula.zh}
- Formula: ${metric.formula.en}
- 汇总：${metric.totals.zh}
- Totals: ${metric.totals.en}
- 写法 / Written: ${FORMATS[metric.format]}；${POLARITIES[metric.polarity]}
- 数据表 / Sheet: \`${metric.sheet}\`
- 可分列 / Dimensions: ${metric.dimensions.map((dimension) => `\`${dimension}\``).join(', ')}
`;

/** The reference page of the metrics in Markdown, by group, in both languages. */
export function referencePage(registry: Registry): string {
  const metrics = [...registry.values()];
  const sections = Object.entries(GROUPS).map(([group, title]) => {
    const entries = metrics.filter((metric) => metric.group === group).map(entry);
    return entries.length === 0 ? '' : `\n## ${title}\n\n${entries.join('\n')}`;
  });
  return HEAD + sections.join('');
}
