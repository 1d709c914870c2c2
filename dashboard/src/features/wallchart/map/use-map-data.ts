import { computed } from 'vue';
import { useRoute, type RouteLocationRaw } from 'vue-router';
import { useAddress } from '../../../address/use-address.ts';
import { progressOf, type UnitMapData } from '@wallchart/charts/map';
import type { CardTable } from '../../../components/card-table.ts';
import type { LedgerCaseFragment } from '../../../generated/graphql.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { stateMark } from '@wallchart/charts/terms';
import { one } from '../../../address/query.ts';
import { useCaseRoute } from '../../ledger/use-case-route.ts';
import { areaOfCase } from './area-of-case.ts';
import type { MapWays } from './map-links.ts';
import { mapTable } from './map-table.ts';
import type { useMapShapes } from './use-map-shapes.ts';
import { figureOf, useMapWords, type MappedTown } from './use-map-words.ts';

export interface WallMapProps {
  readonly unit: { readonly code: string; readonly name: string; readonly level: number };
  /** Every part of the unit, in the order of the wall chart. */
  readonly towns: readonly MappedTown[];
  /** The cases that the legend does not hide. */
  readonly cases: readonly LedgerCaseFragment[];
}

const VILLAGE_LEVEL = 5;

/** A part drills to its own map, a village to its page; a case opens. */
function useWays(props: WallMapProps) {
  const route = useRoute();
  const { unitLink } = useAddress();
  const caseRoute = useCaseRoute();
  const words = useMapWords();
  const towns = computed(() => new Map(props.towns.map((town) => [town.unit.code, town])));
  const cases = computed(() => new Map(props.cases.map((item) => [item.caseNo, item])));
  const areaTo = (code: string): RouteLocationRaw =>
    towns.value.get(code)?.unit.level === VILLAGE_LEVEL
      ? unitLink('overview', code)
      : unitLink('wallchart', code, { view: 'map', mark: one(route.query, 'mark') || undefined });
  const ways: MapWays = {
    area: (code) => {
      const town = towns.value.get(code);
      return { label: town ? words.areaLabel(town) : code, to: areaTo(code) };
    },
    case: (caseNo) => {
      const item = cases.value.get(caseNo);
      return { label: item ? words.caseLabel(item) : caseNo, to: caseRoute(caseNo) };
    },
  };
  return { ways, cases, words, areaTo, caseRoute };
}

/** The wall chart's towns and cases with where they lie: as a map, and as a table of the same. */
export function useMapData(props: WallMapProps, shapes: ReturnType<typeof useMapShapes>, decimals: () => number) {
  const { t } = useLanguage();
  const { ways, cases, words, areaTo, caseRoute } = useWays(props);
  const codes = computed(() => new Set(props.towns.map(({ unit }) => unit.code)));
  const data = computed<UnitMapData>(() => ({
    decimals: decimals(),
    outline: shapes.outline.value,
    areas: props.towns.map((town) => ({
      code: town.unit.code,
      name: town.unit.name,
      figure: figureOf(town),
      progress: progressOf(town),
      shape: shapes.ofPart(town.unit.code),
    })),
    cases: props.cases.map((item) => ({
      key: item.caseNo,
      name: item.unit.name,
      mark: stateMark(item),
      area: areaOfCase(item, codes.value),
      shape: shapes.ofCase(item.caseNo),
    })),
  }));
  const table = computed<CardTable>(() =>
    mapTable(
      (['town', 'done', 'progress', 'organisation', 'state', 'when'] as const).map((key) => t(`wallchart.map.${key}`)),
      props.towns.map((town) => ({
        code: town.unit.code,
        name: town.unit.name,
        figure: figureOf(town),
        progress: words.progressWord(progressOf(town)),
        to: areaTo(town.unit.code),
        cases: props.cases
          .filter((item) => areaOfCase(item, codes.value) === town.unit.code)
          .map((item) => {
            const { name, state, late, when } = words.ofCase(item);
            const stateText = late === '' ? state : `${state} · ${late}`;
            return { caseNo: item.caseNo, name, state: stateText, when, to: caseRoute(item.caseNo) };
          }),
      })),
    ),
  );
  return { data, ways, cases, table, words };
}
