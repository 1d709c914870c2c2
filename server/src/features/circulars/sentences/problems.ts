import type { Lang } from '../../../domain/text.ts';
import { byDeadline, type CaseFacts } from '../figures/case-facts.ts';
import { day, metric as of, names, ofCase } from './bind.ts';
import type { Facts } from './facts.ts';
import { VISITS_DUE } from './measures.ts';
import type { Figures, Filling, SectionPlan, Sentence } from './sentence.ts';

/** More than this are named in one sentence and told of in the annex. */
const MOST_TOLD = 15;

const FIELDS = ['unit', 'cause', 'symptoms', 'deadline', 'leader', 'daysOverdue'] as const;

const toldOf = ({ row: { caseNo } }: CaseFacts): Figures =>
  Object.fromEntries(FIELDS.map((field) => [field, ofCase(caseNo, field)]));

const few = ({ cases }: Facts): boolean => cases.length <= MOST_TOLD;

/** A sentence about each case that meets a condition. */
const about = (
  id: string,
  zh: string,
  en: string,
  meets: (facts: CaseFacts, lang: Lang) => boolean = () => true,
): Sentence => ({
  id,
  text: { zh, en },
  when: (facts) => few(facts),
  each: ({ cases, data: { subject } }): Filling[] =>
    byDeadline(cases)
      .filter((facts) => meets(facts, subject.lang))
      .map((facts) => ({ figures: toldOf(facts), of: facts.row.caseNo })),
});

const open = ({ row }: CaseFacts): boolean => row.state !== 'accepted' && row.state !== 'relapsed';

/** 四、存在问题: names the organisations, why, and the post of the contact leader of each; never a person. */
export const PROBLEMS: SectionPlan = {
  id: 'PROBLEMS',
  title: { zh: '存在问题', en: 'Problems' },
  paragraphs: [
    {
      id: 'none',
      sentences: [
        {
          id: 'none-left',
          text: {
            zh: '截至{asOf}，没有未完成整顿的党组织。下一阶段要防止松懈和反弹。',
            en: 'As of {asOf}, no organisation is outstanding. The next task is to prevent relapses.',
          },
          figures: { asOf: day('asOf') },
          when: ({ some }) => some('IDENTIFIED') && !some('OUTSTANDING'),
        },
      ],
    },
    {
      id: 'cases',
      apart: true,
      sentences: [
        about(
          'accepted',
          '{unit}已验收、尚未销号',
          '{unit}: accepted, not yet signed off',
          ({ row }) => row.state === 'accepted',
        ),
        about('relapsed', '{unit}出现反弹', '{unit}: relapsed', ({ row }) => row.state === 'relapsed'),
        about('open', '{unit}仍未销号', '{unit}: not yet signed off', open),
        about('cause', '，列入整顿的主要情形是{cause}', '; identified for: {cause}'),
        about(
          'symptoms',
          '（{symptoms}）',
          ' ({symptoms})',
          ({ row }, lang) => (lang === 'zh' ? row.symptoms : row.symptomsEn) !== null,
        ),
        about('overdue', '，已逾期{daysOverdue}天', '; days overdue: {daysOverdue}', ({ row }) => row.overdue),
        about('due', '，完成时限{deadline}', '; due {deadline}', ({ row }) => !row.overdue && row.deadline !== null),
        about('leader', '，挂钩领导{leader}', '; contact leader: {leader}', ({ leader }) => leader !== null),
        about('no-leader', '，挂钩领导尚未落实', '; no contact leader yet', ({ leader }) => leader === null),
        about('end', '。', '.'),
      ],
    },
    {
      id: 'many',
      sentences: [
        {
          id: 'many-outstanding',
          text: {
            zh: '{names}仍未完成整顿，主要情形、完成时限和挂钩领导见附件。',
            en: 'Outstanding: {names}; causes, deadlines and contact leaders are in the annex.',
          },
          figures: { names: names('OUTSTANDING') },
          when: (facts) => !few(facts),
        },
        {
          id: 'many-overdue',
          text: { zh: '其中{names}已超过完成时限。', en: ' Past the deadline: {names}.' },
          figures: { names: names('OVERDUE') },
          when: (facts) => !few(facts) && facts.listed('OVERDUE') > 0,
        },
      ],
    },
    {
      id: 'lags',
      lead: ({ some }) =>
        some('OUTSTANDING') ? { zh: '此外，', en: 'Besides: ' } : { zh: '从日常工作看，', en: 'In the daily work: ' },
      sentences: [
        {
          id: 'vacancies',
          clause: true,
          text: { zh: '仍缺配村主干{now}名', en: 'leading posts still vacant: {now}' },
          figures: { now: of('VACANCIES_NOW') },
          when: ({ some }) => some('VACANCIES_NOW'),
        },
        {
          id: 'measures-overdue',
          clause: true,
          text: { zh: '整改措施逾期{late}条', en: 'measures overdue: {late}' },
          figures: { late: of('MEASURES_OVERDUE') },
          when: ({ some }) => some('MEASURES_OVERDUE'),
        },
        {
          id: 'venue-gap',
          clause: true,
          text: { zh: '活动场所资金缺口{gap}', en: 'funds that venues lack: {gap}' },
          figures: { gap: of('VENUE_GAP') },
          when: ({ some }) => some('VENUE_GAP'),
        },
        {
          id: 'venue-gap-note',
          clause: true,
          text: { zh: '{note}', en: '{note}' },
          figures: { note: of('VENUE_GAP', 'note') },
          when: ({ hasNote, some }) => some('VENUES_NEEDED') && hasNote('VENUE_GAP'),
        },
        {
          id: 'visits-short',
          clause: true,
          text: { zh: '挂钩领导走访达标率仅{rate}', en: 'only {rate} of the visits due were made' },
          figures: { rate: of('VISIT_COMPLIANCE') },
          when: ({ value }) => value('VISIT_COMPLIANCE')?.lt(VISITS_DUE) ?? false,
        },
        {
          id: 'reports-missing',
          clause: true,
          text: { zh: '报表报送率{rate}、及时率{timely}', en: 'reports submitted: {rate}, in time: {timely}' },
          figures: { rate: of('REPORT_COMPLETENESS'), timely: of('REPORT_TIMELINESS') },
          when: ({ value }) => value('REPORT_TIMELINESS')?.lt(1) ?? false,
        },
      ],
    },
  ],
};
