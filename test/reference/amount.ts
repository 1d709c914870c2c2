/** Hundredths as BigInt: counts, yuan and days alike, so that nothing is ever a float. */
export type Hundredths = bigint;

/** A decimal string with at most two decimals, or an integer, in hundredths. */
export function hundredths(value: string | number): Hundredths {
  const [whole = '0', decimals = ''] = String(value).split('.');
  const sign = whole.startsWith('-') ? -1n : 1n;
  return BigInt(whole) * 100n + sign * BigInt(decimals.padEnd(2, '0'));
}

/** Hundredths as a decimal string without needless zeros. */
export function plain(amount: Hundredths): string {
  return decimal(amount, 100n, 2);
}

/** num / den to ten decimals, half away from zero, without needless zeros; null where nothing can be divided. */
export function quotient(num: Hundredths | null, den: Hundredths | null): string | null {
  return num === null || den === null || den === 0n ? null : decimal(num, den, 10);
}

function decimal(num: bigint, den: bigint, places: number): string {
  const negative = num < 0n !== den < 0n && num !== 0n;
  const scale = 10n ** BigInt(places);
  const n = (num < 0n ? -num : num) * scale;
  const d = den < 0n ? -den : den;
  const rounded = (2n * n + d) / (2n * d);
  const fraction = String(rounded % scale)
    .padStart(places, '0')
    .replace(/0+$/, '');
  return `${negative && rounded !== 0n ? '-' : ''}${rounded / scale}${fraction === '' ? '' : `.${fraction}`}`;
}
