import { useFullscreen, useSwipe } from '@vueuse/core';
import { computed, shallowRef, useTemplateRef } from 'vue';
import { useRouter, type RouteLocationRaw } from 'vue-router';
import { useTheme } from '../../layout/use-theme.ts';
import { useLanguageSwitch } from '../../layout/use-address-language.ts';
import { SCREENS } from './screens.ts';
import type { StageCommand } from './stage-keys.ts';
import { useNotesWindow } from './use-notes-window.ts';
import { useScreens } from './use-screens.ts';
import { useStageKeys } from './use-stage-keys.ts';

/** Pixels that a finger has to travel. */
const SWIPE = 60;

/** Everything that turns screens: keys, clickers, fingers, buttons, the notes' window. */
export function useStage(up: () => RouteLocationRaw | null) {
  const router = useRouter();
  const { screen, index, show, step } = useScreens();
  const { theme, toggle: toggleTheme } = useTheme();
  const switchLanguage = useLanguageSwitch();
  const { isFullscreen, isSupported, toggle: toggleFullscreen } = useFullscreen();
  const notes = shallowRef(false);
  const black = shallowRef(false);
  const body = useTemplateRef<HTMLElement>('body');

  const run = (command: StageCommand): void => {
    switch (command.do) {
      case 'step':
        return step(command.step);
      case 'show':
        return show(command.screen);
      case 'fullscreen':
        return void (isSupported.value && toggleFullscreen());
      case 'notes':
        notes.value = !notes.value;
        return;
      case 'black':
        black.value = true;
        return;
      case 'language':
        return switchLanguage();
      case 'theme':
        return toggleTheme();
      default: {
        const to = up();
        if (to) void router.push(to);
      }
    }
  };
  const window = useNotesWindow(run);
  const command = (given: StageCommand): void => {
    const here = given.do === 'language' || given.do === 'theme';
    if (here || !window.pass(given)) run(given);
  };
  const lighten = (): boolean => {
    const was = black.value;
    black.value = false;
    return was;
  };
  useStageKeys(command, { body: () => body.value, any: lighten });
  const { lengthX } = useSwipe(body, {
    threshold: SWIPE,
    onSwipeEnd: (_event, direction) => {
      if (Math.abs(lengthX.value) < SWIPE) return;
      if (direction === 'left') step('next');
      if (direction === 'right') step('previous');
    },
  });

  return {
    screen,
    index,
    next: computed(() => SCREENS[index.value + 1] ?? null),
    notes,
    black,
    theme,
    isFullscreen,
    canFullscreen: isSupported,
    alone: window.alone,
    openNotes: window.open,
    lighten,
    run: command,
  };
}
