import { computed, shallowRef } from 'vue';
import { useAddress } from '../../address/use-address.ts';
import { formatDay, formatMoment } from '@wallchart/charts/format';
import type { IssuedBatchFragment } from '../../generated/graphql.ts';
import { useReminderWords } from './use-reminder-words.ts';
import { useLanguage } from '../../i18n/use-language.ts';

/** So many batches at once. */
const STEP = 20;

/** Batches that were issued, in words. */
export function useIssuedList(given: () => readonly IssuedBatchFragment[]) {
  const { t, lang } = useLanguage();
  const { who, voidWords } = useReminderWords();
  const { caseLink } = useAddress();
  const limit = shallowRef(STEP);

  const batchOf = (batch: IssuedBatchFragment) => ({
    ...batch,
    /** Its file holds no card about another unit. */
    whole: batch.reminders.length === batch.reminderCount,
    title: t('reminders.batch', { day: formatDay(batch.issuedOn, lang.value), n: batch.reminders.length }),
    head: t('reminders.batchHead', {
      issuer: batch.issuer,
      asOf: formatDay(batch.asOf, lang.value),
      by: formatDay(batch.replyBy, lang.value),
      who: who(batch.issuedBy),
      moment: formatMoment(batch.issuedAt, lang.value),
    }),
    cards: batch.reminders.map((card) => ({
      ...card,
      /** Its file tells of no other unit. */
      whole: card.matters.length === card.matterCount,
      matters: card.matters.map((matter) => ({
        key: matter.caseNo ?? matter.unit.code,
        organisation: matter.organisation,
        reason: lang.value === 'en' ? matter.enReason : matter.zhReason,
        to: matter.caseNo ? caseLink(matter.caseNo, matter.unit.code) : null,
      })),
      void: voidWords(card.voided),
    })),
  });

  return {
    batches: computed(() => given().slice(0, limit.value).map(batchOf)),
    left: computed(() => Math.min(STEP, Math.max(0, given().length - limit.value))),
    more: (): void => {
      limit.value += STEP;
    },
  };
}
