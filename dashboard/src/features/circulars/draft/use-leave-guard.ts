import { useEventListener } from '@vueuse/core';
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router';

/** Saves on the way out; what cannot be saved is not left behind unasked. */
export function useLeaveGuard(unsaved: () => boolean, flush: () => Promise<boolean>, question: () => string): void {
  useEventListener(window, 'beforeunload', (event) => {
    if (unsaved()) event.preventDefault();
  });
  const mayLeave = async (): Promise<boolean> => !unsaved() || (await flush()) || window.confirm(question());
  onBeforeRouteLeave(mayLeave);
  onBeforeRouteUpdate((to, from) => to.params['id'] === from.params['id'] || mayLeave());
}
