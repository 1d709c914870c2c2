import { computed } from 'vue';
import { useAddress } from '../../../address/use-address.ts';
import { townBars, townBarsHeight, townRank } from '../../../charts/index.ts';
import type { CardTable, ChartMark } from '../../../components/card-table.ts';
import type { DrawChart } from '../../../components/chart-card.ts';
import { useEvidence } from '../../../components/use-evidence.ts';
import { formatInteger, formatPercent, NONE, type Lang } from '../../../format/index.ts';
import { useLanguage, type Translate } from '../../../i18n/use-language.ts';
import { useOverviewPlace } from '../overview-key.ts';
import { toTownBar, type RankedUnit } from '../town-bar.ts';
import type { OverviewUnit } from '../use-overview.ts';

const TOWN = 4;
const FOLD = 6;

const COUNTS = ['identified', 'rectified', 'acceptedPending', 'overdue', 'relapsed'] as const;
const METRICS = {
  identified: 'IDENTIFIED',
  rectified: 'RECTIFIED',
  acceptedPending: 'ACCEPTED_PENDING',
  overdue: 'OVERDUE',
  relapsed: 'RELAPSED',
} as const;

interface Ways {
  readonly lang: Lang;
  readonly unitLink: ReturnType<typeof useAddress>['unitLink'];
  readonly rowsLink: ReturnType<typeof useEvidence>['rowsLink'];
}

/** Every part with its counts, each leading to its cases. */
function townTable(ranking: readonly RankedUnit[], t: Translate, to: Ways): CardTable {
  return {
    columns: [
      { label: t('overview.towns.name') },
      ...COUNTS.map((key) => ({ label: t(`overview.towns.${key}`), numeric: true })),
      { label: t('overview.towns.rate'), numeric: true },
      { label: t('overview.towns.rank'), numeric: true },
    ],
    rows: ranking.map((town) => ({
      key: town.unit.code,
      cells: [
        { text: town.unit.name, to: to.unitLink('overview', town.unit.code) },
        ...COUNTS.map((key) => ({
          text: formatInteger(town[key]),
          to: town[key] === 0 ? null : to.rowsLink(METRICS[key], { code: town.unit.code }),
        })),
        { text: formatPercent(town.rate) },
        { text: townRank(toTownBar(town), to.lang) || NONE },
      ],
    })),
  };
}

/** How far is each part: stacked bars in the order of the circular; a bar drills. */
export function useTowns(props: { readonly unit: OverviewUnit }) {
  const { t, lang } = useLanguage();
  const { line, unitLevel } = useOverviewPlace();
  const { unitLink } = useAddress();
  const { rowsLink } = useEvidence();
  const ranking = computed(() => props.unit.report.ranking);
  /** Villages without a case would fill the page; towns are few, and each is named. */
  const folded = computed(() => {
    const idle = ranking.value.filter(({ identified }) => identified === 0).length;
    return unitLevel.value >= TOWN && idle > FOLD && idle < ranking.value.length ? idle : 0;
  });
  const drawn = computed(() =>
    folded.value > 0 ? ranking.value.filter(({ identified }) => identified > 0) : ranking.value,
  );
  const bars = computed(() => drawn.value.map(toTownBar));
  const draw = computed<DrawChart>(() => {
    const towns = bars.value;
    return (context) => townBars(towns, context);
  });
  return {
    draw,
    title: computed(() => t(unitLevel.value >= TOWN ? 'overview.towns.villages' : 'overview.towns.title')),
    subtitle: computed(() => `${t('overview.towns.order')} · ${line.value}`),
    note: computed(() =>
      folded.value > 0 ? t('overview.towns.folded', { n: folded.value }) : t('overview.towns.note'),
    ),
    empty: computed(() => (ranking.value.length === 0 ? t('overview.towns.empty') : null)),
    height: computed(() => townBarsHeight(drawn.value.length)),
    marks: computed<ChartMark[]>(() =>
      drawn.value.map((town, index) => {
        const bar = bars.value[index];
        const figures =
          town.identified === 0
            ? NONE
            : `${town.rectified}/${town.identified} ${formatPercent(town.rate)} ${bar ? townRank(bar, lang.value) : ''}`;
        return { label: `${town.unit.name} ${figures}`, to: unitLink('overview', town.unit.code) };
      }),
    ),
    table: computed<CardTable>(() => townTable(ranking.value, t, { lang: lang.value, unitLink, rowsLink })),
  };
}
