import type { PictureRequest } from '@wallchart/charts/cards';
import { WallchartError } from '../../domain/errors.ts';
import { isDay } from '../../domain/day.ts';
import { DateTimeScalar } from '../../graphql-types/scalars.ts';

const REPORT_KEYS = ['campaign', 'unit', 'asOf', 'knownAt', 'tree', 'lang'] as const;

/**
 * Reads `campaign, unit, asOf, knownAt?, tree?, lang?` and further keys that take one of a few words. A key that is
 * misspelt is refused: what it was to say would be missing without a word.
 *
 * @param choices further keys and their words, the first being what holds when none is given
 * @throws WallchartError BAD_INPUT, BAD_DATE, naming the parameter
 */
export function readReportQuery<const C extends Readonly<Record<string, readonly [string, ...string[]]>>>(
  query: unknown,
  choices: C,
): PictureRequest & { readonly [K in keyof C]: C[K][number] } {
  // Every parameter is a text, given once: http/sound-address.ts refuses the rest.
  const given = query as Given;
  const known = [...REPORT_KEYS, ...Object.keys(choices)];
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw new WallchartError(
      'BAD_INPUT',
      `${unknown} is no parameter here. Known: ${known.join(', ')}. 没有这个参数。`,
    );
  }
  const more = Object.entries(choices).map(([key, words]) => [key, oneOf(given, key, words)]);
  return {
    campaign: required(given, 'campaign', 'county-2014'),
    unit: required(given, 'unit', '350322'),
    asOf: day(one(given, 'asOf')),
    knownAt: moment(one(given, 'knownAt')),
    tree: oneOf(given, 'tree', ['then', 'now']),
    lang: oneOf(given, 'lang', ['zh', 'en']),
    ...(Object.fromEntries(more) as { readonly [K in keyof C]: C[K][number] }),
  };
}

type Given = Readonly<Record<string, string | undefined>>;

const one = (given: Given, key: string): string | null => given[key] || null;

function required(given: Given, key: string, example: string): string {
  const value = one(given, key);
  if (value !== null) return value;
  throw new WallchartError('BAD_INPUT', `${key} is missing, e.g. ${key}=${example}. 缺少参数。`);
}

function oneOf<T extends string>(given: Given, key: string, words: readonly [T, ...T[]]): T {
  const value = one(given, key) ?? words[0];
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw new WallchartError('BAD_INPUT', `${key}=${value}: expected ${words.join(' or ')}. 参数值无效。`);
}

function day(text: string | null): string | null {
  if (text === null || isDay(text)) return text;
  throw new WallchartError(
    'BAD_DATE',
    `asOf=${text} is not a valid date. Use the form 2014-07-31. 日期应写作 2014-07-31。`,
  );
}

/** The plus sign of an offset arrives as a blank when an address does not escape it. */
function moment(text: string | null): string | null {
  if (text === null) return null;
  try {
    return DateTimeScalar.parseValue(text.replace(/ (?=\d\d:?\d\d$)/, '+'));
  } catch (error) {
    throw new WallchartError('BAD_DATE', `knownAt: ${error instanceof Error ? error.message : String(error)}`);
  }
}
