import { useEventListener } from '@vueuse/core';
import { shallowRef } from 'vue';
import {
  isNavigationFailure,
  NavigationFailureType,
  START_LOCATION,
  useRouter,
  type RouteLocation,
  type RouteLocationRaw,
  type Router,
} from 'vue-router';
import { underWay } from '../api/under-way.ts';

/** A place in the application: what its address says. */
export type Place = Pick<RouteLocation, 'params' | 'query'>;

/** What a route gives so that its page can be asked for before it is shown. */
interface Prefetch {
  /** Asks; fulfilled when the page has what it shows first. Never rejected. */
  readonly prepare: (to: Place) => Promise<void>;
  /** Whether it can be shown at once. */
  readonly isCached: (to: Place) => boolean;
}

declare module 'vue-router' {
  interface RouteMeta {
    prefetch?: Prefetch;
  }
}

/** The page on screen stays this long at most while the next one's figures are on their way. */
const PATIENCE_MS = 1_000;
/** A pointer that rests this long on a link means it. */
const REST_MS = 50;

/** Whether a page is on its way and the one before it still on screen. */
export const isNavigating = shallowRef(false);

const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));

/** The old page stays until the new one's figures are there; on arrival, they are asked for beside its code. */
export function keepUntilReady(router: Router): void {
  let arrived = (): void => undefined;
  const arrive = (): void => {
    isNavigating.value = false;
    arrived();
  };
  router.beforeEach(async (to, from) => {
    arrived();
    arrived = underWay('page');
    const { prefetch } = to.meta;
    if (!prefetch) return;
    // Held figures, however old, are shown at once; the page asks again.
    if (from === START_LOCATION) void prefetch.prepare(to);
    if (from === START_LOCATION || prefetch.isCached(to)) return;
    isNavigating.value = true;
    await Promise.race([prefetch.prepare(to), patience()]);
  });
  router.afterEach((_to, _from, failure) => {
    // One that gave way to another is still on its way.
    if (!isNavigationFailure(failure, NavigationFailureType.cancelled)) arrive();
  });
  router.onError(arrive);
}

/** Asks for the page behind a link before it is opened. */
export function usePrefetch() {
  const router = useRouter();
  let resting: ReturnType<typeof setTimeout> | undefined;
  const now = (raw: RouteLocationRaw | null | undefined): void => {
    clearTimeout(resting);
    if (raw === null || raw === undefined) return;
    const to = router.resolve(raw);
    if (to.meta.prefetch && to.fullPath !== router.currentRoute.value.fullPath) void to.meta.prefetch.prepare(to);
  };
  return {
    now,
    /** When the pointer stays. */
    soon: (raw: RouteLocationRaw | null | undefined): void => {
      clearTimeout(resting);
      if (raw !== null && raw !== undefined) resting = setTimeout(() => now(raw), REST_MS);
    },
  };
}

/** The same for every link of the application: when a pointer rests on it, presses it, or the keyboard reaches it. */
export function useLinkPrefetch(): void {
  const { now, soon } = usePrefetch();
  const path = (event: Event): string | null => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || link.origin !== location.origin) return null;
    return link.pathname + link.search;
  };
  useEventListener(document, 'pointerover', (event) => soon(path(event)), { passive: true });
  useEventListener(document, ['focusin', 'pointerdown'], (event) => now(path(event)), { passive: true });
}
