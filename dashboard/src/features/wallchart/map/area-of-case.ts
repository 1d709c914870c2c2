interface Coded {
  readonly code: string;
}

/**
 * The part of the unit shown that a case belongs to: its own village, its town, else (above a county) the part that its
 * division code lies in.
 *
 * @param codes codes of the parts
 */
export function areaOfCase(item: { readonly unit: Coded; readonly town?: Coded | null }, codes: ReadonlySet<string>) {
  if (codes.has(item.unit.code)) return item.unit.code;
  if (item.town && codes.has(item.town.code)) return item.town.code;
  for (let long = item.unit.code.length - 1; long > 1; long -= 1) {
    const above = item.unit.code.slice(0, long);
    if (codes.has(above)) return above;
  }
  return null;
}
