import { computed, reactive, shallowRef, watch } from 'vue';
import { useAddress } from '../../address/use-address.ts';
import type { Failure } from '../../api/failure.ts';
import { fetchOnce, mutate } from '../../api/request.ts';
import { formatDay, addDays } from '@wallchart/charts/format';
import {
  IssueRemindersDocument,
  ReminderPreviewDocument,
  type IssueRemindersMutation,
  type IssueRemindersMutationVariables,
  type ReminderPreviewQueryVariables,
} from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { failureOf } from '../circulars/outcome.ts';
import { cardsOf, mattersKey, MOST_CARDS, tallyOf, type Choice } from './choice.ts';
import { followProgress } from './follow-progress.ts';
import type { Addressees, Candidate, Reminders } from './use-reminders-page.ts';

export type Outcome = IssueRemindersMutation['issueReminders'];

export interface IssueInput {
  readonly reminders: Reminders;
  readonly candidates: readonly Candidate[];
  readonly chosen: ReadonlySet<string>;
  readonly addressees: Addressees;
  /** Day by which to answer. */
  readonly replyBy: string;
}

/** Most days between issue and answer that the server takes. */
const MOST_DAYS = 366;

/** How the chosen cards are to be issued: by whom, in which language, whether again. */
function useIssueOptions(given: IssueInput) {
  const { lang } = useLanguage();
  const options = reactive({
    lang: lang.value === 'en' ? ('EN' as const) : ('ZH' as const),
    issuer: '',
    again: false,
    separate: false,
  });
  watch(lang, (now) => (options.lang = now === 'en' ? 'EN' : 'ZH'));
  watch(
    () => mattersKey(given.candidates),
    () => {
      options.again = false;
      options.separate = false;
    },
  );
  return options;
}

/** The selected cards, and the selection as it is sent to the server. */
function useChosenCards(given: IssueInput, options: { readonly again: boolean; readonly separate: boolean }) {
  const choice = computed<Choice>(() => ({
    chosen: given.chosen,
    addressees: given.addressees,
    again: options.again,
    separate: options.separate,
  }));
  const cards = computed(() => cardsOf<Candidate>(given.candidates, choice.value));
  return {
    cards,
    tally: computed(() => tallyOf(given.candidates, choice.value)),
    /** Whether some addressee would get one card for several matters. */
    canSeparate: computed(() =>
      cardsOf(given.candidates, { ...choice.value, separate: false }).some((one) => one.matters.length > 1),
    ),
    wanted: computed(() => {
      const keys = cards.value.flatMap(({ matters }) => matters.map(({ key }) => key));
      const addressees = keys.flatMap((key) => {
        const kind = given.addressees.get(key);
        return kind ? [{ key, kind }] : [];
      });
      return { keys, addressees, separate: options.separate };
    }),
  };
}

interface Reaction {
  issued: (outcome: Outcome) => void;
  /** What is on screen may no longer be due. */
  stale: () => void;
}

type Input = ReminderPreviewQueryVariables['input'];

/** The cards as pages. */
function usePreview(input: () => Input, on: Reaction) {
  const html = shallowRef<string | null>(null);
  const failure = shallowRef<Failure | null>(null);
  return {
    html,
    failure,
    load: async (): Promise<void> => {
      failure.value = null;
      html.value = null;
      const answer = await fetchOnce(ReminderPreviewDocument, { input: input() });
      failure.value = answer.failure;
      html.value = answer.data?.reminderPreview ?? null;
      if (answer.failure?.code === 'REMINDER_NOT_DUE') on.stale();
    },
  };
}

/** Issuing, once, with its progress. */
function useIssuing(input: () => IssueRemindersMutationVariables['input'], on: Reaction) {
  const open = shallowRef(false);
  const busy = shallowRef(false);
  const failure = shallowRef<Failure | null>(null);
  const progress = shallowRef<{ readonly done: number; readonly total: number } | null>(null);
  let outcome: Outcome | null = null;
  return {
    open,
    busy,
    failure,
    progress,
    issue: async (): Promise<void> => {
      if (busy.value) return;
      busy.value = true;
      failure.value = null;
      const id = crypto.randomUUID();
      const stop = followProgress(id, progress);
      const answer = await mutate(IssueRemindersDocument, { input: { ...input(), progress: id } });
      stop();
      busy.value = false;
      const answered = answer.data?.issueReminders;
      failure.value = failureOf(answer.failure, answered);
      if (failure.value || !answered) return on.stale();
      outcome = answered;
      open.value = false;
    },
    /** The dialog is gone: what was issued has the focus, else the button that opened it. */
    closed: (event: Event): void => {
      if (!outcome) return;
      event.preventDefault();
      on.issued(outcome);
      outcome = null;
    },
  };
}

/** From the choice to the cards: looked at first, then issued. */
export function useIssue(given: IssueInput, on: Reaction) {
  const { lang } = useLanguage();
  const { address } = useAddress();
  const options = useIssueOptions(given);
  const { tally, cards, canSeparate, wanted } = useChosenCards(given, options);
  const lastDay = computed(() => addDays(given.reminders.issuedOn, MOST_DAYS));
  const dayIsRight = computed(() => given.replyBy >= given.reminders.issuedOn && given.replyBy <= lastDay.value);
  const knownNowOnly = computed(() => address.value.knownAt !== null);
  const input = (): Input => ({
    campaign: address.value.campaign,
    unit: address.value.code,
    asOf: given.reminders.asOf,
    lang: options.lang,
    ...wanted.value,
    replyBy: given.replyBy,
    issuer: options.issuer.trim() === '' ? null : options.issuer.trim(),
  });
  const preview = usePreview(input, on);
  const issuing = useIssuing(() => ({ ...input(), again: options.again }), on);
  const words = (day: string): string => formatDay(day, lang.value);

  return {
    options,
    tally,
    cards,
    canSeparate,
    tooMany: computed(() => tally.value.cards > MOST_CARDS),
    lastDay,
    dayIsRight,
    defaultIssuer: computed(() => (options.lang === 'EN' ? given.reminders.enIssuer : given.reminders.zhIssuer)),
    knownNowOnly,
    ready: computed(() => {
      const { cards } = tally.value;
      return cards > 0 && cards <= MOST_CARDS && dayIsRight.value && !knownNowOnly.value;
    }),
    issuedOnWords: computed(() => words(given.reminders.issuedOn)),
    replyByWords: computed(() => words(given.replyBy)),
    lastDayWords: computed(() => words(lastDay.value)),
    html: preview.html,
    previewFailure: preview.failure,
    preview: preview.load,
    ...issuing,
    openDialog: (): void => {
      issuing.failure.value = null;
      issuing.open.value = true;
      void preview.load();
    },
  };
}
