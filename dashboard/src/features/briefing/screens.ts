/** The questions of a briefing, one per screen, in their order. */
export const SCREENS = ['progress', 'left', 'money', 'pay', 'requests'] as const;

export type Screen = (typeof SCREENS)[number];

/** The screen that an address names; the first when it names none. */
export function readScreen(given: unknown): Screen {
  return SCREENS.find((screen) => screen === given) ?? 'progress';
}

/** A village has no parts: what is drawn by parts and by weeks is not asked for. Division codes have 2 to 12 digits. */
export const hasParts = (code: string): boolean => code.length < 12;

export type Step = 'next' | 'previous' | 'first' | 'last';

/** The screen a step leads to; the ends are ends. */
export function stepFrom(screen: Screen, step: Step): Screen {
  const last = SCREENS.length - 1;
  const at = SCREENS.indexOf(screen);
  const to = { next: Math.min(last, at + 1), previous: Math.max(0, at - 1), first: 0, last }[step];
  return SCREENS[to] ?? screen;
}
