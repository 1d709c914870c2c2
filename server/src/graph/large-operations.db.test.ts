import { expect, it } from 'vitest';
import { samples } from '../testing/samples.ts';
import { testApp } from '../testing/test-app.ts';

const server = testApp({ from: samples, now: () => new Date('2026-03-01T04:00:00Z') });

/** Days from 15 June 2014. */
const days = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => new Date(Date.UTC(2014, 5, 15 + i)).toISOString().slice(0, 10));

/** Statements that a question sends, beside the one that asks whether anybody has written. */
async function statementsOf(query: string): Promise<string[]> {
  server.statements.length = 0;
  const { errors } = await server.query(query);
  expect(errors?.filter(({ extensions }) => extensions['code'] !== 'REMINDER_NOT_DUE') ?? []).toEqual([]);
  return server.statements.filter((text) => !text.includes('pg_current_snapshot'));
}

const FIELDS = '{ asOf groups { rule candidates { key reason answeredBy recent organisation } } }';
const reminders = (day: string): string => `reminders(campaign: "county-2014", asOf: "${day}") ${FIELDS}`;
const aliased = (fields: readonly string[]): string => fields.map((field, i) => `a${i}: ${field}`).join(' ');

it('reads for many days what one statement can answer, and finds the same as for each alone', async () => {
  const asked = days(25);
  const found = await statementsOf(`{ ${aliased(asked.map(reminders))} }`);
  // One of them alone takes 27.
  expect(found.length).toBeLessThan(10 * asked.length);
  const together = (await server.query(`{ ${aliased(asked.map(reminders))} }`)).data as Record<string, unknown>;
  for (const i of [0, 9, 18, 24]) {
    const { data } = await server.query(`{ ${reminders(asked[i]!)} }`);
    expect(together[`a${i}`]).toEqual(data!['reminders']);
  }
});

it('reads for many previews what one statement can answer', async () => {
  const asked = days(20).map((day) => `reminderPreview(input: { campaign: "county-2014", asOf: "${day}" })`);
  expect((await statementsOf(`{ ${aliased(asked)} }`)).length).toBeLessThan(3 * asked.length + 40);
});

it('reads the figures of many comparisons together', async () => {
  const asked = days(59).map((day) => `compare(to: "${day}", ids: [RECTIFIED]) { id change parts { kind change } }`);
  const report = (fields: string): string =>
    `{ orgUnit(code: "350322") { report(campaign: "county-2014", asOf: "2014-08-31") { ${fields} } } }`;
  const found = await statementsOf(report(aliased(asked)));
  expect(found.length).toBeLessThan(asked.length + 10);
  const together = (await server.query(report(aliased(asked)))).data as never as {
    orgUnit: { report: Record<string, unknown> };
  };
  const alone = (await server.query(report(asked[40]!))).data as never as {
    orgUnit: { report: Record<string, unknown> };
  };
  expect(together.orgUnit.report['a40']).toEqual(alone.orgUnit.report['compare']);
});
