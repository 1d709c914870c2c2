import { describe, expect, it } from 'vitest';
import { hasParts, readScreen, SCREENS, stepFrom } from './screens.ts';
import { stageCommand } from './stage-keys.ts';
import { magnification } from './use-stage-chart.ts';
import { largestFit } from './use-stage-fit.ts';

describe('screens', () => {
  it('step to the ends and no further', () => {
    expect(SCREENS.map((screen) => stepFrom(screen, 'next'))).toEqual(['left', 'money', 'pay', 'requests', 'requests']);
    expect(SCREENS.map((screen) => stepFrom(screen, 'previous'))).toEqual([
      'progress',
      'progress',
      'left',
      'money',
      'pay',
    ]);
    expect([stepFrom('money', 'first'), stepFrom('money', 'last')]).toEqual(['progress', 'requests']);
  });

  it('are read from an address, the first when it names none', () => {
    expect(['pay', 'nonsense', undefined, ['pay']].map(readScreen)).toEqual([
      'pay',
      'progress',
      'progress',
      'progress',
    ]);
  });

  it('of a village are not divided', () => {
    expect(['350322', '350322107', '350322107216'].map(hasParts)).toEqual([true, true, false]);
  });
});

describe('keys', () => {
  const step = (key: string, shiftKey = false): unknown => {
    const command = stageCommand({ key, shiftKey });
    return command?.do === 'step' ? command.step : command;
  };

  it('of a clicker, the arrows and the space bar turn screens', () => {
    expect(['PageDown', 'ArrowRight', ' ', 'PageUp', 'ArrowLeft', 'Home', 'End'].map((key) => step(key))).toEqual([
      'next',
      'next',
      'next',
      'previous',
      'previous',
      'first',
      'last',
    ]);
    expect(step(' ', true)).toBe('previous');
  });

  it('of digits go to a screen, letters do the rest, in either case', () => {
    expect(stageCommand({ key: '3' })).toEqual({ do: 'show', screen: 'money' });
    expect(stageCommand({ key: '9' })).toBeNull();
    expect(['f', 'N', 'm', '.', 'Escape', 'x'].map((key) => stageCommand({ key })?.do)).toEqual([
      'fullscreen',
      'notes',
      'notesHere',
      'black',
      'exit',
      undefined,
    ]);
  });

  it('with Ctrl, Alt or Command stay those of the browser', () => {
    expect(stageCommand({ key: 'f', ctrlKey: true })).toBeNull();
    expect(stageCommand({ key: 'ArrowLeft', altKey: true })).toBeNull();
  });
});

describe('the type of a screen', () => {
  it('is the largest that holds, and never smaller than the stage sets it', () => {
    expect(largestFit(() => true)).toBe(1.6);
    expect(largestFit((factor) => factor < 1.4)).toBe(1.3);
    expect(largestFit(() => false)).toBe(1);
  });
});

describe('charts on the stage', () => {
  const place = { width: 900, height: 600, type: 24 };

  it('have the type of the stage where their rows fit', () => {
    expect(magnification(place, 200)).toBe(2);
  });

  it('shrink to fit, but not below what can be read', () => {
    expect(magnification(place, 400)).toBe(1.5);
    expect(magnification(place, 4000)).toBe(1.24);
  });

  it('keep the width that their columns need', () => {
    expect(magnification({ ...place, width: 330 }, 200)).toBeCloseTo(1.1);
  });
});
