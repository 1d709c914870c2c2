import { beforeEach, expect, it } from 'vitest';
import { samples } from '../../testing/samples.ts';
import { testApp } from '../../testing/test-app.ts';

const server = testApp({ from: samples, now: () => new Date('2026-03-01T04:00:00Z') });

/** A write that concerns everything makes the server forget what it has loaded and answered. */
const forget = () => server.database.db.insertInto('change_log').values({ sheet: '*' }).execute();
beforeEach(forget);

/** Days from 15 June 2014. */
const days = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => new Date(Date.UTC(2014, 5, 15 + i)).toISOString().slice(0, 10));

interface Request {
  readonly data: Readonly<Record<string, unknown>>;
  /** Beside the one that asks whether anybody has written. */
  readonly statements: readonly string[];
}

async function request(query: string): Promise<Request> {
  server.statements.length = 0;
  const { data, errors } = await server.query(query);
  expect(errors).toBeUndefined();
  return { data: data ?? {}, statements: server.statements.filter((text) => !text.includes('pg_current_snapshot')) };
}

/** Asks fields as one question, and some of them alone: they must answer the same; returns the statements it took. */
async function together(fields: readonly string[], within: (text: string) => string, alone: readonly number[]) {
  const inside = (data: unknown): Record<string, unknown> => {
    const { orgUnit } = data as { orgUnit?: { report: Record<string, unknown> } };
    return orgUnit?.report ?? (data as Record<string, unknown>);
  };
  const { data, statements } = await request(within(fields.map((field, i) => `a${i}: ${field}`).join(' ')));
  for (const i of alone) {
    await forget();
    const one = await request(within(`a${i}: ${fields[i]!}`));
    expect(one.statements.length).toBeGreaterThan(0);
    expect(inside(data)[`a${i}`]).toEqual(inside(one.data)[`a${i}`]);
  }
  return statements;
}

const plainly = (text: string): string => `{ ${text} }`;

it('reads for the reminders of many days what one statement can answer', async () => {
  const FIELDS = '{ asOf groups { rule candidates { key reason answeredBy recent organisation } } }';
  const requested = days(25).map((day) => `reminders(campaign: "county-2014", asOf: "${day}") ${FIELDS}`);
  const statements = await together(requested, plainly, [0, 9, 18, 24]);
  // Alone each takes 27: the ledger, its contacts and the cards are read for each day, figures and rows for some together.
  expect(statements.length).toBeLessThan(10 * requested.length);
});

it('reads for many previews what one statement can answer', async () => {
  // From 31 July on, when something is due on each day.
  const requested = days(66)
    .slice(46)
    .map((day) => `reminderPreview(input: { campaign: "county-2014", asOf: "${day}" })`);
  const statements = await together(requested, plainly, [0, 11, 19]);
  expect(statements.length).toBeLessThan(10 * requested.length);
});

it('reads the figures of many comparisons together', async () => {
  const requested = days(59).map(
    (day) => `compare(to: "${day}", ids: [RECTIFIED]) { id change parts { kind change } }`,
  );
  const report = (text: string): string =>
    `{ orgUnit(code: "350322") { report(campaign: "county-2014", asOf: "2014-08-31") { ${text} } } }`;
  const statements = await together(requested, report, [0, 40, 58]);
  // One for each pair of days, and the figures of all of them.
  expect(statements.length).toBeLessThan(requested.length + 10);
});
