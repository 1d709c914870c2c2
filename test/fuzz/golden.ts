import { queryGraph } from '../support/graphql.ts';

interface Value {
  id: string;
  value: string;
}

/** Figures of the sample county that the contract fixes (test/contract/county-2014.db.test.ts). */
const RIGHT = { IDENTIFIED: '37', RECTIFIED: '32', OUTSTANDING: '5', RECTIFICATION_RATE: '0.8648648649' };
const QUESTION = `{ orgUnit(code: "350322") { report(campaign: "county-2014", asOf: "2014-07-31") {
  metrics(ids: [${Object.keys(RIGHT).join(' ')}]) { id value } } } }`;

/** What the server says after all of it; null when it is healthy and its figures are right. */
export async function faultAfterwards(url: string): Promise<string | null> {
  const health = await fetch(`${url}/health`).catch(() => null);
  if (!health?.ok) return `/health: ${health?.status ?? 'no answer'}`;
  const { orgUnit } = await queryGraph<{ orgUnit: { report: { metrics: Value[] } } }>(url, QUESTION);
  const text = Object.fromEntries(orgUnit.report.metrics.map(({ id, value }) => [id, value]));
  return JSON.stringify(text) === JSON.stringify(RIGHT) ? null : `figures: ${JSON.stringify(text)}`;
}
