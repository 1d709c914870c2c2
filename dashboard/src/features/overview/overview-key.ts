import { inject, type ComputedRef, type InjectionKey } from 'vue';

/** What the page tells its panels. */
interface OverviewPlace {
  readonly unitName: ComputedRef<string>;
  readonly unitLevel: ComputedRef<number>;
  /** Unit, campaign and day of every subtitle. */
  readonly line: ComputedRef<string>;
}

export const OVERVIEW_PLACE: InjectionKey<OverviewPlace> = Symbol('overview place');

/** The page's place; a panel outside the page is a mistake in the code. */
export function useOverviewPlace(): OverviewPlace {
  const place = inject(OVERVIEW_PLACE);
  if (!place) throw new TypeError('an overview panel needs the overview page around it');
  return place;
}
