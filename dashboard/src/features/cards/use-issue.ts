import { computed, reactive, shallowRef, watch } from 'vue';
import { useAddress } from '../../address/use-address.ts';
import type { Failure } from '../../api/failure.ts';
import { runOperation } from '../../api/use-operation.ts';
import { formatDay, shiftDay } from '../../format/index.ts';
import {
  IssueRemindersDocument,
  ReminderPreviewDocument,
  type IssueRemindersMutation,
} from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { failureOf } from '../circulars/outcome.ts';
import { MOST_CARDS, tallyOf } from './choice.ts';
import { followProgress } from './follow-progress.ts';
import type { Candidate, Reminders } from './use-cards-page.ts';

export type Outcome = IssueRemindersMutation['issueReminderCards'];

export interface IssueInput {
  readonly reminders: Reminders;
  readonly candidates: readonly Candidate[];
  readonly chosen: ReadonlySet<string>;
  /** Day by which to answer. */
  readonly replyBy: string;
}

/** Most days between issue and answer that the server takes. */
const MOST_DAYS = 366;

/** How the chosen cards are to be issued: by whom, in which language, whether again. */
function useWish(given: IssueInput) {
  const { lang } = useLanguage();
  const wish = reactive({
    lang: lang.value === 'en' ? ('EN' as const) : ('ZH' as const),
    issuer: '',
    again: false,
  });
  watch(lang, (now) => (wish.lang = now === 'en' ? 'EN' : 'ZH'));
  watch(
    () => given.candidates,
    () => (wish.again = false),
  );
  return wish;
}

/** From the choice to the cards: looked at first, then issued. */
export function useIssue(given: IssueInput, on: { issued: (outcome: Outcome) => void; stale: () => void }) {
  const { lang } = useLanguage();
  const { address } = useAddress();
  const wish = useWish(given);
  const open = shallowRef(false);
  const html = shallowRef<string | null>(null);
  const previewFailure = shallowRef<Failure | null>(null);
  const failure = shallowRef<Failure | null>(null);
  const busy = shallowRef(false);
  const progress = shallowRef<{ readonly done: number; readonly total: number } | null>(null);

  const tally = computed(() => tallyOf(given.candidates, given.chosen, wish.again));
  const lastDay = computed(() => shiftDay(given.reminders.issuedOn, MOST_DAYS));
  const dayIsRight = computed(() => given.replyBy >= given.reminders.issuedOn && given.replyBy <= lastDay.value);
  const keys = computed(() =>
    given.candidates
      .filter(({ key, recent }) => given.chosen.has(key) && (wish.again || !recent))
      .map(({ key }) => key),
  );
  const input = () => {
    const { campaign, code } = address.value;
    const { asOf } = given.reminders;
    const issuer = wish.issuer.trim() === '' ? null : wish.issuer.trim();
    return { campaign, unit: code, asOf, lang: wish.lang, keys: keys.value, replyBy: given.replyBy, issuer };
  };

  const preview = async (): Promise<void> => {
    previewFailure.value = null;
    html.value = null;
    const answer = await runOperation('query', ReminderPreviewDocument, { input: input() });
    previewFailure.value = answer.failure;
    html.value = answer.data?.reminderPreview ?? null;
    if (answer.failure?.code === 'REMINDER_NOT_DUE') on.stale();
  };

  return {
    wish,
    tally,
    tooMany: computed(() => tally.value.cards > MOST_CARDS),
    lastDay,
    dayIsRight,
    defaultIssuer: computed(() => (wish.lang === 'EN' ? given.reminders.enIssuer : given.reminders.zhIssuer)),
    knownNowOnly: computed(() => address.value.knownAt !== null),
    ready: computed(
      () =>
        tally.value.cards > 0 && tally.value.cards <= MOST_CARDS && dayIsRight.value && address.value.knownAt === null,
    ),
    issuedOnWords: computed(() => formatDay(given.reminders.issuedOn, lang.value)),
    replyByWords: computed(() => formatDay(given.replyBy, lang.value)),
    lastDayWords: computed(() => formatDay(lastDay.value, lang.value)),
    open,
    html,
    previewFailure,
    preview,
    ask: (): void => {
      failure.value = null;
      open.value = true;
      void preview();
    },
    busy,
    failure,
    progress,
    issue: async (): Promise<void> => {
      if (busy.value) return;
      busy.value = true;
      failure.value = null;
      const id = crypto.randomUUID();
      const stop = followProgress(id, progress);
      const answer = await runOperation('mutation', IssueRemindersDocument, {
        input: { ...input(), again: wish.again, progress: id },
      });
      stop();
      busy.value = false;
      const outcome = answer.data?.issueReminderCards;
      failure.value = failureOf(answer.failure, outcome);
      if (failure.value || !outcome) return on.stale();
      open.value = false;
      on.issued(outcome);
    },
  };
}
