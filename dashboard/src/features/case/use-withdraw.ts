import { computed, shallowRef } from 'vue';
import { refreshAll } from '../../api/queries.ts';
import type { Failure } from '../../api/failure.ts';
import { mutate } from '../../api/request.ts';
import { WithdrawRowsDocument, type WithdrawRowsMutation } from '../../generated/graphql.ts';
import { addMessages } from '../../i18n/index.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import importMessages from '../imports/messages.ts';

type Check = WithdrawRowsMutation['withdrawRows'];

/** Withdrawing a row on record: what that changes, then done when it is confirmed. */
export function useWithdraw(id: () => string) {
  addMessages(importMessages);
  const { lang } = useLanguage();
  const open = shallowRef(false);
  const busy = shallowRef(false);
  const failure = shallowRef<Failure | null>(null);
  const check = shallowRef<Check | null>(null);

  const run = async (dryRun: boolean): Promise<Check | null> => {
    failure.value = null;
    const answer = await mutate(WithdrawRowsDocument, { rows: [id()], dryRun });
    if (answer.failure) failure.value = answer.failure;
    return answer.data?.withdrawRows ?? null;
  };
  return {
    open,
    busy,
    failure,
    check,
    /** Why it cannot be withdrawn; empty where it can. */
    reasons: computed(() =>
      check.value?.state === 'REFUSED'
        ? check.value.problems
            .filter(({ severity }) => severity === 'ERROR')
            .map((problem) => (lang.value === 'en' ? problem.messageEn : problem.messageZh))
        : [],
    ),
    openDialog: async (): Promise<void> => {
      check.value = null;
      open.value = true;
      check.value = await run(true);
    },
    withdraw: async (): Promise<void> => {
      busy.value = true;
      const done = await run(false);
      busy.value = false;
      if (!done) return;
      check.value = done;
      if (done.state !== 'ACCEPTED') return;
      open.value = false;
      refreshAll();
    },
  };
}
