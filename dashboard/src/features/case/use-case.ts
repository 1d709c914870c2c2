import { computed, watchEffect } from 'vue';
import { useRoute } from 'vue-router';
import { useAddress } from '../../address/use-address.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useCampaign } from '../../campaign/use-campaigns.ts';
import { formatDay } from '@wallchart/charts/format';
import { CaseRecordDocument, type CaseRecordQuery } from '../../generated/graphql.ts';
import { addMessages } from '../../i18n/index.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { setPageTitle } from '../../page/use-page-focus.ts';
import { stateMark } from '@wallchart/charts/terms';
import { useCaseWords } from '../ledger/use-case-words.ts';
import messages from './messages.ts';

export type CaseRecord = NonNullable<CaseRecordQuery['case']>;

/** The case of the address, and the words of its head. */
export function useCase() {
  addMessages(messages);
  const route = useRoute();
  const { variables, unitLink } = useAddress();
  const { t, lang, pick } = useLanguage();
  const words = useCaseWords();
  const { asOf: usualDay, campaign } = useCampaign();
  const campaignUnit = computed(() => campaign.value?.unit.code);
  const record = useOperation(CaseRecordDocument, () => ({
    caseNo: String(route.params['caseNo'] ?? ''),
    asOf: variables.value.asOf,
    knownAt: variables.value.knownAt,
  }));
  const found = computed<CaseRecord | null>(() => record.data.value?.case ?? null);
  const name = computed(() => (found.value ? `${found.value.town?.name ?? ''}${found.value.unit.name}` : ''));
  const asOf = computed(() => usualDay.value ?? found.value?.campaign.defaultAsOf ?? '');
  watchEffect(() => setPageTitle(`${name.value} ${t('case.title')}`.trim()));

  return {
    record,
    found,
    name,
    asOf,
    missing: computed(() => !record.loading.value && !record.error.value && found.value === null),
    mark: computed(() => (found.value ? stateMark(found.value) : null)),
    state: computed(() => (found.value ? words.value.state(found.value.state) : '')),
    deadline: computed(() => {
      const days = found.value?.daysLeft;
      if (days === null || days === undefined) return null;
      return { text: words.value.daysLeft(days), tone: days < 0 ? ('overdue' as const) : ('work' as const) };
    }),
    place: computed(() =>
      found.value
        ? [pick(found.value.campaign), t('frame.asOfDay', { day: formatDay(asOf.value, lang.value) })].join(' · ')
        : '',
    ),
    crumbs: computed(() => {
      const { ancestors = [], code = '', name: own = '' } = found.value?.unit ?? {};
      const top = ancestors.findIndex((unit) => unit.code === campaignUnit.value);
      return [...ancestors.slice(Math.max(0, top)), { code, name: own }].map((unit) => ({
        name: unit.name,
        to: unitLink('overview', unit.code),
      }));
    }),
    ledger: computed(() => ({
      name: 'ledger',
      params: { campaign: route.params['campaign'], code: route.params['code'] },
      query: route.query,
    })),
  };
}
