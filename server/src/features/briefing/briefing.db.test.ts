import { buildCampaign, buildCase, buildCounty, insertFact } from '@wallchart/db/factories';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DASHBOARD } from '../../config/config.ts';
import { readTrustedDocuments } from '../../graphql-types/trusted-documents.ts';
import { briefingPage, carriedText } from '../../../testing/briefing-page.ts';
import { testApp } from '../../../testing/test-app.ts';

const documents = readTrustedDocuments(DASHBOARD.documents);
const dashboardDir = briefingPage(documents);
const server = testApp({ now: () => new Date('2014-07-31T04:00:00Z'), documents, dashboardDir });
afterAll(() => rmSync(dashboardDir, { recursive: true, force: true }));

const RECORDED = '2014-07-01T00:00:00.123456Z';
/** One text for each column that the policy withholds. */
const SECRETS = [
  '机密具体表现',
  '机密整顿目标',
  '机密措施内容',
  '机密活动名称',
  '机密走访说明',
  '机密进度说明',
  '机密联系人',
  '机密责任人',
  '机密文号〔2014〕7号',
  '机密队伍说明',
];

beforeAll(async () => {
  const { db } = server.database;
  const { villages } = await buildCounty(db, { code: '350322', towns: 2, villages: 3, recordedAt: RECORDED });
  await buildCampaign(db, { id: 'test-2014', unit_code: '350322', deadline: '2014-06-30', recordedAt: RECORDED });
  const record = { recordedAt: RECORDED };
  for (const [index, { code: unit_code }] of villages.entries()) {
    if (index % 2 === 1) continue;
    const built = await buildCase(db, {
      unit_code,
      symptoms: '机密具体表现',
      aim: '机密整顿目标',
      transitions: index % 4 === 0 ? [['struck_off', '2014-05-01']] : [],
      ...record,
    });
    const of = { county_code: built.case.county_code, case_no: built.case.case_no, ...record };
    await insertFact(db, 'transitions', {
      ...of,
      state: 'planned',
      effective_on: '2014-04-01',
      note: '机密进度说明',
      document_no: '机密文号〔2014〕7号',
    });
    await insertFact(db, 'measures', {
      ...of,
      no: 1,
      area: 'people',
      content: '机密措施内容',
      responsible: '机密责任人',
      effective_on: '2014-04-01',
    });
    await insertFact(db, 'contacts', {
      ...of,
      role: 'first_secretary',
      holder: '机密联系人',
      effective_on: '2014-04-01',
    });
    await insertFact(db, 'contacts', {
      ...of,
      role: 'leader',
      holder: '县委常委</script><b>',
      effective_on: '2014-04-01',
    });
    await insertFact(db, 'visits', { ...of, role: 'leader', effective_on: '2014-05-01', note: '机密走访说明' });
  }
  const at = { campaign: 'test-2014', unit_code: '350322', effective_on: '2014-06-01', ...record };
  await insertFact(db, 'team', { ...at, item: 'vacancy', count: 2, note: '机密队伍说明' });
  await insertFact(db, 'activities', { ...at, kind: 'meeting', title: '机密活动名称' });
});

const get = (query: string) => server.inject({ method: 'GET', url: `/exports/briefing.html?${query}` });

describe('GET /exports/briefing.html', () => {
  it('gives one file with the unit, its towns and the listed villages, named in Chinese', async () => {
    const answer = await get('campaign=test-2014&asOf=2014-07-31');
    expect(answer.statusCode).toBe(200);
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain('整顿工作汇报_2014-07-31.html');
    const { about } = JSON.parse(carriedText(answer.body)) as { about: Record<string, unknown> };
    expect(Object.keys(about['digests'] as object)).toHaveLength(1 + 2 + 3);
    expect(about).toMatchObject({ campaign: 'test-2014', unit: '350322', asOf: '2014-07-31', tree: 'THEN' });
    expect(about['digest']).toBe(answer.headers['x-wallchart-digest']);
  });

  it('carries none of the texts that the policy withholds, and no markup out of data', async () => {
    const { body } = await get('campaign=test-2014&asOf=2014-07-31');
    for (const secret of SECRETS) expect(body).not.toContain(secret);
    expect(body).not.toContain('机密');
    expect(body).not.toContain('</script><b>');
    expect(body).toContain('县委常委\\u003c/script>\\u003cb>');
    expect(body).not.toContain('campaigns":[{"id":"other');
  });

  it('gives the same bytes for the same data, and says as of which moment they were known', async () => {
    const [one, two] = [
      await get('campaign=test-2014&asOf=2014-07-31'),
      await get('campaign=test-2014&asOf=2014-07-31'),
    ];
    expect(two.rawPayload.equals(one.rawPayload)).toBe(true);
    expect(carriedText(one.body)).toContain('"knownAt":"2014-07-01T00:00:00.124Z"');
  });

  it('is for a unit alone, in the language asked for', async () => {
    const { body } = await get('campaign=test-2014&unit=350322100&asOf=2014-07-31&lang=en');
    const { about } = JSON.parse(carriedText(body)) as { about: { digests: object } };
    expect(Object.keys(about.digests).every((code) => code.startsWith('350322100'))).toBe(true);
    expect(body).toMatch(/<html lang="en">[^]*<title>Briefing: /);
  });

  it('refuses what it cannot read, with a code and the parameter', async () => {
    const code = async (query: string): Promise<unknown[]> => {
      const answer = await get(query);
      return [answer.statusCode, answer.json<{ error: { code: string } }>().error.code];
    };
    expect(await code('asOf=2014-07-31')).toEqual([400, 'BAD_INPUT']);
    expect(await code('campaign=test-2014&asOf=2014-02-30')).toEqual([400, 'BAD_DATE']);
    expect(await code('campaign=test-2014&knownAt=soon')).toEqual([400, 'BAD_DATE']);
    expect(await code('campaign=test-2014&tree=later')).toEqual([400, 'BAD_INPUT']);
    expect(await code('campaign=test-2015')).toEqual([404, 'UNKNOWN_CAMPAIGN']);
    expect(await code('campaign=test-2014&unit=999999')).toEqual([404, 'UNKNOWN_UNIT']);
  });
});

describe('without a built dashboard', () => {
  const unbuilt = testApp({ documents });
  it('says so, and how to build it', async () => {
    const answer = await unbuilt.inject({ method: 'GET', url: '/exports/briefing.html?campaign=test-2014' });
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({
      error: { code: 'NOT_BUILT', message: expect.stringContaining('pnpm@12 build') },
    });
  });
});

describe('with a dashboard of another version', () => {
  const stale = briefingPage(
    new Map([['0'.repeat(64), 'query Briefing($code: ID!) { orgUnit(code: $code) { name } }']]),
  );
  const other = testApp({ documents, dashboardDir: stale });
  afterAll(() => rmSync(stale, { recursive: true, force: true }));
  it('says so', async () => {
    const answer = await other.inject({ method: 'GET', url: '/exports/briefing.html?campaign=test-2014' });
    expect(answer.json()).toMatchObject({ error: { code: 'NOT_BUILT', message: expect.stringContaining('version') } });
  });
});
