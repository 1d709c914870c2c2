/** A named check constraint; the name appears in PostgreSQL's error messages. */
export interface Check {
  name: string;
  expression: string;
}

export const check = (name: string, expression: string): Check => ({ name, expression });

export const notNegative = (table: string, column: string): Check =>
  check(`${table}_${column}_not_negative`, `${column} >= 0`);

/** A row is superseded after it was recorded. */
export const recordedBeforeSuperseded = (table: string): Check =>
  check(`${table}_recorded_before_superseded`, 'recorded_at < superseded_at');

/** The predicate of every index over current rows. */
export const CURRENT = "superseded_at = 'infinity'";
