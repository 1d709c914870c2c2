import { computed } from 'vue';
import type { RouteLocationRaw } from 'vue-router';
import { useAddress } from '../../../address/use-address.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { rowBarsHeight, venueGap } from '../../../charts/index.ts';
import type { CardTable } from '../../../components/card-table.ts';
import type { DrawChart } from '../../../components/chart-card.ts';
import { useEvidence } from '../../../components/use-evidence.ts';
import { useFigures } from '../../../components/use-figures.ts';
import { formatWan } from '../../../format/index.ts';
import { OverviewMoneyDocument } from '../../../generated/graphql.ts';
import { useLanguage, type Translate } from '../../../i18n/use-language.ts';
import { useOverviewPlace } from '../overview-key.ts';

interface Amount {
  readonly key: string;
  readonly label: string;
  readonly amount: string | null;
  readonly illustrative: boolean;
  readonly to: RouteLocationRaw;
}

function moneyTable(rows: readonly Amount[], t: Translate): CardTable {
  return {
    columns: [{ label: t('overview.money.item') }, { label: t('overview.money.amount'), numeric: true }],
    rows: rows.map(({ key, label, amount, illustrative, to }) => ({
      key,
      cells: [{ text: label }, { text: formatWan(amount, 2), to, illustrative }],
    })),
  };
}

/** What is missing: the cost of venues, what each source has paid, the gap; and the operating funds of the year. */
export function useMoney() {
  const { t, pick } = useLanguage();
  const { variables } = useAddress();
  const { line } = useOverviewPlace();
  const { rowsLink } = useEvidence();
  const operation = useOperation(OverviewMoneyDocument, () => variables.value);
  const report = computed(() => operation.data.value?.orgUnit?.report);
  const figures = useFigures(() => report.value?.metrics);
  const { value, figure, note } = figures;

  const sources = computed(() =>
    (report.value?.sources.rows ?? [])
      .map((row) => ({ row, amount: row.values[0]?.value ?? null }))
      .filter(({ amount }) => amount !== null)
      .map(({ row, amount }) => ({
        key: row.key,
        label: pick(row),
        amount,
        illustrative: row.values[0]?.illustrative === true,
        to: rowsLink('VENUE_RAISED', { part: { by: 'FUND_SOURCE', key: row.key } }),
      })),
  );
  const rows = computed(() => [
    {
      key: 'cost',
      label: t('overview.money.cost'),
      amount: value('VENUE_COST'),
      illustrative: figures.illustrative('VENUE_COST'),
      to: rowsLink('VENUE_COST'),
    },
    ...sources.value,
    {
      key: 'gap',
      label: t('overview.money.gap'),
      amount: value('VENUE_GAP'),
      illustrative: figures.illustrative('VENUE_GAP'),
      to: rowsLink('VENUE_GAP'),
    },
  ]);
  const draw = computed<DrawChart>(() => {
    const money = { cost: value('VENUE_COST'), sources: sources.value, gap: value('VENUE_GAP') };
    return (context) => venueGap(money, context);
  });

  return {
    ...operation,
    figure,
    draw,
    line: computed(() => `${t('overview.money.unit')} · ${line.value}`),
    illustrative: computed(() => rows.value.some((row) => row.illustrative)),
    note: computed(() => [t('overview.money.note'), note('VENUE_GAP')].filter((part) => part !== '').join(' ')),
    empty: computed(() => ((value('VENUES_NEEDED') ?? '0') === '0' ? t('overview.money.empty') : null)),
    height: computed(() => rowBarsHeight(rows.value.length, 28)),
    marks: computed(() => rows.value.map(({ label, amount, to }) => ({ label: `${label} ${formatWan(amount)}`, to }))),
    operating: computed(() =>
      (['OPERATING_DUE', 'OPERATING_PAID', 'OPERATING_GAP', 'OPERATING_RATE'] as const).map((id) => figure(id)),
    ),
    table: computed<CardTable>(() => moneyTable(rows.value, t)),
  };
}
