/**
 * Exact decimals held as strings ("1234.50"), as the API sends them. Money and rates never pass through a float:
 * a decimal is an integer of units and a count of places.
 */
interface Exact {
  readonly digits: bigint;
  readonly places: number;
}

const PATTERN = /^([+-]?)(\d+)(?:\.(\d+))?$/;

function parse(value: string): Exact {
  const match = PATTERN.exec(value.trim());
  if (!match) throw new RangeError(`not a decimal: ${value}`);
  const fraction = match[3] ?? '';
  const digits = BigInt(`${match[2]}${fraction}`);
  return { digits: match[1] === '-' ? -digits : digits, places: fraction.length };
}

function print({ digits, places }: Exact): string {
  const negative = digits < 0n;
  const text = (negative ? -digits : digits).toString().padStart(places + 1, '0');
  const whole = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  return negative ? `-${whole}` : whole;
}

function at(value: Exact, places: number): bigint {
  return value.digits * 10n ** BigInt(places - value.places);
}

/** Rounded half away from zero to `places` places: ("0.8648", 3) -> "0.865". */
export function round(value: string, places: number): string {
  const exact = parse(value);
  if (exact.places <= places) return print({ digits: at(exact, places), places });
  const unit = 10n ** BigInt(exact.places - places);
  const size = exact.digits < 0n ? -exact.digits : exact.digits;
  const rounded = (size + unit / 2n) / unit;
  return print({ digits: exact.digits < 0n ? -rounded : rounded, places });
}

/** value × 10^power, exactly: ("0.865", 2) -> "86.5", ("1860000.00", -4) -> "186.000000". */
export function shift(value: string, power: number): string {
  const exact = parse(value);
  const places = exact.places - power;
  if (places >= 0) return print({ digits: exact.digits, places });
  return print({ digits: exact.digits * 10n ** BigInt(-places), places: 0 });
}

/** a + b, exactly. */
export function add(a: string, b: string): string {
  const [x, y] = [parse(a), parse(b)];
  const places = Math.max(x.places, y.places);
  return print({ digits: at(x, places) + at(y, places), places });
}

/** a - b, exactly. */
export function subtract(a: string, b: string): string {
  return add(a, negate(b));
}

/** -value. */
export function negate(value: string): string {
  const exact = parse(value);
  return print({ digits: -exact.digits, places: exact.places });
}

/** -1, 0 or 1 as a is below, equal to or above b. */
export function compare(a: string, b: string): -1 | 0 | 1 {
  const difference = parse(subtract(a, b)).digits;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** a / b to `places` places, half away from zero; null when b is zero. */
export function divide(a: string, b: string, places = 10): string | null {
  const [x, y] = [parse(a), parse(b)];
  if (y.digits === 0n) return null;
  const spread = BigInt(places + 1) + BigInt(y.places);
  const raw = (x.digits * 10n ** spread) / (y.digits * 10n ** BigInt(x.places));
  return round(print({ digits: raw, places: places + 1 }), places);
}

/** Groups of three in the whole part: "1234567.80" -> "1,234,567.80". */
export function group(value: string): string {
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** For the length of a mark only, never for a printed figure. */
export function approximate(value: string | null | undefined): number {
  return value == null ? 0 : Number(value);
}
