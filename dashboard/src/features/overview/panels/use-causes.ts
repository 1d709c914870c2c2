import { computed } from 'vue';
import { useRoute, type RouteLocationRaw } from 'vue-router';
import { useAddress } from '../../../address/use-address.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { causeBars, rowBarsHeight } from '../../../charts/index.ts';
import type { CardTable } from '../../../components/card-table.ts';
import type { DrawChart } from '../../../components/chart-card.ts';
import { useEvidence } from '../../../components/use-evidence.ts';
import { useFigures } from '../../../components/use-figures.ts';
import { divide } from '../../../format/decimal.ts';
import { formatInteger, formatPercent } from '../../../format/index.ts';
import { OverviewCausesDocument } from '../../../generated/graphql.ts';
import { useLanguage, type Translate } from '../../../i18n/use-language.ts';
import { useOverviewPlace } from '../overview-key.ts';

interface Cause {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly share: string | null;
  readonly illustrative: boolean;
  readonly to: RouteLocationRaw;
}

function causeTable(causes: readonly Cause[], t: Translate): CardTable {
  return {
    columns: [
      { label: t('overview.causes.cause') },
      { label: t('overview.causes.count'), numeric: true },
      { label: t('overview.causes.share'), numeric: true },
    ],
    rows: causes.map(({ key, label, count, share, illustrative, to }) => ({
      key,
      cells: [{ text: label }, { text: formatInteger(count), to, illustrative }, { text: formatPercent(share) }],
    })),
  };
}

/** Why they are listed: the primary cause (shares of the whole), or every cause (incidence, overlapping). */
export function useCauses() {
  const { t, lang, pick } = useLanguage();
  const { variables, set } = useAddress();
  const { line } = useOverviewPlace();
  const { rowsLink } = useEvidence();
  const route = useRoute();
  const operation = useOperation(OverviewCausesDocument, () => variables.value);
  const report = computed(() => operation.data.value?.orgUnit?.report);
  const { value } = useFigures(() => report.value?.metrics);
  const mode = computed(() => (route.query['causes'] === 'all' ? 'incidence' : 'primary'));
  const breakdown = computed(() => report.value?.[mode.value]);
  const by = computed(() => (mode.value === 'primary' ? 'PRIMARY_CAUSE' : 'CAUSE'));

  const causes = computed<Cause[]>(() => {
    const total = value('IDENTIFIED');
    return (breakdown.value?.rows ?? [])
      .map((row) => ({ row, count: row.values[0]?.value ?? '0' }))
      .filter(({ count }) => count !== '0')
      .toSorted((a, b) => Number(b.count) - Number(a.count) || (a.row.key < b.row.key ? -1 : 1))
      .map(({ row, count }) => ({
        key: row.key,
        label: pick(row),
        count: Number(count),
        share: total === null ? null : divide(count, total),
        illustrative: row.values[0]?.illustrative === true,
        to: rowsLink('IDENTIFIED', { part: { by: by.value, key: row.key } }),
      }));
  });
  const draw = computed<DrawChart>(() => {
    const drawn = causes.value;
    return (context) => causeBars(drawn, context);
  });
  const reason = computed(() => {
    const [proof] = breakdown.value?.proof ?? [];
    return (lang.value === 'en' ? proof?.reasonEn : proof?.reasonZh) ?? '';
  });

  return {
    ...operation,
    mode,
    choose: (next: 'primary' | 'incidence') => set({ causes: next === 'incidence' ? 'all' : undefined }, true),
    draw,
    illustrative: computed(() => causes.value.some((cause) => cause.illustrative)),
    subtitle: computed(() => {
      const total = formatInteger(value('IDENTIFIED'));
      return `${t(`overview.causes.${mode.value}Total`, { total })} · ${line.value}`;
    }),
    note: computed(() => (mode.value === 'primary' ? t('overview.causes.primaryNote') : reason.value)),
    empty: computed(() => (causes.value.length === 0 ? t('overview.noCases') : null)),
    height: computed(() => rowBarsHeight(causes.value.length)),
    marks: computed(() =>
      causes.value.map(({ label, count, share, to }) => ({ label: `${label} ${count} ${formatPercent(share)}`, to })),
    ),
    table: computed<CardTable>(() => causeTable(causes.value, t)),
  };
}
