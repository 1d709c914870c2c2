import { around, cornersOf, type Box, type Taken } from './boxes.ts';
import { contains, type Point, type Ring } from './shapes.ts';

const roomAt = ([x, y]: Point, room: number): Box => ({ x, y, width: room, height: room });
/** Rings of places that are tried around a taken one; beyond, marks may overlap. */
const FAR = 40;

/** The nearest free place to where something lies, of those that `fits` accepts; null without one. */
function nearest(from: Point, room: number, taken: Taken, fits: (place: Point) => boolean): Point | null {
  for (const place of around(from, room / 2, FAR)) {
    if (!fits(place) || !taken.isFree(roomAt(place, room))) continue;
    taken.add(roomAt(place, room));
    return place;
  }
  return null;
}

/** The nearest free place to where something lies; deterministic. */
export const placeNear = (wanted: Point, room: number, taken: Taken): Point =>
  nearest(wanted, room, taken, () => true) ?? wanted;

export interface WithinOptions {
  readonly rings: readonly Ring[];
  /** Middle of the label, and of the marks below it. */
  readonly pole: Point;
  readonly label: { readonly width: number; readonly height: number };
  readonly count: number;
  /** Side of the square that a mark needs, px. */
  readonly room: number;
}

export interface Within {
  readonly label: Point;
  readonly marks: readonly Point[];
  /** Marks, and the label, that are not inside. */
  readonly outside: number;
}

/** As many columns as make a block that is wider than high. */
const columnsFor = (count: number): number => (count <= 4 ? count : Math.ceil(Math.sqrt(count * 1.5)));

/**
 * A label and, in rows below it, marks of which no one knows the place, as a block around the middle of their area. What
 * does not fit goes to the nearest free places. The same area and count always give the same places.
 */
export function placeWithin({ rings, pole, label, count, room }: WithinOptions, taken: Taken): Within {
  const columns = columnsFor(count);
  const rows = count === 0 ? 0 : Math.ceil(count / columns);
  const inside = (place: Point): boolean => contains(rings, place);
  /** A mark is two thirds of its room; all of it is to lie inside. */
  const markInside = (place: Point): boolean => cornersOf(roomAt(place, (room * 2) / 3)).every(inside);
  const named = placeLabel(inside, [pole[0], pole[1] - (rows * room) / 2], label, taken);
  const marks: Point[] = [];
  const top = named.at[1] + (label.height + room) / 2;
  for (let row = 0; row < rows; row += 1) {
    const inRow = Math.min(columns, count - row * columns);
    for (let column = 0; column < inRow; column += 1) {
      const place: Point = [named.at[0] + (column - (inRow - 1) / 2) * room, top + row * room];
      if (!markInside(place) || !taken.isFree(roomAt(place, room))) continue;
      taken.add(roomAt(place, room));
      marks.push(place);
    }
  }
  let outside = named.fits ? 0 : 1;
  while (marks.length < count) {
    const place = nearest([named.at[0], top], room, taken, markInside);
    if (!place) outside += 1;
    marks.push(place ?? placeNear([named.at[0], top], room, taken));
  }
  return { label: named.at, marks, outside };
}

/** Where a label fits wholly, else where its middle is inside, else where it was wanted. */
function placeLabel(
  inside: (place: Point) => boolean,
  wanted: Point,
  size: WithinOptions['label'],
  taken: Taken,
): { at: Point; fits: boolean } {
  const boxAt = ([x, y]: Point): Box => ({ x, y, ...size });
  const places = [...around(wanted, 8, 10)].filter((place) => taken.isFree(boxAt(place)));
  const whole = places.find((place) => cornersOf(boxAt(place)).every(inside));
  const at = whole ?? places.find(inside) ?? wanted;
  taken.add(boxAt(at));
  return { at, fits: whole !== undefined };
}
