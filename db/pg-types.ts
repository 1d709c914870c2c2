import type { Pool } from 'pg';

const TIMESTAMPTZ = 1184;
const TEXT_OF_UTC = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/;

/** '2014-07-31 08:00:00.5+00', as PostgreSQL writes it in UTC, as '2014-07-31T08:00:00.500Z'; 'infinity' stays. */
export function momentFromText(text: string): string {
  const match = TEXT_OF_UTC.exec(text);
  return match ? `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0')}Z` : text;
}

/** Makes a pool return moments as ISO 8601. Days, numeric and bigint are strings already. */
export function parseMomentsAsIso(pool: Pool): void {
  const types = pool.options.types as { setTypeParser(oid: number, parse: (text: string) => string): void } | undefined;
  types?.setTypeParser(TIMESTAMPTZ, momentFromText);
}
