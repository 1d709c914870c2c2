import { formatInteger, formatPercent, NONE } from '../format/index.ts';
import { townBars, townBarsHeight, townRank, type TownBar } from '../town-bars.ts';
import type { CardPlace, ChartCard, ChartTable, Way } from './card.ts';
import { joined, placeLine } from './place-line.ts';
import { cardWords } from './words.ts';

/** A child unit as a report ranks it. */
export interface RankedUnit {
  readonly unit: { readonly code: string; readonly name: string };
  readonly rank: number | null;
  readonly tied: boolean;
  readonly identified: number;
  readonly rectified: number;
  readonly acceptedPending: number;
  readonly overdue: number;
  readonly relapsed: number;
  readonly inWork: number;
  readonly rate: string | null;
  readonly illustrative: boolean;
}

const TOWN = 4;
/** Villages without a case would fill the page; towns are few, and each is named. */
const FOLD = 6;

const COUNTS = ['identified', 'rectified', 'acceptedPending', 'overdue', 'relapsed'] as const;
const METRICS = {
  identified: 'IDENTIFIED',
  rectified: 'RECTIFIED',
  acceptedPending: 'ACCEPTED_PENDING',
  overdue: 'OVERDUE',
  relapsed: 'RELAPSED',
} as const;

/** The ranked unit as the chart draws it: rectified and the four parts of what is outstanding. */
export function toTownBar(town: RankedUnit): TownBar {
  const { rank, tied, identified, rectified, rate } = town;
  const marks = {
    done: rectified,
    accepted: town.acceptedPending,
    work: town.inWork,
    overdue: town.overdue,
    relapsed: town.relapsed,
  };
  return { name: town.unit.name, identified, rectified, rate, rank, tied, marks };
}

const behindRate = ({ rate, unit }: RankedUnit): Way | null =>
  rate === null ? null : { to: 'rows', id: 'RECTIFICATION_RATE', code: unit.code };

/** Every part with its counts, each leading to its cases. */
function townTable(ranking: readonly RankedUnit[], { lang }: CardPlace): ChartTable {
  const words = cardWords(lang).towns;
  return {
    columns: [
      { label: words.name },
      ...COUNTS.map((key) => ({ label: words[key], numeric: true, format: 'INTEGER' as const })),
      { label: words.rate, numeric: true, format: 'PERCENT' },
      { label: words.rank, numeric: true },
    ],
    rows: ranking.map((town) => ({
      key: town.unit.code,
      cells: [
        { text: town.unit.name, way: { to: 'unit', code: town.unit.code } },
        ...COUNTS.map((key) => ({
          text: formatInteger(town[key]),
          value: String(town[key]),
          way: town[key] === 0 ? null : ({ to: 'rows', id: METRICS[key], code: town.unit.code } as const),
          illustrative: town.illustrative && town[key] > 0,
        })),
        { text: formatPercent(town.rate), value: town.rate, way: behindRate(town) },
        // The rank is by the rate before all else.
        { text: townRank(toTownBar(town), lang) || NONE, way: behindRate(town) },
      ],
    })),
  };
}

/** How many units without a case are left out of the drawing. */
function foldedAway(ranking: readonly RankedUnit[], unitLevel: number): number {
  const idle = ranking.filter(({ identified }) => identified === 0).length;
  return unitLevel >= TOWN && idle > FOLD && idle < ranking.length ? idle : 0;
}

/** Progress of each part: stacked bars in the order of the circular (docs/domain.md#arithmetic). */
export function townsCard(ranking: readonly RankedUnit[], place: CardPlace): ChartCard {
  const { lang } = place;
  const words = cardWords(lang).towns;
  const folded = foldedAway(ranking, place.unitLevel);
  const drawn = folded > 0 ? ranking.filter(({ identified }) => identified > 0) : ranking;
  const bars = drawn.map(toTownBar);
  const inWords = (town: RankedUnit): string =>
    town.identified === 0
      ? NONE
      : `${town.rectified}/${town.identified} ${formatPercent(town.rate)} ${townRank(toTownBar(town), lang)}`;
  return {
    kind: 'TOWNS',
    title: place.unitLevel >= TOWN ? words.villages : words.title,
    what: words.order,
    subtitle: joined(words.order, placeLine(place)),
    note: folded > 0 ? words.folded(folded) : words.note,
    illustrative: ranking.some(({ illustrative }) => illustrative),
    empty: ranking.length === 0 ? words.empty : null,
    height: townBarsHeight(bars.map(({ name }) => name)),
    legend: true,
    draw: (context) => townBars(bars, context),
    marks: drawn.map((town) => ({
      label: `${town.unit.name} ${inWords(town)}`,
      way: { to: 'unit', code: town.unit.code },
    })),
    table: townTable(ranking, place),
  };
}
