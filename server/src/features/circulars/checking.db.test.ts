import { beforeAll, describe, expect, it } from 'vitest';
import { samples } from '../../../testing/samples.ts';
import { testApp } from '../../../testing/test-app.ts';
import { circularContext, importLater, type Drafted } from '../../../testing/circulars/circular-context.ts';
import { editDocx, flatten, removeParagraph, replaceWords, retype } from '../../../testing/circulars/edit-docx.ts';

const server = testApp({ from: samples, now: () => new Date('2026-03-01T04:00:00Z') });
const { draft, seal, file } = circularContext(server);

interface Check {
  checked: number;
  edition: number | null;
  changesMeaning: boolean;
  findings: {
    weight: string;
    kind: string;
    key: string | null;
    paragraph: number | null;
    sentence: string;
    says: string;
    shouldSay: string;
    place: string;
    note: string | null;
  }[];
  problems: string[];
}

async function upload(content: Buffer, name = 'notice.docx'): Promise<string> {
  const boundary = '----wallchart';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const reply = await server.inject({
    method: 'POST',
    url: '/uploads',
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, origin: 'http://127.0.0.1:4000' },
  });
  return reply.json<{ upload: string }>().upload;
}

async function request(content: Buffer, circular: string, against = 'SEALED') {
  const { data, errors } = await server.query(
    `mutation ($upload: ID!, $circular: ID!, $against: CheckAgainst!) {
      checkCircular(upload: $upload, circular: $circular, against: $against) { checked edition problems changesMeaning
        findings { weight kind key paragraph sentence says shouldSay place note } } }`,
    { upload: await upload(content), circular, against },
  );
  return { check: (data as unknown as { checkCircular: Check } | null)?.checkCircular, errors };
}

async function check(content: Buffer, circular: string, against = 'SEALED'): Promise<Check> {
  const { check: found, errors } = await request(content, circular, against);
  expect(errors).toBeUndefined();
  return found!;
}

let july: Drafted;
let docx: Buffer;
beforeAll(async () => {
  const { circular } = await draft({ campaign: 'county-2014', asOf: '2014-07-31' });
  july = (await seal(circular!.id)).circular!;
  docx = await file(july.editions[0]!.docxUrl);
}, 60_000);

