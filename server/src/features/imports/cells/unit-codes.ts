/** Codes that zeros fill up: a county to nine or twelve digits, a town to twelve. */
const FILLED = /^(\d{6})0{6}$|^(\d{9})000$|^(\d{6})000$/;

const shortOf = (code: string): string => code.replace(FILLED, '$1$2$3');

/**
 * Codes of units in one spelling. A county is its first six digits, a town its first nine (GB/T 10114-2003); statistics offices
 * write both with zeros to twelve, and no village or community has the number 000. A unit that is on record with its zeros
 * keeps them.
 */
export class UnitCodes {
  private readonly filled = new Map<string, string>();
  private readonly known: ReadonlySet<string>;

  /** @param known codes on record that end in 000, and the short ones of the same units */
  constructor(known: readonly string[] = []) {
    this.known = new Set(known);
    for (const code of known) if (!this.known.has(shortOf(code))) this.filled.set(shortOf(code), code);
  }

  /** The code under which the unit is, or is to be, on record. */
  find(code: string): string {
    if (this.known.has(code)) return code;
    const short = shortOf(code);
    return this.filled.get(short) ?? short;
  }
}
