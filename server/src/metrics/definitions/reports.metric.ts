import { measure } from '../base.ts';
import { reports } from '../bases/campaign-facts.ts';
import type { MetricSpec } from '../metric.ts';
import { covers } from './coverage.ts';

const due = measure(reports, 'reports', { coverage: covers.reports });

/** Whether the periodic tables come in, and in time. */
export const reportMetrics = {
  REPORTS_DUE: {
    label: { zh: '应报数', en: 'Reports due' },
    definition: {
      zh: '应报日期不晚于统计日的周报、月报份数。',
      en: 'Weekly and monthly reports due on or before the day.',
    },
    formula: { zh: '应报日期 ≤ 统计日的份数', en: 'number of reports with due_on <= day of the report' },
    unit: 'REPORTS',
    format: 'INTEGER',
    polarity: 'NEUTRAL',
    group: 'reports',
    numerator: due,
  },
  REPORT_COMPLETENESS: {
    label: { zh: '报送率', en: 'Report completeness' },
    definition: {
      zh: '截至统计日已报送的份数占应报份数的比重，迟报的也计为已报。',
      en: 'Reports submitted by the day as a share of those due; a late one counts as submitted.',
    },
    formula: { zh: '报送日期 ≤ 统计日的份数 ÷ 应报数', en: 'reports with submitted_on <= day / REPORTS_DUE' },
    unit: 'SHARE',
    format: 'PERCENT',
    polarity: 'HIGHER_IS_BETTER',
    group: 'reports',
    numerator: measure(reports, 'reports_submitted', { where: (c) => c.submitted, coverage: covers.reports }),
    denominator: due,
  },
  REPORT_TIMELINESS: {
    label: { zh: '及时率', en: 'Report timeliness' },
    definition: {
      zh: '在应报日期当日或之前报送的份数占应报份数的比重。',
      en: 'Reports submitted on or before the day they were due, as a share of those due.',
    },
    formula: { zh: '报送日期 ≤ 应报日期的份数 ÷ 应报数', en: 'reports with submitted_on <= due_on / REPORTS_DUE' },
    unit: 'SHARE',
    format: 'PERCENT',
    polarity: 'HIGHER_IS_BETTER',
    group: 'reports',
    numerator: measure(reports, 'reports_in_time', { where: (c) => c.inTime, coverage: covers.reports }),
    denominator: due,
  },
} as const satisfies Record<string, MetricSpec>;
