import { computed, type ComputedRef, type Ref } from 'vue';
import { useMetricLabels } from '../../components/use-metric-labels.ts';
import { type CardPlace, trendCard } from '@wallchart/charts/cards';
import { formatMoment } from '@wallchart/charts/format';
import type { MetricId } from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { embedded } from './embedded.ts';
import type { Screen } from './screens.ts';
import type { BriefingUnit } from './use-briefing.ts';

const COUNTED: Readonly<Record<Screen, readonly MetricId[]>> = {
  progress: ['IDENTIFIED', 'RECTIFIED', 'RECTIFICATION_RATE', 'OVERDUE'],
  left: ['OUTSTANDING', 'OVERDUE'],
  money: ['VENUES_NEEDED', 'VENUE_GAP', 'OPERATING_DUE', 'OPERATING_GAP'],
  pay: ['LEADING_PAY_INCREASE', 'GENERAL_PAY_INCREASE', 'PAID_ON_TIME'],
  requests: ['VENUE_GAP', 'VACANCIES_NOW', 'OVERDUE', 'OPERATING_GAP'],
};

interface NotesGiven {
  readonly unit: ComputedRef<BriefingUnit | null>;
  readonly screen: ComputedRef<Screen>;
  readonly knownAt: () => string | null;
  readonly tree: () => 'then' | 'now';
  readonly digest: Readonly<Ref<string | null>>;
  readonly place: () => CardPlace;
}

/** What stands behind a screen: what is counted, what is not assigned, what is illustrative, the record. */
export function useNotes({ unit, screen, knownAt, tree, digest, place }: NotesGiven) {
  const { t, lang, pick } = useLanguage();
  const { label, definition, write } = useMetricLabels();
  const counted = computed(() => COUNTED[screen.value]);
  const unassigned = computed(() =>
    (unit.value?.report.towns?.unassigned ?? [])
      .filter(({ id, value }) => counted.value.includes(id) && value !== null && Number(value) !== 0)
      .map((figure) => `${label(figure.id)} ${write(figure)}`),
  );
  const record = computed(() => {
    const moment = embedded.value ? embedded.value.knownAt : knownAt();
    const file = embedded.value;
    return [
      t('briefing.note.illustrative'),
      ...(unit.value?.report.towns ? [t('briefing.note.proof')] : []),
      ...(screen.value === 'requests' ? [t('briefing.note.requests')] : []),
      moment === null
        ? t('briefing.note.knownNow')
        : t('briefing.note.knownAt', { moment: formatMoment(moment, lang.value) }),
      ...(tree() === 'now' || file?.tree === 'NOW' ? [t('briefing.note.treeNow')] : []),
      ...(digest.value === null ? [] : [t('briefing.note.digest', { digest: digest.value })]),
      ...(file ? [t('briefing.note.fileDigest', { digest: file.digest })] : []),
      ...(file ? [t('briefing.note.withheld', { list: file.withheld.map(pick).join(t('briefing.list')) })] : []),
    ];
  });
  return {
    definitions: computed(() => counted.value.map((id) => ({ id, label: label(id), text: definition(id) }))),
    remarks: computed(() => {
      const trend = unit.value?.report.trend;
      return [
        ...(screen.value === 'progress' && trend && unit.value
          ? [t('briefing.note.ahead', { text: trendCard(trend, place()).note })]
          : []),
        ...(unassigned.value.length > 0
          ? [t('briefing.note.unassigned', { figures: unassigned.value.join(t('briefing.list')) })]
          : []),
      ];
    }),
    record,
  };
}
