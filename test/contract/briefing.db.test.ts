import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { readCarried, type Carried } from '../../dashboard/src/features/briefing/file/carried-answers.ts';
import { dataDigest } from '../../dashboard/src/features/briefing/digest.ts';
import { poolOf } from '../../server/src/database/open-database.ts';
import { DASHBOARD } from '../../server/src/config/config.ts';
import { readTrustedDocuments } from '../../server/src/graphql-types/trusted-documents.ts';
import { briefingPage, carriedText } from '../../server/testing/briefing-page.ts';
import { sampleApp, type Figure } from './sample-app.ts';

const documents = readTrustedDocuments(DASHBOARD.documents);
const dashboardDir = briefingPage(documents);
const AS_OF = '2014-07-31';
const { server, query } = sampleApp('county-2014', '350322', AS_OF, { documents, dashboardDir });
afterAll(() => rmSync(dashboardDir, { recursive: true, force: true }));

/** What people wrote, and who is named below the leader. */
const FREE_TEXTS = `
  select symptoms as entry from cases union select aim from cases union select note from visits
  union select note from transitions union select document_no from transitions union select content from measures
  union select responsible from measures union select title from activities union select note from team
  union select note from supports
  union select holder from contacts c where role <> 'leader'
    and not exists (select from contacts l where l.role = 'leader' and l.holder = c.holder)`;

interface Unit {
  readonly orgUnit: { readonly report: { readonly metrics: readonly (Figure & { readonly noteZh: string })[] } };
}

async function made(): Promise<Carried & { text: string }> {
  const url = `/exports/briefing.html?campaign=county-2014&asOf=${AS_OF}`;
  const { body } = await server.inject({ method: 'GET', url });
  return { ...readCarried(carriedText(body)), text: body };
}

describe('the briefing file of the sample county', () => {
  it('carries, for every unit, the figures that the API gives at the same day and moment', async () => {
    const { about, answers } = await made();
    const units = Object.entries(answers['Briefing'] ?? {}) as [string, Unit][];
    expect(units).toHaveLength(1 + 18 + 37);
    for (const [code, unit] of units) {
      const carried = unit.orgUnit.report.metrics;
      const { orgUnit } = await query<Unit>(
        `query ($code: ID!, $knownAt: DateTime, $ids: [MetricId!]!) { orgUnit(code: $code, on: "${AS_OF}") {
          report(campaign: "county-2014", asOf: "${AS_OF}", knownAt: $knownAt) {
            metrics(ids: $ids) { id value numerator denominator atLeast illustrative noteZh: note(lang: ZH) noteEn: note(lang: EN) } } } }`,
        { code, knownAt: about.knownAt, ids: carried.map(({ id }) => id) },
      );
      expect([code, carried]).toEqual([code, orgUnit.report.metrics]);
    }
  });

  it('has digests that its own page finds again', async () => {
    const { about, answers } = await made();
    const { campaign, unit, asOf, tree } = about;
    const units = Object.entries(about.digests).toSorted(([a], [b]) => (a < b ? -1 : 1));
    const [campaigns, labels] = [answers['Campaigns']?.[''], answers['MetricLabels']?.['']];
    expect(await dataDigest({ campaign, unit, asOf, tree, units, campaigns, labels })).toBe(about.digest);
    for (const [code, answer] of Object.entries(answers['Briefing'] ?? {})) {
      expect([code, await dataDigest(answer)]).toEqual([code, about.digests[code]]);
    }
  });

  it('carries no free text of the ledger, no other contact than the leader, and no other campaign', async () => {
    const { text, about, answers } = await made();
    // Definitions of metrics are our own words, and may use those of a ledger.
    const ours = JSON.stringify(answers['MetricLabels']);
    const carried = JSON.stringify([about, answers['Briefing'], answers['Campaigns']]);
    const pool = await poolOf(server.database.orm);
    const { rows } = await pool.query<{ entry: string | null }>(FREE_TEXTS);
    const entries = rows.flatMap(({ entry }) => (entry !== null && entry.length > 3 ? [entry] : []));
    expect(entries.length).toBeGreaterThan(20);
    const units = await pool.query<{ name: string }>('select name from org_unit_version');
    const names = new Set(units.rows.map(({ name }) => name));
    // A strong village that helps is itself a unit of the tree, whose name the ranking shows.
    expect(entries.filter((entry) => carried.includes(entry) && !names.has(entry))).toEqual([]);
    expect(entries.filter((entry) => text.includes(entry) && !names.has(entry) && !ours.includes(entry))).toEqual([]);
    expect(text).not.toContain('city-2019');
  });
});
