import { sql } from 'kysely';
import type { Text } from '../../domain/text.ts';
import { measure } from '../base.ts';
import { team } from '../bases/campaign-facts.ts';
import type { MetricSpec } from '../metric.ts';
import { villageCount } from './cases.metric.ts';

const sumOf = (item: string) =>
  measure(team, item, {
    where: (c) => sql`${c.item} = ${sql.lit(item)}`,
    amount: (c) => c.count,
    atLeast: (c) => c.atLeast,
  });

const vacanciesNow = measure(team, 'vacancies_now', {
  where: (c) => sql`${c.item} in ('vacancy', 'vacancy_filled')`,
  amount: (c) => sql`case ${c.item} when 'vacancy' then ${c.count} else -${c.count} end`,
  atLeast: (c) => c.atLeast,
});
const persons = (item: string, words: { label: Text; definition: Text; formula: Text }) =>
  ({
    ...words,
    unit: 'PERSONS',
    format: 'INTEGER',
    polarity: 'NEUTRAL',
    group: 'team',
    numerator: sumOf(item),
  }) as const satisfies MetricSpec;

const trained = persons('trained', {
  label: { zh: '培训书记人数', en: 'Secretaries trained' },
  definition: {
    zh: '截至统计日接受培训的村党组织书记人数；外出培训的另行登记，不重复计入。',
    en: 'Village secretaries trained up to the day; those trained away are entered apart and not counted twice.',
  },
  formula: { zh: '∑ 培训人数', en: 'sum(count) of trained' },
});

/** What was done about the teams: posts filled, members changed, warned, attached, held in reserve, trained. */
export const teamMetrics = {
  VACANCIES_BEFORE: {
    ...persons('vacancy', {
      label: { zh: '缺配数', en: 'Vacancies before' },
      definition: {
        zh: '截至统计日登记的村主干缺配人数，含其后已配齐的。',
        en: 'Vacant posts of leading cadres entered up to the day, including those filled since.',
      },
      formula: { zh: '∑ 缺配人数', en: 'sum(count) of vacancy' },
    }),
    polarity: 'LOWER_IS_BETTER',
  },
  VACANCIES_NOW: {
    label: { zh: '现缺', en: 'Vacancies now' },
    definition: {
      zh: '缺配人数减去截至统计日已配齐的人数。',
      en: 'Vacant posts of leading cadres less those filled on or before the day.',
    },
    formula: { zh: '∑ 缺配人数 − ∑ 已配齐人数', en: 'sum(count) of vacancy − sum(count) of vacancy_filled' },
    unit: 'PERSONS',
    format: 'INTEGER',
    polarity: 'LOWER_IS_BETTER',
    group: 'team',
    numerator: vacanciesNow,
  },
  MEMBERS_ADJUSTED: persons('adjusted', {
    label: { zh: '调整人数', en: 'Members adjusted' },
    definition: {
      zh: '截至统计日调整的班子成员人数，含书记。',
      en: 'Team members replaced up to the day, secretaries among them.',
    },
    formula: { zh: '∑ 调整人数', en: 'sum(count) of adjusted' },
  }),
  SECRETARIES_ADJUSTED: persons('secretary_adjusted', {
    label: { zh: '其中书记', en: 'Secretaries adjusted' },
    definition: {
      zh: '截至统计日调整的书记人数，是调整人数的其中项，不与之相加。',
      en: 'Secretaries replaced up to the day; they are part of the members adjusted and are not added to them.',
    },
    formula: { zh: '∑ 调整书记人数', en: 'sum(count) of secretary_adjusted' },
  }),
  WARNING_TALKS: persons('warning_talk', {
    label: { zh: '约谈人数', en: 'Warning talks' },
    definition: {
      zh: '截至统计日被约谈、限期改进的人数。',
      en: 'Persons given a warning talk with a term for improvement, up to the day.',
    },
    formula: { zh: '∑ 约谈人数', en: 'sum(count) of warning_talk' },
  }),
  CADRES_ATTACHED: persons('attached', {
    label: { zh: '跟班学习人数', en: 'Cadres attached' },
    definition: {
      zh: '截至统计日选派到先进村跟班学习的干部人数。',
      en: 'Cadres attached to advanced villages to learn, up to the day.',
    },
    formula: { zh: '∑ 跟班学习人数', en: 'sum(count) of attached' },
  }),
  RESERVE_CADRES: persons('reserve', {
    label: { zh: '后备干部数', en: 'Reserve cadres' },
    definition: {
      zh: '截至统计日储备的村级后备干部人数；以“余”“+”登记的为下限，汇总后仍为下限。',
      en: 'Reserve cadres held up to the day; a lower bound ("500+") stays a lower bound in the total.',
    },
    formula: { zh: '∑ 后备干部人数', en: 'sum(count) of reserve' },
  }),
  SECRETARIES_TRAINED: trained,
  SECRETARIES_TRAINED_AWAY: persons('trained_away', {
    label: { zh: '外出培训书记人数', en: 'Secretaries trained away' },
    definition: {
      zh: '截至统计日外出培训的村党组织书记人数；与培训书记人数分别登记，二者不相加。',
      en: 'Village secretaries sent away for training up to the day; entered apart from those trained, and not to be added to them.',
    },
    formula: { zh: '∑ 外出培训人数', en: 'sum(count) of trained_away' },
  }),
  TRAINING_COVERAGE: {
    label: { zh: '培训覆盖率', en: 'Training coverage' },
    definition: {
      zh: '培训书记人数占村数的比重。分母在本批次所在单位取其申报村数，未申报的以及其他单位，取统计日行政区划中的村数（示例单位除外）。',
      en: 'Secretaries trained as a share of the villages: those declared by the campaign at its own unit, else those of the tree on the day (without illustrative units).',
    },
    formula: { zh: '培训书记人数 ÷ 村数', en: 'SECRETARIES_TRAINED / villages' },
    unit: 'SHARE',
    format: 'PERCENT',
    polarity: 'HIGHER_IS_BETTER',
    group: 'team',
    numerator: trained.numerator,
    denominator: villageCount,
  },
} as const satisfies Record<string, MetricSpec>;
