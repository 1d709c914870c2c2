import Big from 'big.js';

const PLAIN_MONEY = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,2})?$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

/**
 * The decimal that a number cell of a spreadsheet means. Spreadsheets store binary doubles and write them with up to 17
 * digits; what they show, and what the clerk typed, has 15. So a longer literal is first read as the shortest decimal of
 * its double (`1723.2000000000001` is 1723.2) and, if that is still longer, rounded to 15 digits (0.1 + 0.2 is 0.3).
 */
export function tidyDouble(literal: string): string {
  if (significantDigits(literal) <= 15) return literal;
  const double = Number(literal);
  if (!Number.isFinite(double)) return literal;
  const shortest = String(double);
  return significantDigits(shortest) <= 15 ? shortest : double.toPrecision(15);
}

function significantDigits(literal: string): number {
  const mantissa = literal.split(/[eE]/)[0] ?? '';
  return mantissa.replace(/[^0-9]/g, '').replace(/^0+/, '').length;
}

/** Reads a decimal of any usual spelling, `1,234.50` included; null if it is none. Exact: no float. */
export function readDecimal(text: string): Big | null {
  const plain = GROUPED.test(text) ? text.replaceAll(',', '') : text;
  return NUMBER.test(plain) && plain.length <= 40
    ? new Big(plain.replace(/^\+/, '').replace(/\.(?=[eE]|$)/, ''))
    : null;
}

/** Yuan as stored, from a cell in units of 10^power yuan (万元: 4); null if it is no decimal. At most two decimals are kept exactly. */
export function readMoney(text: string, power: number): { readonly yuan: string; readonly exact: boolean } | null {
  if (power === 0 && PLAIN_MONEY.test(text)) return { yuan: text, exact: true };
  const amount = readDecimal(text);
  if (!amount) return null;
  const yuan = power === 0 ? amount : amount.times(`1e${power}`);
  const rounded = yuan.round(2);
  return { yuan: rounded.toFixed(), exact: rounded.eq(yuan) };
}

/** An integer written out in digits, from `12`, `12.0`, `1,200` or `3.50322E5`; null if it is not a whole number. */
export function readInteger(text: string): string | null {
  if (/^(?:0|[1-9]\d{0,15})$/.test(text)) return text;
  const amount = readDecimal(text);
  return amount && amount.round(0).eq(amount) ? amount.toFixed(0) : null;
}
