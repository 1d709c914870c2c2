import { computed, shallowRef, watch, watchEffect } from 'vue';
import { useAddress } from '../../address/use-address.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useCampaign } from '../../campaign/use-campaigns.ts';
import { formatDay } from '@wallchart/charts/format';
import {
  IssuedRemindersDocument,
  ReminderCandidatesDocument,
  UnitPlaceDocument,
  type ReminderCandidatesQuery,
} from '../../generated/graphql.ts';
import { addMessages } from '../../i18n/index.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { setPageTitle } from '../../page/use-page-focus.ts';
import { mattersKey, withChoice } from './choice.ts';
import messages from './messages.ts';

export type Reminders = ReminderCandidatesQuery['reminders'];
export type Group = Reminders['groups'][number];
export type Candidate = Group['candidates'][number];
export type AddresseeKind = Candidate['addressees'][number]['kind'];
/** Whom cards go to, by the key of the matter, where it is not the one that answers. */
export type Addressees = ReadonlyMap<string, AddresseeKind>;

/** What is chosen, and whom cards go to; other matters begin without a choice. */
function useChoice(candidates: () => readonly Candidate[]) {
  const chosen = shallowRef<ReadonlySet<string>>(new Set());
  const addressees = shallowRef<Addressees>(new Map());
  // A card is never issued because no one looked: what is new on screen is not chosen.
  watch(
    () => mattersKey(candidates()),
    () => {
      chosen.value = new Set();
      addressees.value = new Map();
    },
  );
  return {
    chosen,
    addressees,
    choose: (keys: readonly string[], wanted: boolean): void => {
      chosen.value = withChoice(chosen.value, keys, wanted);
    },
    address: (key: string, kind: AddresseeKind): void => {
      addressees.value = new Map(addressees.value).set(key, kind);
    },
  };
}

/** Who is to be reminded in the unit of the address, which of them are chosen, and what was issued before. */
export function useRemindersPage() {
  addMessages(messages);
  const { t, lang, pick } = useLanguage();
  const { address } = useAddress();
  const { campaign, asOf } = useCampaign();
  const found = useOperation(ReminderCandidatesDocument, () => {
    if (!campaign.value) return null;
    const { code, knownAt } = address.value;
    const view = { campaign: campaign.value.id, unit: code, asOf: asOf.value, knownAt };
    return { ...view, lang: lang.value === 'en' ? ('EN' as const) : ('ZH' as const) };
  });
  const issued = useOperation(IssuedRemindersDocument, () => {
    if (!campaign.value) return null;
    const { code, knownAt } = address.value;
    return { campaign: campaign.value.id, unit: code, knownAt };
  });
  const place = useOperation(UnitPlaceDocument, () =>
    asOf.value ? { code: address.value.code, asOf: asOf.value } : null,
  );
  const unitName = computed(() => place.data.value?.orgUnit?.name ?? '');
  watchEffect(() => setPageTitle([t('reminders.title'), unitName.value].filter(Boolean).join(' · ')));

  const groups = computed(() => found.data.value?.reminders.groups ?? []);
  const candidates = computed(() => groups.value.flatMap((group) => group.candidates));
  const replyBy = shallowRef('');
  watch(
    () => found.data.value?.reminders.replyBy,
    (day) => (replyBy.value = day ?? ''),
    { immediate: true },
  );

  return {
    found,
    issued,
    unitName,
    campaignName: computed(() => pick(campaign.value)),
    dayWords: computed(() => formatDay(asOf.value, lang.value)),
    groups,
    candidates,
    ...useChoice(() => candidates.value),
    replyBy,
    refresh: (): void => {
      found.retry();
      issued.retry();
    },
  };
}
