import { day, fundingStandard, metric as of, names } from './bind.ts';
import type { Facts } from './facts.ts';
import { VISITS_DUE } from './measures.ts';
import type { SectionPlan } from './sentence.ts';

/** Outstanding organisations that still have time. */
const inTime = ({ cases }: Facts): number => cases.filter(({ row }) => !row.overdue).length;

const deadlineAhead = ({ data: { subject } }: Facts): boolean =>
  subject.campaign.deadline !== null && subject.campaign.deadline > subject.asOf;

const others = (facts: Facts): boolean => facts.listed('OVERDUE') > 0;

/** Cause C05 to C08: rules, recruitment, elections, affairs and finances. */
export const RULE_CAUSES = ['C05', 'C06', 'C07', 'C08'].map((key) => ({ dimension: 'CAUSE', key }) as const);

const lackRules = ({ some }: Facts): boolean => RULE_CAUSES.some((by) => some('IDENTIFIED', by));

/** 五、下一步要求: what is asked, of whom, by when; first to finish, then the four aims (有人管事、有址议事、有钱办事、有章理事). */
export const REQUIREMENTS: SectionPlan = {
  id: 'REQUIREMENTS',
  title: { zh: '下一步要求', en: 'What is asked next' },
  counted: true,
  paragraphs: [
    {
      id: 'finish',
      lead: { zh: '攻坚收尾。', en: 'Finish. ' },
      sentences: [
        {
          id: 'overdue',
          text: {
            zh: '{overdue}已超过完成时限，{answerable}要说明原因、倒排工期、挂图作战，于{reply}前报送整改情况。',
            en: 'Past the deadline: {overdue}. {answerable} give the reasons and a new schedule by {reply}.',
          },
          figures: { overdue: names('OVERDUE'), reply: day('reply') },
          when: ({ listed }) => listed('OVERDUE') > 0,
        },
        {
          id: 'others',
          text: {
            zh: '其他尚未完成的党组织要逐个过堂、限期销号，确保在{deadline}前全部完成整顿。',
            en: ' The others outstanding are to be reviewed one by one and rectified by {deadline}.',
          },
          figures: { deadline: day('deadline') },
          when: (facts) => others(facts) && inTime(facts) > 0 && deadlineAhead(facts),
        },
        {
          id: 'others-without-deadline',
          text: {
            zh: '其他尚未完成的党组织要逐个明确完成时限和责任人，于{reply}前报送整改情况。',
            en: ' For the others outstanding, a deadline and a post in charge are to be set and reported by {reply}.',
          },
          figures: { reply: day('reply') },
          when: (facts) => others(facts) && inTime(facts) > 0 && !deadlineAhead(facts),
        },
        {
          id: 'outstanding',
          text: {
            zh: '尚未完成的党组织要逐个过堂、限期销号，确保在{deadline}前全部完成整顿。',
            en: 'Those outstanding are to be reviewed one by one and rectified by {deadline}.',
          },
          figures: { deadline: day('deadline') },
          when: (facts) => !others(facts) && inTime(facts) > 0 && deadlineAhead(facts),
        },
        {
          id: 'outstanding-without-deadline',
          text: {
            zh: '尚未完成的党组织要逐个明确完成时限和责任人，于{reply}前报送整改情况。',
            en: 'For those outstanding, a deadline and a post in charge are to be set and reported by {reply}.',
          },
          figures: { reply: day('reply') },
          when: (facts) => !others(facts) && inTime(facts) > 0 && !deadlineAhead(facts),
        },
      ],
    },
    {
      id: 'people',
      lead: { zh: '着力解决“有人管事”问题。', en: 'People to do the work. ' },
      sentences: [
        {
          id: 'vacancies',
          text: {
            zh: '仍缺配的村主干要尽快选优配齐。',
            en: 'The vacant leading posts are to be filled soon.',
          },
          when: ({ some }) => some('VACANCIES_NOW'),
        },
        {
          id: 'cadres',
          text: {
            zh: '健全村干部目标管理和岗位责任制，落实考勤和轮流值班制度，加强对村干部的教育管理监督。',
            en: ' Village cadres are to work by targets and duties, take turns on duty, and be trained and supervised.',
          },
          when: ({ some }) => some('IDENTIFIED'),
        },
      ],
    },
    {
      id: 'place',
      lead: { zh: '着力解决“有址议事”问题。', en: 'A place to meet. ' },
      sentences: [
        {
          id: 'venues',
          text: {
            zh: '需新建、改扩建、修缮活动场所的要抓紧建设，资金缺口按照上级补助、县乡配套、村级自筹“三个一点”的办法尽快落实，统筹用好扶贫开发、文体项目、幸福家园等建设资金。',
            en: 'Work on the venues is to be speeded up; what they lack is to be raised from the upper level, the county and town, and the village.',
          },
          when: ({ some }) => some('VENUE_GAP'),
        },
        {
          id: 'venues-funded',
          text: {
            zh: '需新建、改扩建、修缮活动场所的要抓紧建设，尽早投入使用。',
            en: 'Work on the venues is to be speeded up, so that they are soon in use.',
          },
          when: (facts) =>
            facts.some('VENUES_NEEDED') &&
            !facts.some('VENUE_GAP') &&
            (facts.value('VENUES_DONE')?.lt(facts.value('VENUES_NEEDED')!) ?? true),
        },
      ],
    },
    {
      id: 'money',
      lead: { zh: '着力解决“有钱办事”问题。', en: 'Money to act. ' },
      sentences: [
        {
          id: 'weak-economy',
          text: {
            zh: '{weak}个党组织集体经济薄弱，要通过能人强村、项目带村等方式发展壮大村级集体经济。',
            en: '{weak} {weak:organisation has|organisations have} a weak collective economy, which capable people and projects are to strengthen.',
          },
          figures: { weak: of('WEAK_ECONOMY') },
          when: ({ some }) => some('WEAK_ECONOMY'),
        },
        {
          id: 'standard',
          text: {
            zh: '村级组织运转经费要按标准（{standard}）足额拨付。',
            en: ' Operating funds are to be paid in full by the standard ({standard}).',
          },
          figures: { standard: fundingStandard },
          when: ({ some }) => some('OPERATING_DUE'),
        },
      ],
    },
    {
      id: 'rules',
      lead: { zh: '着力解决“有章理事”问题。', en: 'Rules to go by. ' },
      sentences: [
        {
          id: 'rules',
          text: {
            zh: '全面推行“四议两公开”工作法，健全村务监督和民主议事决策制度，严把发展党员入口关，实现按制度办事、按规矩用权。',
            en: 'Villages are to deliberate in four steps and publish twice, supervise their affairs, and recruit members by the rules.',
          },
          when: (facts) => lackRules(facts),
        },
      ],
    },
    {
      id: 'visits',
      lead: { zh: '落实挂钩联系。', en: 'Visits. ' },
      sentences: [
        {
          id: 'visits',
          text: {
            zh: '各{children}和挂钩单位要主动对接，协助挂钩领导按规定次数走访，帮助解决实际困难。',
            en: 'The {children} and the contact units are to arrange the visits that contact leaders have to make.',
          },
          when: ({ value }) => value('VISIT_COMPLIANCE')?.lt(VISITS_DUE) ?? false,
        },
      ],
    },
    {
      id: 'consolidate',
      lead: { zh: '巩固提升。', en: 'Consolidate. ' },
      sentences: [
        {
          id: 'consolidate',
          text: {
            zh: '对已完成整顿的{rectified}个党组织要开展“回头看”，健全长效机制，防止反弹。',
            en: 'The {rectified} rectified {rectified:organisation is|organisations are} to be reviewed again, so that none relapses.',
          },
          figures: { rectified: of('RECTIFIED') },
          when: ({ some }) => some('RECTIFIED'),
        },
        {
          id: 'relapsed',
          text: {
            zh: '{relapsed}出现反弹，要重新列入台账、从严整顿。',
            en: ' Relapsed, to be listed and rectified again: {relapsed}.',
          },
          figures: { relapsed: names('RELAPSED') },
          when: ({ listed }) => listed('RELAPSED') > 0,
        },
      ],
    },
    {
      id: 'planned',
      lead: { zh: '做好下步工作。', en: 'Ahead: ' },
      sentences: [
        {
          id: 'planned',
          text: { zh: '{planned}。', en: '{planned}.' },
          figures: { planned: names('PLANNED') },
          when: ({ listed }) => listed('PLANNED') > 0,
        },
      ],
    },
    {
      id: 'report',
      lead: { zh: '按时报送。', en: 'Report. ' },
      sentences: [
        {
          id: 'report',
          text: {
            zh: '坚持定期通报，各{children}要如实、按时报送进展情况。',
            en: 'The {children} are to report their progress truthfully and in time.',
          },
        },
      ],
    },
  ],
};
