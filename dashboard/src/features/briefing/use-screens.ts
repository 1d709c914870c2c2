import { computed } from 'vue';
import { useRoute } from 'vue-router';
import { useAddress } from '../../address/use-address.ts';
import { readScreen, SCREENS, stepFrom, type Screen, type Step } from './screens.ts';

/**
 * The screen of the address. A step takes the place of the one before in the browser's history, so that "back" leads out of a
 * town to where it was entered.
 */
export function useScreens() {
  const route = useRoute();
  const { set } = useAddress();
  const screen = computed<Screen>(() => readScreen(route.query['screen']));
  const show = (next: Screen): void => {
    if (next !== screen.value) void set({ screen: next }, true);
  };
  return {
    screen,
    index: computed(() => SCREENS.indexOf(screen.value)),
    show,
    step: (step: Step): void => show(stepFrom(screen.value, step)),
  };
}
