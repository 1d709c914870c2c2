import { computed } from 'vue';
import { useAddress } from '../../../address/use-address.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { payBars, rowBarsHeight } from '../../../charts/index.ts';
import type { CardTable } from '../../../components/card-table.ts';
import type { DrawChart } from '../../../components/chart-card.ts';
import { useEvidence } from '../../../components/use-evidence.ts';
import { useFigures, type FigureValue } from '../../../components/use-figures.ts';
import { add } from '../../../format/decimal.ts';
import { formatSignedPercent, formatYuan } from '../../../format/index.ts';
import { OverviewPayDocument } from '../../../generated/graphql.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useOverviewPlace } from '../overview-key.ts';

const CLASSES = [
  { id: 'LEADING_PAY_INCREASE', key: 'leading' },
  { id: 'GENERAL_PAY_INCREASE', key: 'general' },
] as const;

/** The increase is (after - before) / before, so after is their sum. */
function amounts(value: FigureValue | null | undefined) {
  const before = value?.denominator ?? null;
  const rise = value?.numerator ?? null;
  return { before, after: before === null || rise === null ? null : add(before, rise), increase: value?.value ?? null };
}

/** What rose: pay of each class before and after, all heads together; by town in the table. */
export function usePay() {
  const { t } = useLanguage();
  const { variables, unitLink } = useAddress();
  const { line, unitName } = useOverviewPlace();
  const { rowsLink } = useEvidence();
  const operation = useOperation(OverviewPayDocument, () => variables.value);
  const report = computed(() => operation.data.value?.orgUnit?.report);
  const { raw, figure, illustrative } = useFigures(() => report.value?.metrics);
  const classes = computed(() =>
    CLASSES.map(({ id, key }) => ({ id, label: t(`cadre.${key}`), ...amounts(raw(id)) })).filter(
      ({ increase }) => increase !== null,
    ),
  );
  const draw = computed<DrawChart>(() => {
    const drawn = classes.value;
    return (context) => payBars(drawn, context);
  });
  const row = (key: string, name: string, code: string | undefined, values: readonly FigureValue[]) => ({
    key,
    cells: [
      { text: name, to: code === undefined ? null : unitLink('overview', code) },
      ...CLASSES.flatMap(({ id }) => {
        const value = values.find((one) => one.id === id);
        const { before, after, increase } = amounts(value);
        const to = rowsLink(id, code === undefined ? {} : { part: { by: 'CHILD_UNIT', key: code } });
        return [
          { text: formatYuan(before) },
          { text: formatYuan(after) },
          { text: formatSignedPercent(increase), to: increase === null ? null : to, illustrative: value?.illustrative === true },
        ];
      }),
    ],
  });

  return {
    ...operation,
    figure,
    draw,
    illustrative: computed(() => illustrative('LEADING_PAY_INCREASE', 'GENERAL_PAY_INCREASE')),
    subtitle: computed(() => `${t('overview.pay.unit')} · ${line.value}`),
    note: computed(() => t('overview.pay.note')),
    empty: computed(() => (classes.value.length === 0 ? t('overview.pay.empty') : null)),
    height: computed(() => rowBarsHeight(classes.value.length * 2, 32)),
    marks: computed(() =>
      classes.value.flatMap(({ id, label, before, after, increase }) => [
        { label: `${label} ${t('overview.pay.before')} ${formatYuan(before)}`, to: rowsLink(id, { den: true }) },
        {
          label: `${label} ${t('overview.pay.after')} ${formatYuan(after)} ${formatSignedPercent(increase)}`,
          to: rowsLink(id),
        },
      ]),
    ),
    table: computed<CardTable>(() => ({
      columns: [
        { label: t('overview.towns.name') },
        ...CLASSES.flatMap(({ key }) =>
          ['before', 'after', 'increase'].map((what) => ({ label: `${t(`cadre.${key}`)} ${t(`overview.pay.${what}`)}`, numeric: true })),
        ),
      ],
      rows: [
        row('total', unitName.value, undefined, report.value?.metrics ?? []),
        ...(report.value?.towns.rows ?? [])
          .filter(({ values }) => values.some(({ value }) => value !== null))
          .map((town) => row(town.key, town.unit?.name ?? town.key, town.unit?.code, town.values)),
      ],
    })),
  };
}
