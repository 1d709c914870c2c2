/** Which tile of the wall chart a key goes to. Rows may be empty and of different lengths. */

export interface TilePlace {
  readonly row: number;
  readonly column: number;
}

/**
 * Where `key` leads from `at` over rows of the given lengths, or null when it leads nowhere or is no key of the grid.
 * Up and down skip empty rows and keep to the end of a shorter row; Home and End go within the row, with `ctrl` to the
 * first and last tile of the chart.
 */
export function tileAfterKey(key: string, at: TilePlace, lengths: readonly number[], ctrl = false): TilePlace | null {
  const vertical = (step: 1 | -1): TilePlace | null => {
    for (let row = at.row + step; row >= 0 && row < lengths.length; row += step) {
      const length = lengths[row] ?? 0;
      if (length > 0) return { row, column: Math.min(at.column, length - 1) };
    }
    return null;
  };
  const last = (row: number): number => Math.max(0, (lengths[row] ?? 0) - 1);
  const edge = (rows: number[], atEnd: boolean): TilePlace | null => {
    const row = rows.find((index) => (lengths[index] ?? 0) > 0);
    return row === undefined ? null : { row, column: atEnd ? last(row) : 0 };
  };
  const indices = lengths.map((_, index) => index);
  switch (key) {
    case 'ArrowUp':
      return vertical(-1);
    case 'ArrowDown':
      return vertical(1);
    case 'ArrowLeft': {
      if (at.column > 0) return { row: at.row, column: at.column - 1 };
      const above = vertical(-1);
      return above && { row: above.row, column: last(above.row) };
    }
    case 'ArrowRight': {
      if (at.column < last(at.row)) return { row: at.row, column: at.column + 1 };
      const below = vertical(1);
      return below && { row: below.row, column: 0 };
    }
    case 'Home':
      return ctrl ? edge(indices, false) : { row: at.row, column: 0 };
    case 'End':
      return ctrl ? edge(indices.toReversed(), true) : { row: at.row, column: last(at.row) };
    default:
      return null;
  }
}
