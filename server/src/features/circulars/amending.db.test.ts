import { expect, it, beforeAll, describe } from 'vitest';
import { samples } from '../../../testing/samples.ts';
import { testApp } from '../../../testing/test-app.ts';
import type { BodyNode, CircularContent } from './content/content.ts';
import {
  circularContext,
  importLater,
  textOf,
  type Drafted,
  type Erratum,
} from '../../../testing/circulars/circular-context.ts';

const server = testApp({ from: samples, now: () => new Date('2026-03-01T04:00:00Z') });
const { draft, save, seal, amend, renew, find, file } = circularContext(server);

const JULY = { campaign: 'county-2014', asOf: '2014-07-31' };
const htmlOf = async (url: string): Promise<string> => (await file(url)).toString().replace(/<[^>]+>/g, '');
const withParagraphs = (content: CircularContent, change: (nodes: readonly BodyNode[]) => BodyNode[]) => ({
  ...content,
  body: { type: 'doc', content: change(content.body.content) },
});
const about = (node: BodyNode, caseNo: string): boolean =>
  (node.content ?? []).some(
    ({ type, ...inline }) =>
      type === 'figure' && 'attrs' in inline && inline.attrs.bind.of === 'case' && inline.attrs.bind.caseNo === caseNo,
  );

const moved = async (
  query: string,
): Promise<{ circular: string; number: string; figures: Record<string, string>[] }[]> => {
  const { data, errors } = await server.query(
    `{ moved: ${query} { circular number figures { key place before after } } }`,
  );
  expect(errors).toBeUndefined();
  return (data as unknown as { moved: { circular: string; number: string; figures: Record<string, string>[] }[] })
    .moved;
};

let sealed: Drafted;
let rewritten: Drafted;
let never: Drafted;
beforeAll(async () => {
  const plain = (await draft(JULY)).circular!;
  sealed = (await seal(plain.id)).circular!;
  // The clerk adds a sentence of the office's own to the sentence about one organisation.
  const own = (await draft({ ...JULY, unit: '350322111' })).circular!;
  const { content } = own.draft!;
  const changed = withParagraphs(content, (nodes) =>
    nodes.map((node) =>
      about(node, '2014-030')
        ? { ...node, content: [...(node.content ?? []), { type: 'text', text: '镇党委要抓紧整改。' }] }
        : node,
    ),
  );
  await save(own.id, 1, changed);
  rewritten = (await seal(own.id, 2)).circular!;
  never = (await draft({ ...JULY, sections: ['PROBLEMS', 'REQUIREMENTS'] })).circular!;
  expect(textOf(never.draft!)).toContain('鲁头村');
  await importLater(server, {
    // Lutou was struck off on 30 July, and no one had said so.
    transitions: `case_no,state,effective_on,document_no
2014-030,submitted,2014-07-20,
2014-030,accepted,2014-07-28,
2014-030,struck_off,2014-07-30,〔2014〕17号`,
  });
}, 120_000);

it('a sealed circular tells that its figures have moved, and an import which ones it touched', async () => {
  const august = (await draft({ campaign: 'county-2014', asOf: '2014-06-30', sections: ['OVERALL'] })).circular!;
  await seal(august.id);
  const found = await moved('movedCirculars(campaign: "county-2014")');
  expect(found.map(({ circular }) => circular).toSorted()).toEqual([sealed.id, rewritten.id].toSorted());
  const county = found.find(({ circular }) => circular === sealed.id)!;
  expect(county.number).toBe('仙委组〔2014〕1号');
  expect(county.figures).toContainEqual({
    key: 'overall.rectified.rectified',
    place: '一、总体情况，第1段',
    before: '32',
    after: '33',
  });
  const keys = county.figures.map(({ key }) => key);
  expect(keys).not.toContain('requirements.consolidate.rectified');
  expect(await moved(`movedCirculars(campaign: "county-2014", circular: "${august.id}")`)).toEqual([]);
  const { data } = await server.query('{ imports(first: 2) { id } }');
  const [last, first] = (data as unknown as { imports: { id: string }[] }).imports;
  expect((await moved(`circularsMovedBy(run: "${last!.id}")`)).map(({ circular }) => circular).toSorted()).toEqual(
    [sealed.id, rewritten.id].toSorted(),
  );
  expect(await moved(`circularsMovedBy(run: "${first!.id}")`)).toEqual([]);
}, 60_000);

