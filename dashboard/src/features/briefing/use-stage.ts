import { useFullscreen, useSwipe } from '@vueuse/core';
import { computed, shallowRef, useTemplateRef } from 'vue';
import { useRouter, type RouteLocationRaw } from 'vue-router';
import { useTheme } from '../../page/use-theme.ts';
import { useLanguageSwitch } from '../../page/use-address-language.ts';
import { SCREENS } from './screens.ts';
import type { StageCommand } from './stage-keys.ts';
import { useNotesWindow } from './use-notes-window.ts';
import { useScreens } from './use-screens.ts';
import { useStageFit } from './use-stage-fit.ts';
import { useStageKeys } from './use-stage-keys.ts';

/** Pixels that a finger has to travel. */
const SWIPE = 60;

/** Where the stage leads; null: nowhere. */
interface Ways {
  readonly up: () => RouteLocationRaw | null;
  readonly exit: () => RouteLocationRaw | null;
}

/** What each command does here. */
function useCommands({ up, exit }: Ways, openNotes: () => boolean) {
  const router = useRouter();
  const screens = useScreens();
  const { theme, toggle: toggleTheme } = useTheme();
  const switchLanguage = useLanguageSwitch();
  const fullscreen = useFullscreen();
  const notes = shallowRef(false);
  const black = shallowRef(false);
  const go = (to: RouteLocationRaw | null): void => {
    if (to) void router.push(to);
  };
  const run = (command: StageCommand): void => {
    switch (command.do) {
      case 'step':
        return screens.step(command.step);
      case 'show':
        return screens.show(command.screen);
      case 'fullscreen':
        return void (fullscreen.isSupported.value && fullscreen.toggle());
      case 'notes':
        // Where no window opens they stand here.
        if (!openNotes()) notes.value = true;
        return;
      case 'notesHere':
        notes.value = !notes.value;
        return;
      case 'black':
        black.value = true;
        return;
      case 'language':
        return switchLanguage();
      case 'theme':
        return toggleTheme();
      case 'up':
        return go(up());
      case 'exit':
        // A browser that is full screen by the stage's own button takes the key itself, and leaves full screen.
        if (fullscreen.isFullscreen.value) return void fullscreen.exit();
        return go(exit());
      default:
        return command satisfies never;
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

/**
 * Everything that turns screens: keys, clickers, fingers, buttons, the notes' window.
 *
 * @param shown what is on screen beside the question
 */
export function useStage(ways: Ways, shown: () => readonly unknown[]) {
  const { run, step, ...stage } = useCommands(ways, () => open());
  const body = useTemplateRef<HTMLElement>('body');
  const { alone, pass, open, close } = useNotesWindow(run);
  const command = (given: StageCommand): void => {
    if (alone && given.do === 'exit') return close();
    const here = given.do === 'language' || given.do === 'theme';
    if (here || !pass(given)) run(given);
  };
  const lighten = (): boolean => {
    const was = stage.black.value;
    stage.black.value = false;
    return was;
  };
  useStageFit(body, () => [stage.screen.value, ...shown()]);
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
    lighten,
    run: command,
  };
}
