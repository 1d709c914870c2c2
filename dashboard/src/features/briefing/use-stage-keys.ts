import { useEventListener } from '@vueuse/core';
import { stageCommand, type StageCommand } from './stage-keys.ts';

const TYPING = new Set(['INPUT', 'TEXTAREA', 'SELECT']);

/** Keys that a control under the focus has its own use for. */
function belongsTo(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (TYPING.has(target.tagName) || target.isContentEditable) return true;
  // An open dialog or menu over the stage has its own keys.
  if (target.closest('[role="dialog"], [role="menu"]')) return true;
  return key === ' ' && target.closest('button, a, summary') !== null;
}

/** Up and down first scroll what does not fit (a phone, a large zoom). */
function scrolls(body: HTMLElement | null, key: string): boolean {
  if (!body || (key !== 'ArrowDown' && key !== 'ArrowUp')) return false;
  return body.scrollHeight > body.clientHeight + 1;
}

/** Turns keys into commands of the stage. `any` is called first and may take a key (a black screen ends on any). */
export function useStageKeys(
  run: (command: StageCommand) => void,
  { body, any }: { readonly body: () => HTMLElement | null; readonly any: () => boolean },
): void {
  useEventListener(document, 'keydown', (event) => {
    if (event.defaultPrevented || belongsTo(event.target, event.key) || scrolls(body(), event.key)) return;
    const command = stageCommand(event);
    if (command === null && ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
    if (any()) {
      event.preventDefault();
      return;
    }
    if (command === null) return;
    event.preventDefault();
    run(command);
  });
}
