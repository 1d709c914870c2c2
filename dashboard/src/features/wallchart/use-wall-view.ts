import { computed } from 'vue';
import { useRoute } from 'vue-router';
import { useAddress } from '../../address/use-address.ts';
import { one } from '../../address/query.ts';

/** As rows of towns, or on the map that the office loaded. */
type WallView = 'rows' | 'map';

/** Which of the two the address asks for; rows where there is no map. */
export function useWallView(mapped: () => boolean) {
  const route = useRoute();
  const { set } = useAddress();
  return {
    view: computed<WallView>(() => (mapped() && one(route.query, 'view') === 'map' ? 'map' : 'rows')),
    setView: (next: WallView): void => void set({ view: next === 'map' ? next : undefined }, true),
  };
}
