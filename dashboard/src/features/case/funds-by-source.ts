/** Money of a venue by source. Amounts are exact decimal strings in yuan. */
import { add, approximate, divide } from '@wallchart/charts/decimal';

interface ReceivedFund {
  readonly source: string;
  readonly receivedOn: string;
  readonly amountYuan: string;
}

interface SourceTotal<F extends ReceivedFund> {
  readonly source: string;
  readonly amountYuan: string;
  readonly funds: readonly F[];
}

const SOURCES = ['upper', 'county_town', 'village', 'other'];

/** Adds amounts exactly; "0" of none. */
export function sumYuan(amounts: readonly string[]): string {
  return amounts.reduce((sum, amount) => add(sum, amount), '0');
}

/** Share of `part` in `whole`, 0 to 1, for the length of a bar only; 0 when there is no whole. */
export function shareOf(part: string, whole: string): number {
  return Math.min(1, Math.max(0, approximate(divide(part, whole, 4))));
}

/** Totals by source in the order of the three parts (upper level, county and town, village), then others. */
export function fundsBySource<F extends ReceivedFund>(funds: readonly F[]): SourceTotal<F>[] {
  const rank = (source: string): number => (SOURCES.includes(source) ? SOURCES.indexOf(source) : SOURCES.length);
  const sources = [...new Set(funds.map((fund) => fund.source))].sort(
    (a, b) => rank(a) - rank(b) || a.localeCompare(b),
  );
  return sources.map((source) => {
    const own = funds.filter((fund) => fund.source === source);
    return { source, amountYuan: sumYuan(own.map((fund) => fund.amountYuan)), funds: own };
  });
}
