import { computed, watchEffect } from 'vue';
import type { RouteLocationRaw } from 'vue-router';
import { useAddress } from '../../address/use-address.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useCampaign } from '../../campaign/use-campaigns.ts';
import { formatDay, formatMoment } from '@wallchart/charts/format';
import { CircularListDocument, UnitPlaceDocument, type CircularListQuery } from '../../generated/graphql.ts';
import { addMessages } from '../../i18n/index.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { setPageTitle } from '../../layout/use-page-focus.ts';
import messages from './messages.ts';
import { useMoved } from './sealed/use-moved.ts';

type Listed = CircularListQuery['circulars'][number];

/** A circular as the list shows it. */
export interface CircularRow {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** '' while it has none. */
  readonly number: string;
  readonly asOf: string;
  readonly status: Listed['status'];
  readonly edition: string;
  readonly moment: string;
  /** Figures that have moved since it was sealed. */
  readonly moved: number;
  readonly to: RouteLocationRaw;
}

/** The circulars of a unit; at the campaign's own unit those of the units below it as well. */
export function useCircularsPage() {
  addMessages(messages);
  const { t, lang, pick } = useLanguage();
  const { address, circularLink } = useAddress();
  const { campaign, asOf } = useCampaign();
  const whole = computed(() => campaign.value?.unit.code === address.value.code);
  const list = useOperation(CircularListDocument, () =>
    campaign.value ? { campaign: campaign.value.id, unit: whole.value ? null : address.value.code } : null,
  );
  const place = useOperation(UnitPlaceDocument, () =>
    asOf.value ? { code: address.value.code, asOf: asOf.value } : null,
  );
  const circulars = computed(() => list.data.value?.circulars ?? []);
  const moved = useMoved(() =>
    campaign.value && circulars.value.some(({ editions }) => editions.length > 0)
      ? { campaign: campaign.value.id, unit: whole.value ? null : address.value.code, circular: null }
      : null,
  );
  const unitName = computed(() => place.data.value?.orgUnit?.name ?? '');
  watchEffect(() => setPageTitle([t('circular.list'), unitName.value].filter(Boolean).join(' · ')));

  const rowOf = (circular: Listed): CircularRow => {
    const last = circular.editions.at(-1);
    return {
      id: circular.id,
      title: circular.title,
      unit: circular.unit.name,
      number: last?.number ?? '',
      asOf: formatDay(circular.asOf, lang.value),
      status: circular.status,
      edition: last ? t('circular.editionNo', { n: last.edition }) : '',
      moment: last
        ? t('circular.sealedOn', { moment: formatMoment(last.sealedAt, lang.value) })
        : t('circular.changedOn', { moment: formatMoment(circular.updatedAt, lang.value) }),
      moved: moved.value.get(circular.id)?.figures.length ?? 0,
      to: circularLink(circular.id, circular.unit.code),
    };
  };

  return {
    list,
    unitName,
    asOf,
    unitCode: computed(() => address.value.code),
    campaignName: computed(() => pick(campaign.value)),
    circulars,
    rows: computed(() => circulars.value.map(rowOf)),
    manyUnits: computed(() => new Set(circulars.value.map(({ unit }) => unit.code)).size > 1),
  };
}
