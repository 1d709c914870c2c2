import { buildCampaign, buildCase, buildCounty, buildUnit } from '@wallchart/db/factories';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { testApp, type TestApp } from '../../server/testing/test-app.ts';

const one = testApp();
const other = testApp({ beside: one });
const APPS = [one, other];

const PREFECTURE = '3503';
const COUNTIES = ['350301', '350302', '350303', '350304'];
const ABOUT = { campaign: 'test-2014', asOf: '2014-07-31' };

/** How many writes of a kind have begun in a county, and how many have been committed. */
interface Count {
  begun: number;
  committed: number;
}
const counts = (): Map<string, Count> => new Map(COUNTIES.map((code) => [code, { begun: 0, committed: 0 }]));
const cases = counts();
const names = counts();
/** An organisation counts once, however many cases it had. */
const MOST_CASES = 40;
const villageOf = (county: string, n: number): string => `${county}100${200 + n}`;
const nameOf = (code: string, n: number): string => `县${code}第${n}名`;

beforeAll(async () => {
  const { db } = one.database;
  await buildUnit(db, { code: PREFECTURE, parentCode: null });
  for (const code of COUNTIES) {
    await buildUnit(db, { code, parentCode: PREFECTURE, name: nameOf(code, 0) });
    await buildUnit(db, { code: `${code}100` });
    for (let n = 1; n <= MOST_CASES; n += 1) await buildUnit(db, { code: villageOf(code, n) });
  }
  await buildCounty(db, { code: '350105', towns: 1, villages: 1 });
  await buildCampaign(db, { unit_code: PREFECTURE });
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One writer of a county at a time, as they wait for each other. */
const queues = new Map<string, Promise<void>>();

function writing(count: Count, county: string, work: (n: number) => Promise<void>): Promise<void> {
  const next = (queues.get(county) ?? Promise.resolve()).then(async () => {
    const n = (count.begun += 1);
    await work(n);
    count.committed = n;
  });
  queues.set(county, next);
  return next;
}

const writeCase = ({ database: { db } }: TestApp, county: string, ms: number): Promise<void> =>
  writing(cases.get(county)!, county, (n) =>
    db.transaction().execute(async (transaction) => {
      await buildCase(transaction, { unit_code: villageOf(county, n) });
      await pause(ms);
    }),
  );

const rename = ({ database: { db } }: TestApp, county: string, ms: number): Promise<void> =>
  writing(names.get(county)!, county, (n) =>
    db.transaction().execute(async (transaction) => {
      const moment = new Date(Date.parse('2020-01-01T00:00:00Z') + n).toISOString();
      await transaction
        .updateTable('org_unit_version')
        .set({ superseded_at: moment })
        .where('code', '=', county)
        .where('superseded_at', '=', 'infinity')
        .execute();
      await buildUnit(transaction, {
        code: county,
        parentCode: PREFECTURE,
        name: nameOf(county, n),
        recordedAt: moment,
      });
      await pause(ms);
    }),
  );

const OF_COUNTY = `query ($code: ID!, $campaign: ID!, $asOf: Date!) { orgUnit(code: $code, on: $asOf) { name
  report(campaign: $campaign, asOf: $asOf) { metrics(ids: [IDENTIFIED]) { value } cases(first: 1) { totalCount } } } }`;
const OF_PARTS = `query ($code: ID!, $campaign: ID!, $asOf: Date!) { orgUnit(code: $code, on: $asOf) {
  children { code name } report(campaign: $campaign, asOf: $asOf) { metrics(ids: [IDENTIFIED]) { value }
  breakdown(by: CHILD_UNIT, ids: [IDENTIFIED]) { rows { key values { value } } } } } }`;
const FOUND = 'query { searchUnits(text: "县35030", first: 50) { code name } }';

interface Value {
  readonly value: string;
}
interface UnitAnswer {
  readonly name: string;
  readonly children: readonly { readonly code: string; readonly name: string }[];
  readonly report: {
    readonly metrics: readonly [Value];
    readonly cases: { readonly totalCount: number };
    readonly breakdown: { readonly rows: readonly { readonly key: string; readonly values: readonly [Value] }[] };
  };
}

/** What an answer says: a number, and between which numbers it must be. */
interface Told {
  readonly what: string;
  readonly said: number;
  readonly least: number;
  readonly most: () => number;
}

type Question = (app: TestApp, county: string) => Promise<Told[]>;

/** What is committed before the question must be in the answer, and nothing that has not begun. */
function between(what: string, some: readonly Count[]): (said: number) => Told {
  const least = some.reduce((sum, { committed }) => sum + committed, 0);
  return (said) => ({ what, said, least, most: () => some.reduce((sum, { begun }) => sum + begun, 0) });
}

const numberIn = (name: string): number => Number(/第(\d+)名/.exec(name)?.[1]);

async function ask<T>(app: TestApp, query: string, code?: string): Promise<T> {
  const { data, errors } = await app.query(query, code === undefined ? {} : { code, ...ABOUT });
  expect(errors).toBeUndefined();
  return data as T;
}

const ofUnit =
  (level: 'county' | 'town'): Question =>
  async (app, county) => {
    const [identified, listed, name] = [
      between(`cases of ${county}`, [cases.get(county)!]),
      between(`listed cases of ${county}`, [cases.get(county)!]),
      between(`name of ${county}`, [names.get(county)!]),
    ];
    const { orgUnit } = await ask<{ orgUnit: UnitAnswer }>(
      app,
      OF_COUNTY,
      level === 'county' ? county : `${county}100`,
    );
    const { metrics, cases: list } = orgUnit.report;
    const told = [identified(Number(metrics[0].value)), listed(list.totalCount)];
    return level === 'county' ? [...told, name(numberIn(orgUnit.name))] : told;
  };

const ofParts: Question = async (app) => {
  const whole = between('cases of all', [...cases.values()]);
  const parts = new Map(COUNTIES.map((code) => [code, between(`part ${code}`, [cases.get(code)!])]));
  const named = new Map(COUNTIES.map((code) => [code, between(`child ${code}`, [names.get(code)!])]));
  const { orgUnit } = await ask<{ orgUnit: UnitAnswer }>(app, OF_PARTS, PREFECTURE);
  const { metrics, breakdown } = orgUnit.report;
  return [
    whole(Number(metrics[0].value)),
    ...breakdown.rows.map(({ key, values }) => parts.get(key)!(Number(values[0].value))),
    ...orgUnit.children.map(({ code, name }) => named.get(code)!(numberIn(name))),
  ];
};

const found: Question = async (app) => {
  const named = new Map(COUNTIES.map((code) => [code, between(`found ${code}`, [names.get(code)!])]));
  const { searchUnits } = await ask<{ searchUnits: UnitAnswer['children'] }>(app, FOUND);
  return searchUnits.map(({ code, name }) => named.get(code)!(numberIn(name)));
};

const QUESTIONS = [ofUnit('county'), ofUnit('town'), ofParts, found];

const step = fc.record({
  app: fc.nat(1),
  county: fc.nat(COUNTIES.length - 1),
  // Two questions to a write, and cases oftener than names.
  what: fc.constantFrom('case', 'case', 'rename', 'ask', 'ask', 'ask', 'ask', 'ask', 'ask'),
  question: fc.nat(QUESTIONS.length - 1),
  ms: fc.constantFrom(0, 0, 3, 20),
});

async function run(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]): Promise<number> {
  let asked = 0;
  const left = steps.values();
  const worker = async (): Promise<void> => {
    for (const { app, county, what, question, ms } of left) {
      const [on, code] = [APPS[app]!, COUNTIES[county]!];
      if (what === 'case') await writeCase(on, code, ms);
      else if (what === 'rename') await rename(on, code, ms);
      else {
        const told = await QUESTIONS[question]!(on, code);
        asked += told.length;
        expect(told.filter(({ said, least, most }) => !(least <= said && said <= most()))).toEqual([]);
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return asked;
}

test('no answer lacks what was written before it was asked for, whichever process wrote it', async () => {
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 60 }), async (steps) => {
      asked += await run(steps);
    }),
    // Counts go on from run to run, so that steps cannot be played again.
    { numRuns: 4, endOnFailure: true },
  );
  expect(asked).toBeGreaterThan(500);
  const { numDeletedRows } = await one.database.db.deleteFrom('change_log').executeTakeFirst();
  expect(Number(numDeletedRows)).toBeGreaterThan(50);
});

test('a write in one county leaves what is remembered about others, in both processes', async () => {
  const [mine, theirs] = [COUNTIES[0]!, COUNTIES[1]!];
  const questions = [ofUnit('county'), ofUnit('town')];
  for (const app of APPS)
    for (const question of questions) for (const code of [mine, theirs]) await question(app, code);
  await writeCase(one, mine, 0);
  for (const app of APPS) {
    app.statements.length = 0;
    for (const question of questions) await question(app, theirs);
    expect(app.statements.filter((text) => !text.includes('/* changes.'))).toEqual([]);
    for (const question of [...questions, ofParts]) {
      app.statements.length = 0;
      await question(app, mine);
      expect(app.statements.filter((text) => !text.includes('/* changes.'))).not.toEqual([]);
    }
  }
});
