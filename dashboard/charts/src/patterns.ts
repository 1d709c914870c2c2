import type { StateMark } from './terms/state-mark.ts';
import type { ChartTheme } from './theme.ts';

/** A pattern as ECharts draws it; lengths in px, whole numbers so that tiles join. */
export interface Decal {
  readonly symbol: 'rect' | 'circle';
  readonly color: string;
  readonly dashArrayX: number[][];
  readonly dashArrayY: number[];
  readonly rotation: number;
  readonly symbolSize: number;
}

/** An ECharts item style: ground colour, frame and the decal over it. */
export interface PatternStyle {
  readonly color: string;
  readonly borderColor?: string;
  readonly borderWidth?: number;
  readonly decal?: Decal;
}

const decal = (
  color: string,
  dashArrayX: number[][],
  dashArrayY: number[],
  rotation = 0,
  symbol: Decal['symbol'] = 'rect',
): Decal => ({ symbol, color, dashArrayX, dashArrayY, rotation, symbolSize: symbol === 'circle' ? 0.6 : 1 });

/** Diagonal pairs, for what is missing or late. */
export function crossHatch(color: string, ground: string): PatternStyle {
  const hatch = decal(
    color,
    [
      [1, 0],
      [1, 4],
    ],
    [1, 0, 4, 0],
    Math.PI / 4,
  );
  return { color: ground, borderColor: color, borderWidth: 1, decal: hatch };
}

/**
 * Colour never speaks alone (docs/domain.md#arithmetic): done solid, accepted dots, under way thin diagonals, overdue a
 * cross-hatch, relapsed upright bars. Photocopied, the five stay apart.
 */
export function stateStyle(mark: StateMark, theme: ChartTheme): PatternStyle {
  switch (mark) {
    case 'done':
      return { color: theme.done };
    case 'accepted': {
      const dots = decal(theme.accepted, [[5, 0]], [5, 0], 0, 'circle');
      return { color: theme.acceptedGround, borderColor: theme.accepted, borderWidth: 1, decal: dots };
    }
    case 'work': {
      const lines = decal(theme.work, [[1, 0]], [2, 3], -Math.PI / 4);
      return { color: theme.workGround, borderColor: theme.work, borderWidth: 1, decal: lines };
    }
    case 'overdue':
      return crossHatch(theme.overdue, theme.overdueGround);
    default: {
      const bars = decal(theme.relapsed, [[3, 2]], [1, 0]);
      return { color: theme.relapsedGround, borderColor: theme.relapsed, borderWidth: 1, decal: bars };
    }
  }
}
