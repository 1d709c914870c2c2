/** How many of `whole` reach at least a share of it: the smallest whole number that does. The share is a decimal such as "0.125". */
export function neededFor(share: string, whole: number): number {
  const [units = '0', decimals = ''] = share.split('.');
  const scale = 10n ** BigInt(decimals.length);
  const parts = BigInt(units + decimals) * BigInt(whole);
  return Number((parts + scale - 1n) / scale);
}
