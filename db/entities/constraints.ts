import { APPEND_ONLY } from '../migrations/append-only.ts';

/** A named check constraint; the name appears in PostgreSQL's error messages. */
export interface Check {
  name: string;
  expression: string;
}

export const check = (name: string, expression: string): Check => ({ name, expression });

export const notNegative = (table: string, column: string): Check =>
  check(`${table}_${column}_not_negative`, `${column} >= 0`);

/** PostgreSQL holds that NaN is above every number, so that an amount that is none would pass for a large one. */
export const isNumber = (table: string, column: string): Check =>
  check(`${table}_${column}_is_number`, `${column} <> 'NaN'`);

export const notEmpty = (table: string, column: string): Check =>
  check(`${table}_${column}_not_empty`, `btrim(${column}) <> ''`);

/** The days of a row, and the moment at which it was recorded, are such of a calendar: an open end is null. */
export const datesFinite = (table: string, ...days: string[]): Check =>
  check(`${table}_dates_finite`, [...days, 'recorded_at'].map((day) => `isfinite(${day})`).join(' and '));

/** Of every table with two clocks; its name and that of its function are those that MikroORM reads back. */
export const APPEND_ONLY_TRIGGER = {
  name: 'append_only',
  timing: 'before' as const,
  events: ['delete' as const, 'update' as const],
  body: APPEND_ONLY,
};

/** A row is superseded after it was recorded. */
export const recordedBeforeSuperseded = (table: string): Check =>
  check(`${table}_recorded_before_superseded`, 'recorded_at < superseded_at');

/** The predicate of every index over current rows. */
export const CURRENT = "superseded_at = 'infinity'";
