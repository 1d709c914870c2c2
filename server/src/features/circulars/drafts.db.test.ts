import { describe, expect, it } from 'vitest';
import { samples } from '../../../testing/samples.ts';
import { testApp } from '../../../testing/test-app.ts';
import { circularContext, textOf } from '../../../testing/circulars/circular-context.ts';

const server = testApp({ from: samples, now: () => new Date('2026-03-01T04:00:00Z') });

const { draft, save } = circularContext(server);

describe('a draft writes itself', () => {
  it.each([
    ['county-2014', 'zh', { campaign: 'county-2014', asOf: '2014-07-31' }],
    ['county-2014', 'en', { campaign: 'county-2014', asOf: '2014-07-31', lang: 'EN' }],
    ['city-2019', 'zh', { campaign: 'city-2019', asOf: '2019-11-30' }],
    ['city-2019', 'en', { campaign: 'city-2019', asOf: '2019-11-30', lang: 'EN' }],
    ['county-2014-town', 'zh', { campaign: 'county-2014', unit: '350322101', asOf: '2014-07-31' }],
  ])('for %s in %s as it was reviewed', async (name, lang, input) => {
    const { circular, error } = await draft(input);
    expect(error).toBeNull();
    await expect(textOf(circular!.draft!)).toMatchFileSnapshot(`golden/${name}.${lang}.txt`);
    expect(circular!.draft!.figures.filter(({ concern }) => concern)).toEqual([]);
    expect(circular!.draft!.warnings.map(({ code }) => code)).toEqual(['ILLUSTRATIVE']);
  });

  it('with a table in which ties share a rank and a town without a case has none', async () => {
    const { circular } = await draft({ campaign: 'county-2014', asOf: '2014-07-31' });
    const figures = new Map(circular!.draft!.figures.map(({ key, text }) => [key, text]));
    const ranks = [...figures].flatMap(([key, text]) => (key.endsWith('.rank') ? [text] : []));
    expect(ranks).toEqual([...Array.from({ length: 12 }, () => '1'), '13', '14', '15', '16', '16', '—']);
    expect(figures.get('ranking.350322105.rank')).toBe('—');
    expect(figures.get('ranking.total.IDENTIFIED')).toBe('37');
    expect(figures.has('ranking.total.rank')).toBe(false);
  });

  it('without a last circular where the campaign had not begun', async () => {
    const { circular } = await draft({ campaign: 'county-2014', asOf: '2014-03-31' });
    expect(circular).toMatchObject({ previousAsOf: null, status: 'DRAFT' });
    expect(textOf(circular!.draft!)).not.toContain('较上期');
  });
});

describe('saving', () => {
  it('keeps the next revision, and refuses one that someone else overtook', async () => {
    const { circular } = await draft({ campaign: 'county-2014', asOf: '2014-06-30' });
    const { id, draft: first } = { ...circular!, draft: circular!.draft! };
    const changed = { ...first.content, title: '通报（改）' };
    expect((await save(id, 1, changed)).circular).toMatchObject({ title: '通报（改）', draft: { revision: 2 } });
    const late = await save(id, 1, { ...changed, title: '通报（另改）' });
    expect(late).toMatchObject({ ok: false, error: { code: 'CIRCULAR_CHANGED_MEANWHILE' } });
    const { data } = await server.query(`{ circular(id: "${id}") { title draft { revision } } }`);
    expect(data).toEqual({ circular: { title: '通报（改）', draft: { revision: 2 } } });
  });

  it.each([
    ['a figure with words of its own', { key: 'x', bind: { of: 'day', day: 'asOf' }, text: '38' }, 'BAD_INPUT'],
    [
      'an unknown metric',
      { key: 'x', bind: { of: 'metric', metric: 'LUCK', part: 'value', at: 'now' } },
      'UNKNOWN_METRIC',
    ],
    ['an unknown list', { key: 'x', bind: { of: 'names', list: 'FRIENDS' } }, 'UNKNOWN_VALUE'],
    [
      'a unit that is elsewhere',
      { key: 'x', bind: { of: 'count', list: 'OUTSTANDING', unit: '131182' } },
      'UNKNOWN_UNIT',
    ],
    [
      'a part that the metric has not',
      { key: 'x', bind: { of: 'metric', metric: 'IDENTIFIED', part: 'denominator', at: 'now' } },
      'BAD_INPUT',
    ],
    [
      'a dimension that the metric has not',
      {
        key: 'x',
        bind: {
          of: 'metric',
          metric: 'PROJECT_FUNDS',
          part: 'value',
          at: 'now',
          by: { dimension: 'GRADE', key: 'good' },
        },
      },
      'DIMENSION_NOT_AVAILABLE',
    ],
  ])('refuses %s and says where', async (_, attrs, code) => {
    const { circular } = await draft({ campaign: 'county-2014', asOf: '2014-06-30', sections: ['OVERALL'] });
    const { id, draft: first } = { ...circular!, draft: circular!.draft! };
    const [opening] = first.content.body.content;
    const content = {
      ...first.content,
      body: {
        type: 'doc',
        content: [
          opening,
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: '计' },
              { type: 'figure', attrs },
            ],
          },
        ],
      },
    };
    const refused = await save(id, 1, content);
    expect(refused.error).toMatchObject({ code, paragraph: 2 });
    expect(refused.error?.place).toContain('body.content[1].content[1].attrs');
    const { data } = await server.query(`{ circular(id: "${id}") { draft { revision content } } }`);
    expect(data).toEqual({ circular: { draft: { revision: 1, content: first.content } } });
  });

  it('gives a copied figure a key of its own', async () => {
    const { circular } = await draft({ campaign: 'county-2014', asOf: '2014-06-30', sections: ['OVERALL'] });
    const { id, draft: first } = { ...circular!, draft: circular!.draft! };
    const [opening] = first.content.body.content;
    const saved = await save(id, 1, { ...first.content, body: { type: 'doc', content: [opening, opening] } });
    const keys = saved.circular!.draft!.figures.map(({ key }) => key).filter((key) => key.startsWith('intro'));
    expect(keys).toEqual(['introduction.introduction.asOf', 'introduction.introduction.asOf-2']);
  });
});

it('offers what a figure can be bound to, with what it would say', async () => {
  const { circular } = await draft({ campaign: 'county-2014', asOf: '2014-07-31' });
  const { data } = await server.query(`{ circular(id: "${circular!.id}") { bindings { label text group bind } } }`);
  const { bindings } = (data as unknown as { circular: { bindings: { label: string; text: string }[] } }).circular;
  expect(bindings.find(({ label }) => label === '完成率，较上期变化')?.text).toBe('提高24.3个百分点');
  expect(bindings.find(({ label }) => label === '后备干部数')?.text).toBe('500余');
  expect(bindings.find(({ label }) => label === '第一书记数')?.text ?? '无数据').toBe('无数据');
});

it.each([
  [{ campaign: 'county-2014', unit: '131182' }, 'OUTSIDE_CAMPAIGN'],
  [{ campaign: 'county-2014', unit: '350322107216' }, 'BAD_INPUT'],
  [{ campaign: 'nowhere' }, 'UNKNOWN_CAMPAIGN'],
  [{ campaign: 'county-2014', asOf: '2014-07-31', previous: '2014-07-31' }, 'BAD_DATE'],
])('refuses a draft of %o with %s', async (input, code) => {
  expect(await draft(input)).toMatchObject({ ok: false, error: { code }, circular: null });
});
