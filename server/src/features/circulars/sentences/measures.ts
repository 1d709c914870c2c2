import type { Text } from '../../../domain/text.ts';
import type { LedBy } from '../content/binding.ts';
import { metric as of, names } from './bind.ts';
import { clauseOf } from './clause.ts';
import type { Facts } from './facts.ts';
import { MONEY_PARAGRAPHS } from './money.ts';
import type { ParagraphPlan, SectionPlan } from './sentence.ts';

const lead = (zh: string, en: string): Text => ({ zh, en });

/** Below this the visits are named among the problems, and are no achievement. */
export const VISITS_DUE = '0.9';

const visitsMade = ({ value }: Facts): boolean => value('VISIT_COMPLIANCE')?.gte(VISITS_DUE) ?? false;

/** What one of those who lead the work did in the period. */
const ledBy = (who: LedBy, words: Text): ParagraphPlan => ({
  id: `led-by-${who}`,
  lead: words,
  sentences: [
    {
      id: `led-by-${who}`,
      text: { zh: '{held}。', en: '{held}.' },
      figures: { held: names('ACTIVITIES', who) },
      when: ({ listed }) => listed('ACTIVITIES', who) > 0,
    },
  ],
});

/** 三、主要做法: who did what, then what was done by the four aims (people, place, money, rules), then what is worth following. */
export const MEASURES: SectionPlan = {
  id: 'MEASURES',
  title: { zh: '主要做法', en: 'What was done' },
  counted: true,
  paragraphs: [
    ledBy('committee', lead('加强组织领导。', 'The standing committee: ')),
    ledBy('secretary', lead('书记带头履行第一责任人职责。', 'The Party secretary: ')),
    ledBy('minister', lead('组织部门牵头抓总。', 'The organisation department: ')),
    ledBy('department', lead('有关部门协同配合。', 'Departments: ')),
    ledBy('town', lead('乡镇党委具体推进。', 'The towns: ')),
    ledBy('none', lead('加强组织推动。', 'Meetings, trainings and visits: ')),
    {
      id: 'plan',
      lead: lead('逐个制定方案。', 'A plan for each: '),
      sentences: [
        {
          id: 'measures',
          clause: true,
          text: {
            zh: '“一村一策”列出整改措施{all}条，已完成{done}条，完成率{rate}',
            en: '{all} {all:measure|measures} planned, {done} done ({rate})',
          },
          figures: { all: of('MEASURES'), done: of('MEASURES_DONE'), rate: of('MEASURE_RATE') },
          when: ({ some }) => some('MEASURES') && some('MEASURES_DONE'),
        },
        {
          id: 'measures-none-done',
          clause: true,
          text: { zh: '“一村一策”列出整改措施{all}条', en: '{all} {all:measure|measures} planned' },
          figures: { all: of('MEASURES') },
          when: ({ some }) => some('MEASURES') && !some('MEASURES_DONE'),
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
            en: 'vacant posts of leading cadres cut from {before} to {now}',
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
            en: '{all} team {all:member|members} replaced or added, of them secretaries: {secretaries}',
          },
          figures: { all: of('MEMBERS_ADJUSTED'), secretaries: of('SECRETARIES_ADJUSTED') },
          when: ({ some }) => some('SECRETARIES_ADJUSTED'),
        },
        clauseOf(
          'MEMBERS_ADJUSTED',
          '调整班子成员{figure}名',
          '{figure} team {figure:member|members} replaced',
          ({ some }) => !some('SECRETARIES_ADJUSTED'),
        ),
        clauseOf('WARNING_TALKS', '约谈{figure}人', '{figure} warning {figure:talk|talks} held'),
        clauseOf(
          'CADRES_ATTACHED',
          '选派{figure}名干部到先进村跟班学习',
          '{figure} {figure:cadre|cadres} attached to advanced villages',
        ),
        clauseOf('RESERVE_CADRES', '储备村级后备干部{figure}名', '{figure} reserve {figure:cadre|cadres} trained'),
        {
          id: 'secretaries-trained',
          clause: true,
          text: {
            zh: '培训村党组织书记{trained}名，覆盖率{coverage}',
            en: '{trained} village {trained:secretary|secretaries} trained ({coverage})',
          },
          figures: { trained: of('SECRETARIES_TRAINED'), coverage: of('TRAINING_COVERAGE') },
          when: ({ some, known }) => some('SECRETARIES_TRAINED') && known('TRAINING_COVERAGE'),
        },
        clauseOf(
          'SECRETARIES_TRAINED_AWAY',
          '组织书记外出培训{figure}名',
          '{figure} {figure:secretary|secretaries} sent away for training',
        ),
      ],
    },
    {
      id: 'support',
      lead: lead('充实帮扶力量。', 'Support: '),
      sentences: [
        clauseOf('STATIONED_CADRES', '选派驻村干部{figure}名', '{figure} {figure:cadre|cadres} stationed in villages'),
        clauseOf('TWINNED_UNITS', '结对帮扶单位{figure}个', '{figure} twinned {figure:unit|units}'),
        clauseOf('FIRST_SECRETARIES', '选派第一书记{figure}名', '{figure} first {figure:secretary|secretaries} sent'),
        clauseOf(
          'STRONG_VILLAGE_PAIRS',
          '强村带弱村结对{figure}对',
          '{figure} weak {figure:village|villages} paired with strong ones',
        ),
        clauseOf(
          'THEME_DAY_BRANCHES',
          '{figure}个党支部参加主题党日',
          '{figure} {figure:branch|branches} took part in the theme day',
        ),
        clauseOf(
          'PROBLEMS_HELPED',
          '会诊帮助解决疑难问题的党组织{figure}个',
          '{figure} {figure:organisation|organisations} helped to solve a hard problem',
        ),
        clauseOf('PROJECT_FUNDS', '争取帮扶资金{figure}', '{figure} of project funds won'),
      ],
    },
    {
      id: 'visits',
      lead: lead('领导挂钩联系。', 'Contact leaders: '),
      sentences: [
        {
          id: 'led-by-leader',
          text: { zh: '{held}。', en: '{held}. ' },
          figures: { held: names('ACTIVITIES', 'leader') },
          when: ({ listed }) => listed('ACTIVITIES', 'leader') > 0,
        },
        clauseOf('VISITS', '累计走访{figure}次', '{figure} {figure:visit|visits}'),
        clauseOf('PROBLEMS_FOUND', '发现问题{figure}个', '{figure} {figure:problem|problems} found'),
        clauseOf('PROBLEMS_SOLVED', '解决问题{figure}个', '{figure} solved'),
        clauseOf('VISIT_COMPLIANCE', '走访达标率{figure}', '{figure} of the visits due were made', visitsMade),
      ],
    },
    ...MONEY_PARAGRAPHS,
    {
      id: 'practices',
      lead: lead('推广典型做法。', 'Good practice: '),
      sentences: [
        {
          id: 'practices',
          text: { zh: '{practices}。', en: '{practices}.' },
          figures: { practices: names('GOOD_PRACTICES') },
          when: ({ listed }) => listed('GOOD_PRACTICES') > 0,
        },
      ],
    },
  ],
};
