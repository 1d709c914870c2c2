import { WallchartError } from '../domain/errors.ts';
import { isSound, unsoundText } from '../domain/sound-text.ts';

/** Lists and objects within each other; a circular's content, the deepest input there is, has nine. */
export const MOST_LEVELS = 64;

interface Part {
  readonly value: unknown;
  /** `$input.filter.units[3]` */
  readonly place: string;
  readonly level: number;
}

/**
 * Refuses variables that hold a text the database cannot hold, or that are nested deeper than any input is. It does not
 * recurse, so that no nesting is too deep for it.
 *
 * @throws WallchartError BAD_INPUT, naming the variable and the place in it
 */
export function checkVariables(variables: Readonly<Record<string, unknown>>): void {
  const left: Part[] = Object.entries(variables).map(([name, value]) => ({ value, place: `$${name}`, level: 0 }));
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    const { value, place, level } = part;
    if (typeof value === 'string' && !isSound(value)) throw unsoundText(place);
    if (typeof value !== 'object' || value === null) continue;
    if (level >= MOST_LEVELS) throw tooDeep(place);
    const isList = Array.isArray(value);
    for (const [key, inner] of Object.entries(value)) {
      if (!isSound(key)) throw unsoundText(`A key in ${place}`);
      left.push({ value: inner, place: isList ? `${place}[${key}]` : `${place}.${key}`, level: level + 1 });
    }
  }
}

const tooDeep = (place: string): WallchartError => {
  const variable = place.split(/[.[]/, 1)[0] ?? place;
  return new WallchartError('BAD_INPUT', `${variable} is nested more than ${MOST_LEVELS} levels deep. 变量嵌套过深。`, {
    place: variable,
  });
};
