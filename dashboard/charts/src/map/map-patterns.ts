import type { StateMark } from '../terms/state-mark.ts';
import type { ChartTheme } from '../theme.ts';
import { node, type SvgNode } from './svg-node.ts';
import type { Progress } from './unit-map.types.ts';

/** Between two colours of six digits. */
export function mixed(from: string, to: string, share: number): string {
  const part = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);
  const channel = (at: number): string =>
    Math.round(part(from, at) + (part(to, at) - part(from, at)) * share)
      .toString(16)
      .padStart(2, '0');
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

const pattern = (id: string, side: number, ground: string, over: readonly SvgNode[], turned = false): SvgNode =>
  node(
    'pattern',
    {
      id,
      width: side,
      height: side,
      patternUnits: 'userSpaceOnUse',
      ...(turned ? { patternTransform: 'rotate(45)' } : {}),
    },
    [node('rect', { width: side, height: side, fill: ground }), ...over],
  );

const bar = (width: number, height: number, fill: string): SvgNode => node('rect', { width, height, fill });

/** The patterns of patterns.ts, and those of the areas, for a drawing whose ids begin with `ids`. */
export function mapPatterns(theme: ChartTheme, ids: string): SvgNode {
  const line = mixed(theme.card, theme.done, 0.5);
  return node('defs', {}, [
    pattern(`${ids}-accepted`, 5, theme.acceptedGround, [
      node('circle', { cx: 2.5, cy: 2.5, r: 1.4, fill: theme.accepted }),
    ]),
    pattern(`${ids}-work`, 5, theme.workGround, [bar(2, 5, theme.work)], true),
    pattern(`${ids}-overdue`, 5, theme.overdueGround, [bar(1.5, 5, theme.overdue), bar(5, 1.5, theme.overdue)], true),
    pattern(`${ids}-relapsed`, 5, theme.relapsedGround, [bar(3, 5, theme.relapsed)]),
    pattern(`${ids}-start`, 12, theme.card, [bar(1, 12, mixed(theme.card, theme.soft, 0.45))], true),
    pattern(`${ids}-some`, 12, mixed(theme.card, theme.done, 0.08), [bar(12, 1, line)]),
    pattern(`${ids}-most`, 6, mixed(theme.card, theme.done, 0.16), [bar(6, 1, line)]),
  ]);
}

/** What a mark is filled with, and its frame. */
export function markFill(mark: StateMark, theme: ChartTheme, ids: string): { fill: string; stroke: string } {
  const stroke = { done: theme.done, accepted: theme.accepted, work: theme.work, overdue: theme.overdue };
  return {
    fill: mark === 'done' ? theme.done : `url(#${ids}-${mark})`,
    stroke: mark === 'relapsed' ? theme.relapsed : stroke[mark],
  };
}

/** What an area is filled with: blank, lines that grow denser, solid. */
export function areaFill(progress: Progress, theme: ChartTheme, ids: string): string {
  if (progress === 'none') return theme.card;
  return progress === 'all' ? mixed(theme.card, theme.done, 0.34) : `url(#${ids}-${progress})`;
}
