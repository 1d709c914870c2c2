import type { Point } from './shapes.ts';

/** A rectangle by its middle, px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Side of the cells by which boxes are looked up, px. */
const CELL = 48;

/** What is taken on a page of this size. Boxes that only touch do not overlap. */
export class Taken {
  private readonly cells = new Map<string, Box[]>();
  private readonly page: { readonly width: number; readonly height: number };

  constructor(page: { readonly width: number; readonly height: number }) {
    this.page = page;
  }

  add(box: Box): void {
    for (const cell of cellsOf(box)) this.cells.set(cell, [...(this.cells.get(cell) ?? []), box]);
  }

  isFree(box: Box): boolean {
    const { x, y, width, height } = box;
    if (x < width / 2 || y < height / 2) return false;
    if (x + width / 2 > this.page.width || y + height / 2 > this.page.height) return false;
    return cellsOf(box).every((cell) => !this.cells.get(cell)?.some((other) => overlap(box, other)));
  }
}

const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) * 2 < a.width + b.width - 0.01 && Math.abs(a.y - b.y) * 2 < a.height + b.height - 0.01;

function cellsOf({ x, y, width, height }: Box): string[] {
  const cells: string[] = [];
  for (let column = Math.floor((x - width / 2) / CELL); column * CELL <= x + width / 2; column += 1) {
    for (let row = Math.floor((y - height / 2) / CELL); row * CELL <= y + height / 2; row += 1) {
      cells.push(`${column},${row}`);
    }
  }
  return cells;
}

export const cornersOf = ({ x, y, width, height }: Box): Point[] => [
  [x - width / 2, y - height / 2],
  [x + width / 2, y - height / 2],
  [x - width / 2, y + height / 2],
  [x + width / 2, y + height / 2],
];

/** Places around a point in rings of `step` px, nearest first and always in the same order. */
export function* around([x, y]: Point, step: number, rings: number): Generator<Point> {
  yield [x, y];
  for (let ring = 1; ring <= rings; ring += 1) {
    const places = 6 * ring;
    for (let at = 0; at < places; at += 1) {
      const angle = (at / places) * 2 * Math.PI - Math.PI / 2;
      yield [x + Math.cos(angle) * ring * step, y + Math.sin(angle) * ring * step];
    }
  }
}
