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
import { useLanguage, type Translate } from '../../../i18n/use-language.ts';
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

interface PayRow {
  readonly name: string;
  /** Null: the unit of the page. */
  readonly code: string | null;
  readonly values: readonly FigureValue[];
}

interface Ways {
  readonly unitLink: ReturnType<typeof useAddress>['unitLink'];
  readonly rowsLink: ReturnType<typeof useEvidence>['rowsLink'];
}

/** Pay before, after and the increase of both classes, the unit's own first, then its parts. */
function payTable(rows: readonly PayRow[], t: Translate, to: Ways): CardTable {
  const cells = ({ code, values }: PayRow) =>
    CLASSES.flatMap(({ id }) => {
      const value = values.find((one) => one.id === id);
      const { before, after, increase } = amounts(value);
      const evidence = to.rowsLink(id, code === null ? {} : { part: { by: 'CHILD_UNIT', key: code } });
      const illustrative = value?.illustrative === true;
      return [
        { text: formatYuan(before) },
        { text: formatYuan(after) },
        { text: formatSignedPercent(increase), to: increase === null ? null : evidence, illustrative },
      ];
    });
  const columns = CLASSES.flatMap(({ key }) =>
    ['before', 'after', 'increase'].map((what) => `${t(`cadre.${key}`)} ${t(`overview.pay.${what}`)}`),
  );
  return {
    columns: [{ label: t('overview.towns.name') }, ...columns.map((label) => ({ label, numeric: true }))],
    rows: rows.map((row) => ({
      key: row.code ?? 'total',
      cells: [{ text: row.name, to: row.code === null ? null : to.unitLink('overview', row.code) }, ...cells(row)],
    })),
  };
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
    table: computed<CardTable>(() => {
      const towns = (report.value?.towns.rows ?? []).filter(({ values }) => values.some(({ value }) => value !== null));
      const parts = towns.map(({ key, unit, values }) => ({ name: unit?.name ?? key, code: key, values }));
      return payTable([{ name: unitName.value, code: null, values: report.value?.metrics ?? [] }, ...parts], t, {
        unitLink,
        rowsLink,
      });
    }),
  };
}
