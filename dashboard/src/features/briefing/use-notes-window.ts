import { useEventListener } from '@vueuse/core';
import { watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { StageCommand } from './stage-keys.ts';

/** What the two windows tell each other; a file has no origin, so each looks at who speaks instead. */
interface WindowMessage {
  readonly wallchartShows?: string;
  readonly wallchartDoes?: StageCommand;
}

const NOTES = 'notes';
const ALONE = 'window';

/** Notes in a window of their own, on the presenter's screen: it follows this one, and its keys turn the screens of this one. */
export function useNotesWindow(run: (command: StageCommand) => void) {
  const route = useRoute();
  const router = useRouter();
  const alone = route.query[NOTES] === ALONE;
  const opener = alone ? (window.opener as Window | null) : null;
  let opened: Window | null = null;

  const addressWith = (notes: string | undefined): string =>
    router.resolve({ params: route.params, query: { ...route.query, [NOTES]: notes } }).fullPath;
  const send = (to: Window | null, message: WindowMessage): void => to?.postMessage(message, '*');

  useEventListener(window, 'message', (event: MessageEvent<WindowMessage>) => {
    if (opener && event.source === opener && typeof event.data.wallchartShows === 'string') {
      void router.replace(event.data.wallchartShows);
    }
    if (opened && event.source === opened && event.data.wallchartDoes) run(event.data.wallchartDoes);
  });
  if (!alone)
    watch(
      () => route.fullPath,
      () => send(opened, { wallchartShows: addressWith(ALONE) }),
    );

  return {
    alone,
    /** In the notes' window a command goes to the projected one; without it, it is done here. */
    pass: (command: StageCommand): boolean => {
      if (!opener || opener.closed) return false;
      send(opener, { wallchartDoes: command });
      return true;
    },
    /** False where the browser opens no window. */
    open: (): boolean => {
      const { href } = router.resolve(addressWith(ALONE));
      opened = window.open(href, 'wallchart-notes', 'popup,width=720,height=860');
      return opened !== null;
    },
    close: (): void => window.close(),
  };
}
