import { sql } from 'kysely';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { metricVersion, registry, type MetricId } from '../../metrics/index.ts';
import { samples } from '../../../testing/samples.ts';
import { testApp } from '../../../testing/test-app.ts';
import { renderFiles } from './pages/render-files.ts';
import { documentOf, serializeSealed, parseSealed } from './sealing/frozen.ts';
import { circularContext, importLater, type Drafted } from '../../../testing/circulars/circular-context.ts';

const server = testApp({ from: samples, now: () => new Date('2026-03-01T04:00:00Z'), connection: { poolSize: 4 } });
const { draft, save, seal, amend, discard, find, file } = circularContext(server);

const drafted = async (input: Record<string, unknown>): Promise<Drafted> => (await draft(input)).circular!;
const frozenOf = async (id: string, edition: number): Promise<string> => {
  const { rows } = await sql<{ frozen: string }>`
    select frozen from circular_edition where circular_id = ${id}::bigint and edition = ${edition}`.execute(
    server.database.db,
  );
  return rows[0]!.frozen;
};
const filesOf = async ({ docxUrl, pdfUrl, htmlUrl }: Drafted['editions'][number]): Promise<string[]> =>
  (await Promise.all([docxUrl, pdfUrl, htmlUrl].map(file))).map((bytes) => bytes.toString('base64'));

let july: Drafted;
beforeAll(async () => {
  const { id } = await drafted({ campaign: 'county-2014', asOf: '2014-07-31' });
  const sealed = await seal(id);
  expect(sealed.error).toBeNull();
  july = sealed.circular!;
}, 60_000);

describe('a sealed circular', () => {
  it('has its number, its files and no draft', async () => {
    expect(july).toMatchObject({
      status: 'SEALED',
      draft: null,
      editions: [{ edition: 1, number: '仙委组〔2014〕1号', sealedBy: 'dashboard', erratum: [] }],
    });
    const [edition] = july.editions;
    expect((await file(edition!.docxUrl)).subarray(0, 2).toString()).toBe('PK');
    expect((await file(edition!.pdfUrl)).subarray(0, 5).toString()).toBe('%PDF-');
    const html = (await file(edition!.htmlUrl)).toString();
    expect(['仙委组〔2014〕1号', '中共仙游县委组织部文件'].filter((words) => !html.includes(words))).toEqual([]);
  });

  it('renders to the same bytes again', async () => {
    const [edition] = july.editions;
    const text = await frozenOf(july.id, 1);
    const frozen = parseSealed(text);
    expect(serializeSealed(frozen)).toEqual({ text, digest: edition!.digest });
    const again = await renderFiles(documentOf(frozen, edition!.digest));
    expect([again.docx, again.pdf, again.html].map((bytes) => bytes.toString('base64'))).toEqual(
      await filesOf(edition!),
    );
  });

  it('says what GraphQL says at the same cut-off and moment, metric by metric', async () => {
    const { figures, knownAt } = parseSealed(await frozenOf(july.id, 1));
    const bound = figures.flatMap(({ bind, value }) =>
      bind.of === 'metric' && bind.at === 'now' && !bind.by && bind.part === 'value' ? [{ bind, value }] : [],
    );
    expect(bound.length).toBeGreaterThan(100);
    const units = Map.groupBy(bound, ({ bind }) => bind.unit ?? '350322');
    for (const [unit, figuresOfUnit] of units) {
      const ids = [...new Set(figuresOfUnit.map(({ bind }) => bind.metric))];
      const { data, errors } = await server.query(
        `query ($unit: ID!, $ids: [MetricId!]!, $knownAt: DateTime!) { orgUnit(code: $unit, on: "2014-07-31") {
          report(campaign: "county-2014", asOf: "2014-07-31", knownAt: $knownAt) { metrics(ids: $ids) { id value } } } }`,
        { unit, ids, knownAt },
      );
      expect(errors).toBeUndefined();
      const { metrics } = (data as unknown as { orgUnit: { report: { metrics: { id: MetricId; value: string }[] } } })
        .orgUnit.report;
      const values = new Map(metrics.map(({ id, value }) => [id, value]));
      for (const { bind, value } of figuresOfUnit) {
        expect(Number(value), `${unit} ${bind.metric}`).toBe(Number(values.get(bind.metric)));
      }
    }
  });

  it('keeps the version of every metric it rests on', async () => {
    const { figures, metrics } = parseSealed(await frozenOf(july.id, 1));
    const used = new Set(figures.flatMap(({ metric }) => metric ?? []));
    expect(Object.keys(metrics).toSorted()).toEqual([...used].toSorted());
    expect(metrics).toEqual(Object.fromEntries([...used].map((id) => [id, metricVersion(id)])));
    expect(registry.size).toBeGreaterThan(used.size);
  });

  it.each([
    `update circular_edition set title = 'x'`,
    'delete from circular_edition',
    'truncate circular_edition',
    'delete from document_number',
    'update document_number set last_serial = last_serial - 1',
    'update document_number set last_serial = 1, year = 2015',
    'delete from circular',
  ])('is kept by the database from: %s', async (statement) => {
    await expect(sql.raw(statement).execute(server.database.db)).rejects.toThrow(/sealed|count up|violates/);
    expect((await find(july.id)).editions).toEqual(july.editions);
  });

  it('cannot be saved, sealed or discarded again', async () => {
    expect((await seal(july.id)).error?.code).toBe('CIRCULAR_NOT_IN_DRAFT');
    expect((await discard(july.id)).error?.code).toBe('CIRCULAR_NOT_IN_DRAFT');
    expect((await save(july.id, 1, {})).error?.code).toBe('CIRCULAR_NOT_IN_DRAFT');
  });
});

