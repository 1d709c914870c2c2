import type { ChartKind } from '@wallchart/charts/cards';
import type { MetricId } from '../../metrics/index.ts';

export { CHART_KINDS, chartAddress, kindInAddress, kindOfAddress } from '@wallchart/charts/cards';
export type { ChartKind };

interface KindFacts {
  /** What the chart shows, as a caption or a file name says it; the card's title asks a question. */
  readonly name: { readonly zh: string; readonly en: string };
  /** The metrics that it draws. */
  readonly metricIds: readonly MetricId[];
}

export const KIND_FACTS: Readonly<Record<ChartKind, KindFacts>> = {
  TOWNS: {
    name: { zh: '各单位整顿进展', en: 'Progress by unit' },
    metricIds: ['IDENTIFIED', 'RECTIFIED', 'RECTIFICATION_RATE', 'ACCEPTED_PENDING', 'OVERDUE', 'RELAPSED'],
  },
  CAUSES: { name: { zh: '主要情形构成', en: 'Primary causes' }, metricIds: ['IDENTIFIED'] },
  CAUSE_INCIDENCE: { name: { zh: '各类情形发生情况', en: 'Incidence of causes' }, metricIds: ['IDENTIFIED'] },
  TREND: { name: { zh: '整顿进度', en: 'Progress over time' }, metricIds: ['RECTIFIED', 'IDENTIFIED', 'OVERDUE'] },
  VENUE_GAP: {
    name: { zh: '活动场所资金缺口', en: 'Venue funds and gap' },
    metricIds: ['VENUES_NEEDED', 'VENUE_COST', 'VENUE_RAISED', 'VENUE_GAP'],
  },
  PAY: {
    name: { zh: '村干部报酬调整', en: 'Pay before and after' },
    metricIds: ['LEADING_PAY_INCREASE', 'GENERAL_PAY_INCREASE'],
  },
  VISITS: { name: { zh: '挂钩领导走访达标', en: 'Visit compliance' }, metricIds: ['VISITS', 'VISIT_COMPLIANCE'] },
  ACCEPTANCE: {
    name: { zh: '验收等次', en: 'Grades at acceptance' },
    metricIds: ['GRADE_GOOD', 'GRADE_FAIRLY_GOOD', 'GRADE_AVERAGE', 'GRADE_POOR', 'SATISFACTION'],
  },
};
