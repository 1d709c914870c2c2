import type { Text } from '../../../metrics/index.ts';
import { metric as of, names } from './bind.ts';
import { clauseOf } from './clause.ts';
import { MONEY_PARAGRAPHS } from './money.ts';
import type { SectionPlan } from './sentence.ts';

const lead = (zh: string, en: string): Text => ({ zh, en });

/** 三、主要做法: what was done, by the four aims (people, place, money, rules). */
export const MEASURES: SectionPlan = {
  id: 'MEASURES',
  title: { zh: '主要做法', en: 'What was done' },
  counted: true,
  paragraphs: [
    {
      id: 'activities',
      lead: lead('加强组织推动。', 'Meetings, trainings and visits: '),
      sentences: [
        {
          id: 'activities',
          text: { zh: '{held}。', en: '{held}.' },
          figures: { held: names('ACTIVITIES') },
          when: ({ listed }) => listed('ACTIVITIES') > 0,
        },
      ],
    },
    {
      id: 'plan',
      lead: lead('逐个制定方案。', 'A plan for each: '),
      sentences: [
        {
          id: 'measures',
          clause: true,
          text: {
            zh: '“一村一策”列出整改措施{all}条，已完成{done}条，完成率{rate}',
            en: '{all} measures planned, {done} of them done ({rate})',
          },
          figures: { all: of('MEASURES'), done: of('MEASURES_DONE'), rate: of('MEASURE_RATE') },
          when: ({ some }) => some('MEASURES'),
        },
        clauseOf('PLAN_COMPLETENESS', '{ones}落实率{figure}', 'the {ones} in place to {figure}'),
      ],
    },
    {
      id: 'team',
      lead: lead('配强班子队伍。', 'Teams: '),
      sentences: [
        {
          id: 'vacancies',
          clause: true,
          text: {
            zh: '村主干缺配由{before}名减少到{now}名',
            en: 'vacant posts of leading cadres brought from {before} to {now}',
          },
          figures: { before: of('VACANCIES_BEFORE'), now: of('VACANCIES_NOW') },
          when: ({ some, value }) =>
            some('VACANCIES_BEFORE') && (value('VACANCIES_NOW')?.lt(value('VACANCIES_BEFORE')!) ?? false),
        },
        {
          id: 'adjusted-secretaries',
          clause: true,
          text: {
            zh: '调整充实班子成员{all}名（其中书记{secretaries}名）',
            en: '{all} team members replaced or added, {secretaries} of them secretaries',
          },
          figures: { all: of('MEMBERS_ADJUSTED'), secretaries: of('SECRETARIES_ADJUSTED') },
          when: ({ some }) => some('SECRETARIES_ADJUSTED'),
        },
        clauseOf(
          'MEMBERS_ADJUSTED',
          '调整班子成员{figure}名',
          '{figure} team members replaced',
          ({ some }) => !some('SECRETARIES_ADJUSTED'),
        ),
        clauseOf('WARNING_TALKS', '约谈{figure}人', '{figure} warning talks held'),
        clauseOf(
          'CADRES_ATTACHED',
          '选派{figure}名干部到先进村跟班学习',
          '{figure} cadres attached to advanced villages',
        ),
        clauseOf('RESERVE_CADRES', '储备村级后备干部{figure}名', '{figure} reserve cadres held'),
        {
          id: 'secretaries-trained',
          clause: true,
          text: {
            zh: '培训村党组织书记{trained}名，覆盖率{coverage}',
            en: '{trained} village secretaries trained ({coverage})',
          },
          figures: { trained: of('SECRETARIES_TRAINED'), coverage: of('TRAINING_COVERAGE') },
          when: ({ some, known }) => some('SECRETARIES_TRAINED') && known('TRAINING_COVERAGE'),
        },
        clauseOf('SECRETARIES_TRAINED_AWAY', '组织书记外出培训{figure}名', '{figure} secretaries trained away'),
      ],
    },
    {
      id: 'support',
      lead: lead('充实帮扶力量。', 'Support: '),
      sentences: [
        clauseOf('STATIONED_CADRES', '选派驻村干部{figure}名', '{figure} cadres stationed in villages'),
        clauseOf('TWINNED_UNITS', '结对帮扶单位{figure}个', '{figure} twinned units'),
        clauseOf('FIRST_SECRETARIES', '选派第一书记{figure}名', '{figure} first secretaries sent'),
        clauseOf('STRONG_VILLAGE_PAIRS', '强村带弱村结对{figure}对', '{figure} weak villages paired with strong ones'),
        clauseOf('THEME_DAY_BRANCHES', '{figure}个党支部参加主题党日', '{figure} branches in the theme day'),
        clauseOf(
          'PROBLEMS_HELPED',
          '会诊帮助解决疑难问题的党组织{figure}个',
          '{figure} organisations helped past a hard problem',
        ),
        clauseOf('PROJECT_FUNDS', '争取帮扶资金{figure}', '{figure} of funds won'),
      ],
    },
    {
      id: 'visits',
      lead: lead('领导挂钩联系。', 'Visits of the contact leaders: '),
      sentences: [
        clauseOf('VISITS', '累计走访{figure}次', '{figure} visits'),
        clauseOf('PROBLEMS_FOUND', '发现问题{figure}个', '{figure} problems found'),
        clauseOf('PROBLEMS_SOLVED', '解决问题{figure}个', '{figure} solved'),
        clauseOf('VISIT_COMPLIANCE', '走访达标率{figure}', '{figure} of the duty met'),
      ],
    },
    ...MONEY_PARAGRAPHS,
  ],
};
