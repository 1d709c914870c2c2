import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url).pathname;

const compared = (columns: string): RegExp =>
  new RegExp(
    String.raw`\b(?:${columns})[\x60'")}]*\s*(?:=(?![=>])|[<>]=?)|(?<![=-])[<>]=?\s*(?:[\w$]+\.)?(?:${columns})\b|max\((?:\w+\.)?superseded_at`,
  );

/** What only this folder spells: what is known, which version a day draws, which columns place a unit, which states are late ones. */
const PREDICATES: Readonly<Record<string, RegExp>> = {
  'known at a moment': compared('superseded_at|recorded_at'),
  'valid on a day': compared('valid_from|valid_to'),
  'late state': /(?:=|<>|\bin \([^)]*)\s*'(?:struck_off|consolidating)'/,
  'level columns': /\bprovince_code\b.*\bprefecture_code\b|'province_code'/,
};

/** Who writes the record compares it in its own way. */
const WRITERS = ['recording/', 'features/imports/'];

const spelledIn = (text: string): string[] =>
  Object.entries(PREDICATES).flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));

const files = globSync('**/*.ts', { cwd: ROOT }).filter(
  (file) => !/\.test\.ts$|(^|\/)testing\//.test(file) && !file.startsWith('ledger/temporal/'),
);

it('no other file spells a predicate of time, place or state', () => {
  const read = files.filter((file) => !WRITERS.some((writer) => file.startsWith(writer)));
  expect(read.length).toBeGreaterThan(200);
  const found = read.flatMap((file) =>
    spelledIn(readFileSync(`${ROOT}${file}`, 'utf8')).map((name) => `${file}: ${name}`),
  );
  expect(found).toEqual([]);
});

it.each([
  ["select 1 from cases c where c.superseded_at = 'infinity'", 'known at a moment'],
  ['where ${sql.ref(`c.superseded_at`)} > now()', 'known at a moment'],
  ['where c.recorded_at <= ${moment} and ${moment} < c.superseded_at', 'known at a moment'],
  ['where r.recorded_at > ${since}::timestamptz', 'known at a moment'],
  ['join org_unit_version v on v.valid_from <= ${day} and ${day} < v.valid_to', 'valid on a day'],
  ["where t.state in ('accepted', 'struck_off')", 'late state'],
  ["order by t.state = 'struck_off' desc", 'late state'],
  ['array[v.province_code, v.prefecture_code, v.county_code]', 'level columns'],
])('finds %s', (text, name) => {
  expect(spelledIn(text)).toContain(name);
});

it.each([
  "row.superseded_at === 'infinity'",
  'select recorded_at, superseded_at from cases',
  'order by v.valid_from desc',
])('lets %s pass', (text) => {
  expect(spelledIn(text)).toEqual([]);
});
