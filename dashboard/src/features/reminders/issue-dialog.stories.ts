import { recordedData } from '../../book/answers.ts';
import { found } from '../../book/found.ts';
import type { StoryGroup } from '../../book/story.ts';
import { ReminderCandidatesDocument } from '../../generated/graphql.ts';
import { addMessages } from '../../i18n/index.ts';
import '../circulars/form.css';
import IssueDialog from './issue-dialog.vue';
import messages from './messages.ts';

addMessages(messages);

const [first, second] = recordedData(ReminderCandidatesDocument).reminders.groups[0]!.candidates;
const cards = [first!, second!].map((matter) => ({ addressee: matter.addressees[0]!, matters: [matter] }));
const props = {
  open: true,
  cards,
  issuer: '中共仙游县委组织部',
  issuedOn: '2014-07-31',
  replyBy: '2014-08-10',
  html: null,
  previewFailure: null,
  failure: null,
  busy: false,
  progress: null,
};

export default {
  title: 'Issuing reminders',
  apart: true,
  stories: [
    {
      name: 'cards that cannot be shown',
      component: IssueDialog,
      props: { ...props, previewFailure: { code: 'QUERY_TIMEOUT', message: '' } },
    },
    {
      name: 'under way',
      component: IssueDialog,
      props: { ...props, busy: true, progress: { done: 1, total: 2 } },
      act: async () => (await found('progress')).scrollIntoView(),
    },
  ],
} satisfies StoryGroup;
