import { computed, shallowRef } from 'vue';
import { useAddress } from '../../../address/use-address.ts';
import type { ChartContext } from '@wallchart/charts';
import { drawMap } from '@wallchart/charts/map';
import { useReportContext } from '../../../components/use-report-context.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useMapData, type WallMapProps } from './use-map-data.ts';
import { useMapDrawing } from './use-map-drawing.ts';
import { useMapShapes } from './use-map-shapes.ts';

/** Height of the map on a sheet for export, px, at most. */
const SHEET_HEIGHT = 720;
/** Grids: from a kilometre for a province to a metre for a town. */
const gridOf = (level: number): number => Math.min(5, Math.max(2, level + 1));

/** The wall chart as a map: where each organisation lies and how far it is. */
export function useWallMap(props: WallMapProps) {
  const { t, lang } = useLanguage();
  const { variables } = useAddress();
  const { line } = useReportContext(() => props.unit.name);
  const decimals = (): number => gridOf(props.unit.level);
  const shapes = useMapShapes(() => ({ ...variables.value, decimals: decimals() }));
  const { data, ways, cases, table, words } = useMapData(props, shapes, decimals);
  const drawing = useMapDrawing(() => data.value, ways);
  const isVillages = computed(() => props.towns.some(({ unit }) => unit.level === 5));
  const title = computed(() => t(isVillages.value ? 'wallchart.map.titleTown' : 'wallchart.map.title'));
  const sheet = async (): Promise<string> => {
    const { chartSheet } = await import('@wallchart/charts/sheet');
    const card = {
      title: title.value,
      subtitle: line.value,
      note: t('wallchart.map.note'),
      illustrative: shapes.illustrative.value,
      empty: null,
      height: SHEET_HEIGHT,
      legend: false,
      draw: (context: ChartContext) => drawMap(data.value, context, SHEET_HEIGHT),
    };
    return chartSheet(card, { lang: lang.value });
  };
  const asTable = shallowRef(false);
  return {
    ...drawing,
    asTable,
    toggle: (): void => void (asTable.value = !asTable.value),
    table,
    sheet,
    loading: shapes.loading,
    failure: shapes.failure,
    retry: shapes.retry,
    illustrative: shapes.illustrative,
    title,
    subtitle: line,
    fileName: computed(() => `map-${props.unit.code}`),
    tipWords: computed(() => {
      const item = drawing.tip.value ? cases.value.get(drawing.tip.value.caseNo) : undefined;
      return item ? words.ofCase(item) : null;
    }),
    shadeWords: computed(() =>
      drawing.shades.value.map(({ progress, fill }) => ({ progress, fill, word: words.progressWord(progress) })),
    ),
    unplaced: computed(() =>
      (drawing.map.value?.unplaced ?? []).map(({ key, name }) => ({ key, name, to: ways.case(key).to })),
    ),
    missing: computed(() => data.value.areas.filter(({ shape }) => (shape?.rings.length ?? 0) === 0).length),
  };
}
