import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { DASHBOARD } from '../../server/src/config/config.ts';
import { readTrustedDocuments } from '../../server/src/graphql-types/trusted-documents.ts';
import { sampleApp } from './sample-app.ts';

const FILE = fileURLToPath(new URL('../../dashboard/src/book/golden/county-2014.json', import.meta.url));
const AS_OF = '2014-07-31';
const PLACE = { campaign: 'county-2014', asOf: AS_OF, knownAt: null, tree: 'THEN' };
const COUNTY = { code: '350322' };
const BY_NUMBER = [{ by: 'CASE_NO', descending: false }];

type Variables = Readonly<Record<string, unknown>>;

/** What the component book asks: an operation, the variables that tell its answers apart, and those that it has besides. */
const ASKED: readonly (readonly [operation: string, about: Variables, besides?: Variables])[] = [
  ['Campaigns', {}],
  ['MetricLabels', {}],
  ['OverviewHead', COUNTY],
  ['OverviewChange', COUNTY, { before: '2014-06-30' }],
  ...['Causes', 'Trend', 'Money', 'Pay', 'Visits', 'Team', 'Acceptance', 'Support'].map(
    (panel) => [`Overview${panel}`, COUNTY] as const,
  ),
  ['LedgerHead', COUNTY],
  ['LedgerCounts', COUNTY],
  ['LedgerCases', COUNTY, { first: 200, orderBy: BY_NUMBER }],
  ['WallchartHead', COUNTY],
  ['UnitPlace', COUNTY],
  ...['ZH', 'EN'].map((lang) => ['ReminderCandidates', { unit: '350322', lang }] as const),
  ['CaseRecord', { caseNo: '2014-030' }],
  ['CaseNeighbours', { caseNo: '2014-030' }, { ...COUNTY, orderBy: BY_NUMBER }],
];

const documents = readTrustedDocuments(DASHBOARD.documents);
const app = sampleApp('county-2014', COUNTY.code, AS_OF);

function textOf(operation: string): string {
  const head = new RegExp(String.raw`\bquery ${operation}\b`);
  const found = [...documents.values()].find((text) => head.test(text));
  if (!found) throw new RangeError(`the dashboard has no query ${operation}`);
  return found;
}

/** When the county was imported is another moment with each run. */
const withoutMoments = (text: string): string =>
  text.replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"2014-08-01T01:00:00.000Z"');

test('the component book shows what the server answers', async () => {
  const answers = [];
  for (const [operation, about, besides] of ASKED) {
    const variables = { ...PLACE, ...about, ...besides };
    answers.push({ operation, about, data: await app.query(textOf(operation), variables) });
  }
  await expect(withoutMoments(`${JSON.stringify(answers, null, 1)}\n`)).toMatchFileSnapshot(FILE);
});
