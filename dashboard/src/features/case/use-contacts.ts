import { computed } from 'vue';
import { formatDay } from '@wallchart/charts/format';
import { useLanguage } from '../../i18n/use-language.ts';
import type { CaseRecord } from './use-case.ts';

const NOT_ROLES = new Set(['ledger', 'measures']);

/** Who answers for the case, and which items of the campaign's checklist have no one on the as-of day. */
export function useContacts(record: () => CaseRecord, asOf: () => string) {
  const { t, term, lang } = useLanguage();
  const day = (value: string): string => formatDay(value, lang.value);
  return {
    contacts: computed(() =>
      record().contacts.map((contact) => ({
        role: term('role', contact.role),
        holder: contact.holder,
        ended: !!contact.until && contact.until < asOf(),
        period: contact.until
          ? t('case.period', { since: day(contact.since), until: day(contact.until) })
          : t('case.since', { day: day(contact.since) }),
        illustrative: contact.illustrative,
      })),
    ),
    missing: computed(() => {
      const current = record().contacts.filter((one) => one.since <= asOf() && (!one.until || one.until >= asOf()));
      const roles = record().campaign.checklist.filter(
        (item) => !NOT_ROLES.has(item) && !current.some((one) => one.role === item),
      );
      const measures =
        record().campaign.checklist.includes('measures') && record().measures.length === 0
          ? [t('checklist.measures')]
          : [];
      const names = [...roles.map((role) => term('role', role)), ...measures];
      return names.length === 0 ? '' : t('case.missing', { roles: names.join(lang.value === 'en' ? ', ' : '、') });
    }),
  };
}
