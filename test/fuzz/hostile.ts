import type { Random } from './random.ts';

const TEXTS: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfff',
  '\ufffe\uffff\u0001\u001b[31m',
  '\u202eabc\u202c\u2066',
  '😀👩‍👩‍👧‍👦𠮷',
  '县'.repeat(3000),
  'a'.repeat(20_000),
  '%'.repeat(2000),
  '_%\\',
  "' or '1'='1",
  "'; drop table cases; --",
  '$1 :name ?',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("http://example.com")',
  '{{constructor}} ${7*7} #{1}',
  '../../../../etc/passwd',
  '..\\..\\secret',
  '\r\nx-injected: 1',
  'null',
  'undefined',
  'NaN',
  '__proto__',
  'constructor',
  '{1,2}',
  '[1,2)',
  '1e400',
  '99999999999999999999999999',
  '-1',
  '2014-02-30',
  '99999-01-01',
  '+275760-09-13',
  '0000-00-00',
  '2014-07-31T25:61:61Z',
  '9999-12-31T23:59:59.999999999+14:00',
  'infinity',
  '\u0661\u0662\u0663',
];

const NUMBERS: readonly number[] = [
  0, -0, 1, -1, 201, 2_147_483_647, -2_147_483_648, 2_147_483_648, 1e10, 1e21, -1e308, 0.1, 5e-324,
  9_007_199_254_740_991,
];

export const hostileText = (random: Random): string => random.pick(TEXTS);
export const hostileNumber = (random: Random): number => random.pick(NUMBERS);

/** Lists or objects within each other. */
export const nested = (random: Random, levels: number): string =>
  random.chance(0.5) ? `${'['.repeat(levels)}${']'.repeat(levels)}` : `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

/** A value of any kind, for where another is expected. */
export function hostileValue(random: Random, levels = 3): unknown {
  const kind = random.below(levels > 0 ? 8 : 6);
  if (kind <= 2) return hostileText(random);
  if (kind === 3) return hostileNumber(random);
  if (kind === 4) return random.chance(0.5);
  if (kind === 5) return null;
  if (kind === 6) return random.times(4, () => hostileValue(random, levels - 1));
  return Object.fromEntries(
    random.times(4, () => [hostileText(random).slice(0, 50), hostileValue(random, levels - 1)]),
  );
}