it('numbers have no gap and no double when many are sealed at once', async () => {
  const short = async (title: string): Promise<Drafted> => {
    const first = await drafted({ campaign: 'city-2019', asOf: '2019-11-30', sections: ['OVERALL'] });
    return (await save(first.id, 1, { ...first.draft!.content, title, annexes: [] })).circular!;
  };
  const drafts = [
    await short('一'),
    await short('二'),
    await short('三'),
    await short('四'),
    await short('五'),
    await short('六'),
  ];
  const overtaken = await short('七');
  const [stale, ...sealed] = await Promise.all([seal(overtaken.id, 1), ...drafts.map(({ id }) => seal(id, 2))]);
  expect(stale?.error?.code).toBe('CIRCULAR_CHANGED_MEANWHILE');
  const numbers = sealed.map(({ circular }) => circular!.editions[0]!.number);
  expect(numbers.toSorted()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `深委组〔2019〕${n}号`));
  const again = await Promise.all([seal(drafts[1]!.id, 2), seal(drafts[1]!.id, 2)]);
  expect(again.map(({ error }) => error?.code)).toEqual(['CIRCULAR_NOT_IN_DRAFT', 'CIRCULAR_NOT_IN_DRAFT']);
}, 120_000);

it('a circular that is sealed twice at once is sealed once', async () => {
  const { id } = await drafted({ campaign: 'city-2019', asOf: '2019-10-31', sections: ['OVERALL'] });
  const outcomes = await Promise.all([seal(id), seal(id)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await find(id)).editions).toMatchObject([{ number: '深委组〔2019〕7号' }]);
}, 120_000);

