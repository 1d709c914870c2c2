import { answered, recordedData } from '../../book/answers.ts';
import { found } from '../../book/found.ts';
import type { StoryGroup } from '../../book/story.ts';
import {
  IssuedRemindersDocument,
  ReminderCandidatesDocument,
  UnitPlaceDocument,
  type IssuedBatchFragment,
} from '../../generated/graphql.ts';
import RemindersPage from './reminders-page.vue';

const matter = (caseNo: string, organisation: string) => ({
  caseNo,
  organisation,
  zhReason: `${organisation}已逾期16天`,
  enReason: `${organisation} is 16 days overdue`,
  unit: { code: '350322111' },
});
const card = (id: string, number: string, voided: IssuedBatchFragment['reminders'][number]['voided']) => ({
  id,
  number,
  rule: 'OVERDUE' as const,
  zh: '超过完成时限',
  en: 'Past the deadline',
  matterCount: 2,
  answeredBy: '县政协副主席',
  asOf: '2014-07-31',
  issuedOn: '2014-07-31',
  replyBy: '2014-08-10',
  docxUrl: '/cards/1.docx',
  pdfUrl: '/cards/1.pdf',
  voided,
  matters: [matter('2014-030', '游洋镇鲁头村'), matter('2014-031', '钟山镇汾山村')],
});
const batch: IssuedBatchFragment = {
  id: '3',
  asOf: '2014-07-31',
  issuer: '中共仙游县委组织部',
  issuedOn: '2014-07-31',
  issuedAt: '2014-08-01T01:00:00.000Z',
  issuedBy: 'dashboard',
  replyBy: '2014-08-10',
  reminderCount: 2,
  docxUrl: '/cards/batch/3.docx',
  pdfUrl: '/cards/batch/3.pdf',
  reminders: [
    card('7', '提醒〔2014〕7号', null),
    card('8', '提醒〔2014〕8号', {
      reason: '收卡对象有误',
      voidedAt: '2014-08-02T01:00:00.000Z',
      voidedBy: 'dashboard',
    }),
  ],
};
const quiet = recordedData(ReminderCandidatesDocument);

export default {
  title: 'Reminders',
  stories: [
    {
      name: 'who is to be reminded, and what was issued',
      component: RemindersPage,
      at: '/c/county-2014/u/350322/reminders',
      answers: [answered(IssuedRemindersDocument, { unit: '350322' }, { reminderBatches: [batch] })],
      act: async (element) => (await found('input[type=checkbox]', element)).click(),
    },
    {
      name: 'no one',
      component: RemindersPage,
      at: '/c/county-2014/u/no-one/reminders',
      answers: [
        answered(ReminderCandidatesDocument, { unit: 'no-one' }, { reminders: { ...quiet.reminders, groups: [] } }),
        answered(IssuedRemindersDocument, { unit: 'no-one' }, { reminderBatches: [] }),
        answered(UnitPlaceDocument, { code: 'no-one' }, recordedData(UnitPlaceDocument)),
      ],
    },
  ],
} satisfies StoryGroup;
