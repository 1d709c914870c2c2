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

/** What each command does here. */
function useCommands(up: () => RouteLocationRaw | null) {
  const router = useRouter();
  const screens = useScreens();
  const { theme, toggle: toggleTheme } = useTheme();
  const switchLanguage = useLanguageSwitch();
  const fullscreen = useFullscreen();
  const notes = shallowRef(false);
  const black = shallowRef(false);
  const run = (command: StageCommand): void => {
    switch (command.do) {
      case 'step':
        return screens.step(command.step);
      case 'show':
        return screens.show(command.screen);
      case 'fullscreen':
        return void (fullscreen.isSupported.value && fullscreen.toggle());
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
  return {
    ...screens,
    theme,
    notes,
    black,
    isFullscreen: fullscreen.isFullscreen,
    canFullscreen: fullscreen.isSupported,
    run,
  };
}

/** Everything that turns screens: keys, clickers, fingers, buttons, the notes' window. */
export function useStage(up: () => RouteLocationRaw | null) {
  const { run, step, ...stage } = useCommands(up);
  const body = useTemplateRef<HTMLElement>('body');
  const { alone, pass, open } = useNotesWindow(run);
  const command = (given: StageCommand): void => {
    const here = given.do === 'language' || given.do === 'theme';
    if (here || !pass(given)) run(given);
  };
  const lighten = (): boolean => {
    const was = stage.black.value;
    stage.black.value = false;
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
    ...stage,
    next: computed(() => SCREENS[stage.index.value + 1] ?? null),
    alone,
    openNotes: open,
    lighten,
    run: command,
  };
}