describe('a correction that arrives after the sealing', () => {
  let amended: Drafted;
  let before: string[];

  beforeAll(async () => {
    before = await filesOf(july.editions[0]!);
    await importLater(server, {
      // Lutou was struck off on 30 July, and no one had said so; one more member had been replaced than was entered.
      transitions: `case_no,state,effective_on,document_no
2014-030,submitted,2014-07-20,
2014-030,accepted,2014-07-28,
2014-030,struck_off,2014-07-30,〔2014〕17号`,
      // One organisation was entered at the wrong town.
      cases: `case_no,campaign,unit_code,identified_on,primary_cause,other_causes,deadline
2014-020,county-2014,350322105201,2014-03-31,C03,C14,2014-06-15`,
      team: `campaign,unit_code,item,effective_on,count
county-2014,350322,adjusted,2014-06-30,15`,
      // A visit was entered that no one had made.
      visits: `case_no,role,visited_on,action
2014-029,unit,2014-05-22,withdraw`,
    });
    const opened = await amend(july.id);
    expect(opened.circular).toMatchObject({ status: 'AMENDING', draft: { revision: 1 } });
    expect(opened.circular!.draft!.erratum.map(({ key }) => key)).toContain('measures.members-adjusted.figure');
    amended = (await seal(july.id)).circular!;
  }, 60_000);

  it('makes a new edition under the same number', () => {
    expect(amended.editions.map(({ edition, number }) => [edition, number])).toEqual([
      [1, '仙委组〔2014〕1号'],
      [2, '仙委组〔2014〕1号'],
    ]);
  });

  it('leaves the sealed July circular unchanged to the byte', async () => {
    expect(await filesOf(amended.editions[0]!)).toEqual(before);
    expect(amended.editions[0]).toEqual(july.editions[0]);
  });

  it('lists each figure that changed: where, before, after, and why', () => {
    const lines = new Map(amended.editions[1]!.erratum.map((line) => [line.key, line]));
    expect(lines.get('measures.members-adjusted.figure')).toEqual({
      key: 'measures.members-adjusted.figure',
      place: '三、主要做法，第5段',
      before: '14',
      after: '15',
      reason: '更正：仙游县6月30日班子建设（调整），人数14改为15',
      causes: [{ kind: 'CORRECTED', rows: 1, records: ['仙游县6月30日班子建设（调整），人数14改为15'] }],
    });
    expect([...lines.values()].filter(({ reason }) => reason.includes('撤回'))).toMatchObject([
      {
        before: '281',
        after: '280',
        reason: '撤回：游洋镇龙溪村5月22日走访（挂钩单位）',
        causes: [{ kind: 'WITHDRAWN', rows: 1 }],
      },
      { key: 'measures.problems-solved.figure', before: '118', after: '112' },
    ]);
    expect(lines.get('overall.rectified.rectified')).toMatchObject({
      place: '一、总体情况，第1段',
      before: '32',
      after: '33',
      causes: [{ kind: 'LATE', rows: 3 }],
    });
    expect(lines.get('overall.newly-rectified.points')).toMatchObject({
      before: '提高24.3个百分点',
      after: '提高27个百分点',
    });
    expect(lines.get('ranking.350322111.RECTIFIED')).toMatchObject({
      before: '1',
      after: '2',
      causes: [{ kind: 'LATE', rows: 3 }],
    });
    expect(lines.get('ranking.350322105.IDENTIFIED')).toMatchObject({
      before: '0',
      after: '1',
      reason: '划转：赖店镇坂头村台账，单位园庄镇未具名村14改为赖店镇坂头村',
      causes: [{ kind: 'MOVED', rows: 1 }],
    });
    expect(lines.get('ranking.350322107.IDENTIFIED')).toMatchObject({
      before: '2',
      after: '1',
      causes: [{ kind: 'MOVED', rows: 1 }],
    });
    expect(lines.has('overall.identified.identified')).toBe(false);
    expect(lines.has('ranking.350322001.RECTIFIED')).toBe(false);
  });

  it('prints the erratum in the new edition', async () => {
    const html = (await file(amended.editions[1]!.htmlUrl)).toString();
    expect(['更正说明', '人数14改为15'].filter((words) => !html.includes(words))).toEqual([]);
  });
});

it('a discarded amendment leaves the editions, a discarded first draft leaves nothing', async () => {
  const { id } = await drafted({ campaign: 'county-2014', asOf: '2014-05-31' });
  expect((await discard(id)).circular).toBeNull();
  const { errors } = await server.query(`{ circular(id: "${id}") { id } }`);
  expect(errors?.[0]?.extensions['code']).toBe('UNKNOWN_CIRCULAR');
  await amend(july.id);
  expect((await amend(july.id)).error?.code).toBe('CIRCULAR_CHANGED_MEANWHILE');
  expect((await discard(july.id)).circular).toMatchObject({ status: 'SEALED', draft: null });
});

it('counts changes from the last sealed circular, as it was sealed', async () => {
  const august = await drafted({ campaign: 'county-2014', asOf: '2014-08-10' });
  expect(august.previousAsOf).toBe('2014-07-31');
});

it('a discard waits for a sealing under way and holds nothing that it needs', async () => {
  const { db } = server.database;
  const { id } = await drafted({ campaign: 'county-2014', asOf: '2014-05-31' });
  let discarding: ReturnType<typeof discard> | undefined;
  await db.transaction().execute(async (sealing) => {
    await sql`select from circular_draft where circular_id = ${id}::bigint for update`.execute(sealing);
    discarding = discard(id);
    await vi.waitFor(async () => {
      const { rows } = await sql`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%circulars.discard%'`.execute(
        db,
      );
      expect(rows).toHaveLength(1);
    }, 20_000);
    await sql`set local lock_timeout = '5s'`.execute(sealing);
    await sql`select from circular where id = ${id}::bigint for key share`.execute(sealing);
  });
  expect((await discarding)?.circular).toBeNull();
});
