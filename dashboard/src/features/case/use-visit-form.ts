import { useMutation } from '@tanstack/vue-query';
import { computed, nextTick, reactive, shallowRef, useTemplateRef, type Ref } from 'vue';
import { toFailure } from '../../api/failure.ts';
import { queries, refreshAll } from '../../api/queries.ts';
import { request } from '../../api/request.ts';
import { RecordVisitDocument, type RecordVisitInput, type RecordVisitMutation } from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';

export const ROLES = [
  'leader',
  'unit',
  'town_leader',
  'first_secretary',
  'strong_village',
  'working_group',
  'instructor',
] as const;

/** Fields of the form, by the columns of the sheet that the server names in problems. */
const FIELDS = {
  role: 'role',
  visited_on: 'visitedOn',
  problems_found: 'problemsFound',
  problems_solved: 'problemsSolved',
  note: 'note',
} as const;

type Field = (typeof FIELDS)[keyof typeof FIELDS];
type Values = Record<Field, string>;
type Recorded = RecordVisitMutation['recordVisit'];

const BLANK: Values = { role: '', visitedOn: '', problemsFound: '', problemsSolved: '', note: '' };

const isField = (column: string | null | undefined): column is keyof typeof FIELDS =>
  column !== null && column !== undefined && column in FIELDS;

/** 128 random bits; `crypto.randomUUID` is newer than the oldest browser. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');

/** A visit to a case as it is filled in and sent: sent again unchanged, it is recorded once. */
export function useVisitForm(of: () => { readonly caseNo: string; readonly county: string }, asOf: () => string) {
  const form = useTemplateRef<HTMLFormElement>('form');
  const values = reactive({ ...BLANK });
  const answer = shallowRef<Recorded | null>(null);
  const recordedOn = shallowRef('');
  let sent = { values: '', key: '' };

  const inputOf = (): RecordVisitInput => {
    const written = JSON.stringify([of(), values]);
    if (sent.values !== written) sent = { values: written, key: newKey() };
    return { ...of(), ...values, idempotencyKey: sent.key };
  };
  const focusOn = (field: Field): void =>
    void nextTick(() => form.value?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus());
  const settle = (recorded: Recorded): void => {
    answer.value = recorded;
    if (recorded.state === 'REFUSED') {
      const first = recorded.problems.map(({ column }) => column).find(isField);
      if (first) focusOn(FIELDS[first]);
      return;
    }
    recordedOn.value = values.visitedOn;
    sent = { values: '', key: '' };
    Object.assign(values, BLANK);
    refreshAll();
    focusOn('role');
  };
  const { mutate, isPending, error } = useMutation(
    {
      mutationFn: (input: RecordVisitInput) => request(RecordVisitDocument, { input }),
      onMutate: () => void (answer.value = null),
      onSuccess: ({ recordVisit }) => settle(recordVisit),
      networkMode: 'always',
    },
    queries,
  );
  return {
    values,
    busy: isPending,
    failure: computed(() => (error.value ? toFailure(error.value) : null)),
    send: (): void => {
      if (!isPending.value) mutate(inputOf());
    },
    ...useAnswerWords(answer),
    beyond: computed(() => answer.value !== null && answer.value.state !== 'REFUSED' && recordedOn.value > asOf()),
  };
}

/** An answer in words, each problem where it belongs. */
function useAnswerWords(answer: Readonly<Ref<Recorded | null>>) {
  const { lang } = useLanguage();
  const messageOf = (problem: Recorded['problems'][number]): string => {
    const [message, expected] =
      lang.value === 'en'
        ? [problem.messageEn, `; expected: ${problem.expectedEn}`]
        : [problem.messageZh, `，应为${problem.expectedZh}`];
    // What a blank field takes is seen in the form.
    return problem.code === 'REQUIRED' ? message : message + expected;
  };
  const refused = computed(() => answer.value?.state === 'REFUSED');
  const problems = computed(() => answer.value?.problems ?? []);
  return {
    refused,
    /** What is wrong with each field; nothing once it was recorded. */
    wrong: computed(() => {
      const wrong: Partial<Values> = {};
      for (const problem of refused.value ? problems.value : [])
        if (isField(problem.column)) wrong[FIELDS[problem.column]] ??= messageOf(problem);
      return wrong;
    }),
    /** What has no field of its own, and warnings about what was recorded. */
    notes: computed(() => problems.value.filter(({ column }) => !refused.value || !isField(column)).map(messageOf)),
    message: computed(() => (lang.value === 'en' ? answer.value?.messageEn : answer.value?.messageZh) ?? ''),
  };
}
