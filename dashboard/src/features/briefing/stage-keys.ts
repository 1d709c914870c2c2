import { SCREENS, type Screen, type Step } from './screens.ts';

/** What a key asks for. */
export type StageCommand =
  | { readonly do: 'step'; readonly step: Step }
  | { readonly do: 'show'; readonly screen: Screen }
  | { readonly do: 'fullscreen' | 'notes' | 'notesHere' | 'black' | 'language' | 'theme' | 'up' | 'exit' };

const STEPS: Readonly<Record<string, Step>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
};

/** Letters, and the full stop with which clickers ask for a black screen. */
const COMMANDS: Readonly<Record<string, Exclude<StageCommand['do'], 'step' | 'show'>>> = {
  f: 'fullscreen',
  n: 'notes',
  m: 'notesHere',
  b: 'black',
  '.': 'black',
  l: 'language',
  t: 'theme',
  u: 'up',
  escape: 'exit',
};

interface StageKey {
  readonly key: string;
  readonly shiftKey?: boolean;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly altKey?: boolean;
}

/** What a key means on the stage; null: nothing, the browser keeps it. Clickers send PageUp and PageDown. */
export function stageCommand(pressed: StageKey): StageCommand | null {
  if (pressed.ctrlKey === true || pressed.metaKey === true || pressed.altKey === true) return null;
  if (pressed.key === ' ' && pressed.shiftKey === true) return { do: 'step', step: 'previous' };
  const step = STEPS[pressed.key];
  if (step) return { do: 'step', step };
  const screen = /^[1-9]$/.test(pressed.key) ? SCREENS[Number(pressed.key) - 1] : undefined;
  if (screen) return { do: 'show', screen };
  const command = COMMANDS[pressed.key.toLowerCase()];
  return command ? { do: command } : null;
}