describe('an amended edition', () => {
  let opened: Drafted;
  let erratum: Erratum[];
  beforeAll(async () => {
    opened = (await amend(sealed.id)).circular!;
    erratum = opened.draft!.erratum;
  }, 60_000);
  const lineOf = (key: string): Erratum | undefined => erratum.find((line) => line.key === key);

  it('no longer says of the organisation what its figures deny, and has its own date', () => {
    const text = textOf(opened.draft!);
    expect(text).not.toContain('鲁头村');
    expect(text).not.toContain('逾期0天');
    expect(text).toContain('钟山镇汾山村仍未销号');
    expect(opened.draft!.content.issuedOn).toBe('2026-03-01');
    expect(opened.draft!.warnings.filter(({ blocks }) => blocks)).toEqual([]);
  });

  it('says that the sentence is struck, and names the record behind it', () => {
    const record = '游洋镇鲁头村7月30日销号';
    expect(lineOf('problems.open.unit.1')).toEqual({
      key: 'problems.open.unit.1',
      place: '四、存在问题，第1段',
      before: '游洋镇鲁头村仍未销号，列入整顿的主要情形是信访矛盾集中，已逾期16天，挂钩领导县委常委、组织部部长。',
      after: '（删去）',
      reason: `迟报补录3条：${record}`,
      causes: [{ kind: 'LATE', rows: 3, records: [record] }],
    });
    expect(erratum.filter(({ key }) => key.startsWith('problems.') && key.endsWith('.unit.1'))).toHaveLength(1);
    expect(lineOf('outstanding.2014-030.unit')).toMatchObject({ before: '游洋镇鲁头村', after: '（删去）' });
    expect(lineOf('overall.rectified.rectified')?.reason).toBe(`迟报补录3条：${record}`);
  });

  it('folds the towns of which only the rank moved, and lists the charts that changed', () => {
    expect(lineOf('ranking.ranks')).toMatchObject({
      before: '榜头镇13、鲤南镇14、园庄镇15、钟山镇16',
      after: '榜头镇14、鲤南镇15、园庄镇16、钟山镇17',
      reason: '其他单位数字变动，位次随之变动',
    });
    expect(erratum.filter(({ key }) => key.endsWith('.rank')).map(({ key }) => key)).toEqual([
      'ranking.350322111.rank',
    ]);
    const charts = erratum.filter(({ causes }) => causes[0]?.kind === 'REDRAWN');
    expect(charts).toMatchObject([
      { place: '附件“各单位整顿进展”', before: '（原图）', after: '（重新绘制）' },
      {
        place: '附件“整顿进度”',
        before: expect.stringContaining('快 1 个'),
        after: expect.stringContaining('快 2 个'),
      },
    ]);
  });

  it('is sealed without a false word', async () => {
    const outcome = await seal(sealed.id);
    expect(outcome.error).toBeNull();
    const html = await htmlOf(outcome.circular!.editions[1]!.htmlUrl);
    expect(html).not.toContain('逾期0天');
    expect(html.match(/鲁头村仍未销号/g)).toHaveLength(1);
    expect(html.slice(html.indexOf('更正说明'))).toContain('鲁头村仍未销号');
    expect(html).toContain('2026年3月1日');
  }, 60_000);
});

it('a sentence that the clerk rewrote is not struck, and nothing is sealed while it stands', async () => {
  const opened = (await amend(rewritten.id)).circular!;
  const { content, warnings } = opened.draft!;
  const paragraph = content.body.content.findIndex((node) => about(node, '2014-030')) + 1;
  expect(warnings.filter(({ blocks }) => blocks)).toEqual([
    {
      code: 'CASE_RECTIFIED',
      blocks: true,
      paragraph,
      message:
        '“鲁头村仍未销号，列入整顿的主要情形是信访矛盾集中，已逾期0天，挂钩领导县委常委、组织部部长。”该党组织已完成整顿，请删去这一句，或写明已销号。',
    },
  ]);
  const refused = await seal(rewritten.id, opened.draft!.revision);
  expect(refused.error).toMatchObject({ code: 'CIRCULAR_CONTRADICTS_FIGURES', paragraph });
  expect(refused.error!.message).toContain('鲁头村仍未销号');
  expect((await find(rewritten.id)).editions).toHaveLength(1);

  const wording = withParagraphs(content, (nodes) =>
    nodes.map((node, i) =>
      i === paragraph - 1
        ? {
            type: 'paragraph',
            content: [
              { type: 'figure', attrs: { key: 'own', bind: { of: 'case', caseNo: '2014-030', field: 'unit' } } },
              { type: 'text', text: '已于7月30日销号。' },
            ],
          }
        : node,
    ),
  );
  expect((await save(rewritten.id, opened.draft!.revision, wording)).error).toBeNull();
  expect((await seal(rewritten.id, opened.draft!.revision + 1)).error).toBeNull();
}, 120_000);

it('a first edition that was written before the correction is not sealed either, until it follows the data', async () => {
  const refused = await seal(never.id);
  expect(refused.error?.code).toBe('CIRCULAR_CONTRADICTS_FIGURES');
  const renewed = (await renew(never.id, 1)).circular!;
  expect(renewed.draft!.revision).toBe(2);
  expect(textOf(renewed.draft!)).not.toContain('鲁头村');
  expect(renewed.draft!.warnings.filter(({ blocks }) => blocks)).toEqual([]);
  expect((await seal(never.id, 2)).error).toBeNull();
}, 120_000);

it('words that the data of now would not have written keep it from being sealed, with no figure to say so', async () => {
  const { id } = (await draft({ ...JULY, sections: ['PROBLEMS'] })).circular!;
  await importLater(server, {
    transitions: 'case_no,state,effective_on\n2014-027,submitted,2014-07-20\n2014-027,accepted,2014-07-28',
  });
  const [warning, ...others] = (await find(id)).draft!.warnings.filter(({ blocks }) => blocks);
  expect(others).toEqual([]);
  expect(warning).toMatchObject({
    code: 'NO_LONGER_HOLDS',
    message: expect.stringMatching(/^这一句与最新数据不符，请改写或删去：“钟山镇汾山村仍未销号/),
  });
  expect((await seal(id)).error?.code).toBe('CIRCULAR_CONTRADICTS_FIGURES');
  expect(textOf((await renew(id, 1)).circular!.draft!)).toContain('钟山镇汾山村已验收、尚未销号');
  expect((await seal(id, 2)).error).toBeNull();
}, 120_000);
