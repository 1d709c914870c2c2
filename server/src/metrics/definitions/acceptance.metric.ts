import { sql } from 'kysely';
import { measure } from '../base.ts';
import { ballots } from '../bases/case-details.ts';
import { cases } from '../bases/cases.ts';
import type { MetricSpec, Polarity } from '../metric.ts';
import { covers } from './coverage.ts';
import { GRADES } from '../words.ts';

const graded = (grade: keyof typeof GRADES, polarity: Polarity) =>
  ({
    label: { zh: `评为“${GRADES[grade].zh}”数`, en: `Graded ${GRADES[grade].en.toLowerCase()}` },
    definition: {
      zh: `截至统计日最近一次定等的验收测评等次为“${GRADES[grade].zh}”的已认定党组织数。`,
      en: `Identified organisations whose latest graded evaluation on or before the day says "${GRADES[grade].en.toLowerCase()}".`,
    },
    formula: { zh: `最近等次 = ${GRADES[grade].zh}的台账条数`, en: `number of cases with latest grade = ${grade}` },
    unit: 'CASES',
    format: 'INTEGER',
    group: 'acceptance',
    polarity,
    numerator: measure(cases, `grade_${grade}`, { where: (c) => sql`${c.grade} = ${sql.lit(grade)}` }),
  }) as const satisfies MetricSpec;

/** What people said and what the acceptance groups found. */
export const acceptanceMetrics = {
  SATISFACTION: {
    label: { zh: '群众满意度', en: 'Satisfaction' },
    definition: {
      zh: '各党组织截至统计日最近一次群众测评中，满意与基本满意票数占收回票数的比重。',
      en: 'Votes "satisfied" and "fairly satisfied" as a share of the ballots returned, from the latest ballot of each case on or before the day.',
    },
    formula: { zh: '∑（满意 + 基本满意）÷ ∑ 收回', en: 'sum(satisfied + fairly) / sum(returned)' },
    unit: 'SHARE',
    format: 'PERCENT',
    polarity: 'HIGHER_IS_BETTER',
    group: 'acceptance',
    numerator: measure(ballots, 'satisfied', { amount: (c) => c.satisfied, coverage: covers.ballot }),
    denominator: measure(ballots, 'returned', { amount: (c) => c.returned }),
  },
  GRADE_GOOD: graded('good', 'HIGHER_IS_BETTER'),
  GRADE_FAIRLY_GOOD: graded('fairly_good', 'NEUTRAL'),
  GRADE_AVERAGE: graded('average', 'NEUTRAL'),
  GRADE_POOR: graded('poor', 'LOWER_IS_BETTER'),
} as const satisfies Record<string, MetricSpec>;