describe('a document that came back', () => {
  it('untouched, agrees in everything', async () => {
    const found = await check(docx, july.id);
    expect(found).toMatchObject({ edition: 1, findings: [], changesMeaning: false, problems: [] });
    expect(found.checked).toBeGreaterThan(200);
  });

  it('with a figure typed over in its control, says where, what it says and what it should', async () => {
    const edited = editDocx(docx, retype('overall.rectified.rectified', '33'));
    const { findings } = await check(edited, july.id);
    expect(findings).toEqual([
      {
        weight: 'FIGURE',
        kind: 'CHANGED',
        key: 'overall.rectified.rectified',
        paragraph: expect.any(Number),
        sentence: expect.stringContaining('已完成整顿33个'),
        says: '33',
        shouldSay: '32',
        place: '一、总体情况，第1段',
        note: null,
      },
    ]);
  });

  it.each(['３２', '三十二'])('with 32 retyped as %s, agrees still', async (words) => {
    expect((await check(editDocx(docx, retype('overall.rectified.rectified', words)), july.id)).findings).toEqual([]);
    expect((await check(editDocx(docx, flatten('overall.rectified.rectified', words)), july.id)).findings).toEqual([]);
  });

  it('with a control pasted over, is aligned with the sealed text', async () => {
    const edited = editDocx(docx, (xml) =>
      flatten(
        'overall.rectified.rectified',
        '31',
      )(flatten('overall.rectified.rate', '83.8%')(replaceWords('全县排查', '我县共排查')(xml))),
    );
    const { findings, checked } = await check(edited, july.id);
    expect(findings.map(({ key, says, shouldSay, kind }) => [key, kind, says, shouldSay])).toEqual([
      ['overall.rectified.rectified', 'CHANGED', '31', '32'],
      ['overall.rectified.rate', 'CHANGED', '83.8%', '86.5%'],
      [null, 'CHANGED', '我县共', '全县'],
    ]);
    expect(checked).toBe((await check(docx, july.id)).checked);
  });

  it('with a cell pasted over, finds it by row and column', async () => {
    const edited = editDocx(docx, flatten('ranking.350322101.RECTIFIED', '4'));
    expect((await check(edited, july.id)).findings).toMatchObject([
      {
        key: 'ranking.350322101.RECTIFIED',
        says: '4',
        shouldSay: '3',
        paragraph: null,
        place: '附件“各乡镇整顿进展情况表”，榜头镇，完成数',
      },
    ]);
  });

  it('with a paragraph or a figure gone, says that it is removed', async () => {
    const edited = editDocx(docx, (xml) =>
      removeParagraph('overall.newly-rectified.more')(flatten('measures.reserve-cadres.figure', '')(xml)),
    );
    const { findings } = await check(edited, july.id);
    expect(findings.map(({ weight, key, kind, shouldSay }) => [weight, key, kind, shouldSay])).toEqual([
      ['FIGURE', 'measures.reserve-cadres.figure', 'REMOVED', '500余'],
      ['SENTENCE', null, 'REMOVED', expect.stringContaining('提高24.3个百分点')],
    ]);
  });

  it('with numbers typed into the prose, lists what came in', async () => {
    const edited = editDocx(docx, replaceWords('防止反弹。', '防止反弹，再走访３轮，覆盖二十五个村。'));
    const { findings, changesMeaning } = await check(edited, july.id);
    expect(changesMeaning).toBe(true);
    expect(findings).toMatchObject([{ weight: 'FIGURE', kind: 'ADDED', says: '，再走访３轮，覆盖二十五个村' }]);
    expect(findings[0]?.sentence).toContain('再走访３轮');
  });

  it('that is no document is refused in words', async () => {
    const { errors } = await request(Buffer.from('PK nonsense'), july.id);
    expect(errors?.[0]?.extensions['code']).toBe('DOCUMENT_REFUSED');
    expect(errors?.[0]?.message).toContain('另存为');
  });

  it('of a circular that was never sealed is compared with the draft', async () => {
    const { circular } = await draft({ campaign: 'county-2014', asOf: '2014-06-30', sections: ['OVERALL'] });
    const bytes = await file(`/circulars/${circular!.id}/draft.docx`);
    expect((await request(bytes, circular!.id)).errors?.[0]?.extensions['code']).toBe('CIRCULAR_NOT_SEALED');
    expect(await check(bytes, circular!.id, 'CURRENT')).toMatchObject({ edition: null, findings: [], problems: [] });
    expect((await check(bytes, july.id)).problems).toHaveLength(1);
  });
});

it('after a correction, agrees with what was sealed and not with what is', async () => {
  await importLater(server, {
    team: `campaign,unit_code,item,effective_on,count\ncounty-2014,350322,adjusted,2014-06-30,15`,
  });
  expect((await check(docx, july.id)).findings).toEqual([]);
  expect((await check(docx, july.id, 'CURRENT')).findings).toMatchObject([
    { key: 'measures.members-adjusted.figure', says: '14', shouldSay: '15' },
  ]);
});

it('after a case was struck off, its sentence and its row should go', async () => {
  await importLater(server, {
    transitions: `case_no,state,effective_on,document_no
2014-030,submitted,2014-07-20,
2014-030,accepted,2014-07-28,
2014-030,struck_off,2014-07-30,〔2014〕17号`,
  });
  expect((await check(docx, july.id)).findings).toEqual([]);
  const { findings } = await check(docx, july.id, 'CURRENT');
  expect(findings.filter(({ kind }) => kind === 'OBSOLETE').map(({ note, says }) => [note, says])).toEqual([
    ['该党组织已销号，本句应删去。', expect.stringMatching(/^游洋镇鲁头村仍未销号，.*。$/)],
    ['该党组织已销号，本行应删去。', expect.stringContaining('游洋镇鲁头村')],
  ]);
  expect(findings.map(({ key }) => key)).toContain('overall.rectified.rectified');
  expect(findings.filter(({ key }) => key === null)).toEqual([]);
});
