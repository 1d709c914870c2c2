import { computed } from 'vue';
import type { RouteLocationRaw } from 'vue-router';
import { useAddress } from '../../../address/use-address.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { scheduled, trendLine, type Trend } from '../../../charts/index.ts';
import type { CardTable } from '../../../components/card-table.ts';
import type { DrawChart } from '../../../components/chart-card.ts';
import { useReportContext } from '../../../components/use-report-context.ts';
import { formatDay, formatInteger, formatMonthDay, shiftDay, type Lang } from '../../../format/index.ts';
import { OverviewTrendDocument } from '../../../generated/graphql.ts';
import { useLanguage, type Translate } from '../../../i18n/use-language.ts';
import { useOverviewPlace } from '../overview-key.ts';

interface Week {
  readonly label: string;
  readonly day: string;
  readonly rectified: string;
  readonly illustrative: boolean;
}

interface Ways {
  readonly lang: Lang;
  readonly onDay: (day: string) => RouteLocationRaw;
}

function trendTable(points: readonly Week[], trend: Trend, t: Translate, to: Ways): CardTable {
  return {
    columns: [
      { label: t('overview.trend.week') },
      { label: t('overview.trend.until') },
      { label: t('overview.trend.rectified'), numeric: true },
      { label: t('overview.trend.scheduled'), numeric: true },
    ],
    rows: points.map((point) => ({
      key: point.label,
      cells: [
        { text: point.label },
        { text: formatDay(point.day, to.lang) },
        { text: formatInteger(point.rectified), to: to.onDay(point.day), illustrative: point.illustrative },
        { text: formatInteger(scheduled(trend, point.day)) },
      ],
    })),
  };
}

/** Whether the last figure is ahead of the schedule, in words. */
function pace(trend: Trend, t: Translate): string {
  const last = trend.points.at(-1);
  const due = last ? scheduled(trend, last.day) : null;
  if (!last || due === null) return t('overview.trend.noDeadline');
  const ahead = last.value - due;
  if (ahead === 0) return t('overview.trend.even');
  return t(ahead > 0 ? 'overview.trend.ahead' : 'overview.trend.behind', { n: Math.abs(ahead) });
}

/** How fast: rectified so far week by week, beside the schedule counted back from the deadline. */
export function useTrend() {
  const { t, lang } = useLanguage();
  const { variables, unitLink } = useAddress();
  const { line, unitName } = useOverviewPlace();
  const { campaign } = useReportContext(() => unitName.value);
  const operation = useOperation(OverviewTrendDocument, () => variables.value);
  const points = computed(() =>
    (operation.data.value?.orgUnit?.report.trend ?? []).map((point) => ({
      label: point.label,
      day: shiftDay(point.to, -1),
      rectified: point.values.find(({ id }) => id === 'RECTIFIED')?.value ?? '0',
      identified: point.values.find(({ id }) => id === 'IDENTIFIED')?.value ?? '0',
      illustrative: point.values.some(({ illustrative }) => illustrative),
    })),
  );
  const trend = computed<Trend>(() => ({
    start: campaign.value?.startOn ?? points.value[0]?.day ?? '',
    deadline: campaign.value?.deadline ?? null,
    goal: Number(points.value.at(-1)?.identified ?? 0),
    points: points.value.map(({ day, rectified }) => ({ day, value: Number(rectified) })),
  }));
  const draw = computed<DrawChart>(() => {
    const drawn = trend.value;
    return (context) => trendLine(drawn, context);
  });
  const onDay = (day: string) => unitLink('ledger', undefined, { countedIn: 'RECTIFIED', asOf: day });

  return {
    ...operation,
    draw,
    illustrative: computed(() => points.value.some(({ illustrative }) => illustrative)),
    subtitle: computed(() => {
      const deadline = trend.value.deadline;
      const target = deadline === null ? '' : t('overview.trend.target', { day: formatMonthDay(deadline, lang.value) });
      return [t('overview.trend.what'), target, line.value].filter((part) => part !== '').join(' · ');
    }),
    note: computed(() => pace(trend.value, t)),
    empty: computed(() => (trend.value.goal === 0 ? t('overview.noCases') : null)),
    marks: computed(() =>
      points.value.map(({ day, rectified }) => ({
        label: `${formatDay(day, lang.value)} ${rectified}`,
        to: onDay(day),
      })),
    ),
    table: computed<CardTable>(() => trendTable(points.value, trend.value, t, { lang: lang.value, onDay })),
  };
}
