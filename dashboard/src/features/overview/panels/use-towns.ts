import { townsCard } from '@wallchart/charts';
import type { OverviewUnit } from '../use-overview.ts';
import { useCard } from './use-card.ts';

/** How far is each part: stacked bars in the order of the circular; a bar drills. */
export function useTowns(props: { readonly unit: OverviewUnit }) {
  return useCard((place) => townsCard(props.unit.report.ranking, place));
}
