import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EvidenceRowsDocument, type EvidenceRowsQuery } from '../../generated/graphql.ts';
import { answer, Refusal } from '../../testing/answers.ts';
import { mount } from '../../testing/mount.ts';
import EvidenceDrawer from './evidence-drawer.vue';

type Rows = NonNullable<EvidenceRowsQuery['orgUnit']>['report']['rows'];

/** A page of the rows that make up 1,234,567.50 yuan. */
const rows = (from: number, count: number, total: number): Rows['edges'] =>
  Array.from({ length: Math.min(count, total - from) }, (_, index) => ({
    cursor: String(from + index),
    node: {
      sheet: 'venue_funds',
      unit: { code: '350322107216', name: `六户村${from + index}` },
      caseNo: from + index === 0 ? '2014-019' : null,
      effectiveOn: '2014-06-01',
      contribution: from + index === 0 ? '-500.00' : '1234.50',
      source: 'county-2014.xlsx, row 5',
      recordedAt: '2014-08-01T02:30:00.000Z',
      illustrative: index === 1,
      cells: [
        { column: 'unit_code', value: '350322107216' },
        { column: 'amount_yuan', value: '1234.50' },
      ],
    },
  }));

function answered(
  edges: Rows['edges'],
  total: number,
  sum: string | null = '1234567.50',
  coverage: { entered: number; expected: number } | null = null,
): EvidenceRowsQuery {
  const pageInfo = {
    hasNextPage: Number(edges.at(-1)?.cursor ?? total) + 1 < total,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return {
    orgUnit: {
      code: '350322',
      name: '仙游县',
      report: { metrics: [{ id: 'VENUE_RAISED', coverage }], rows: { totalCount: total, sum, edges, pageInfo } },
    },
  };
}

const drawer = page.getByRole('dialog');
const lines = () => [...drawer.element().querySelectorAll('tbody tr')];
const show = (code: string, query: string) => mount(EvidenceDrawer, { at: `/c/county-2014/u/${code}?${query}` });

test('the rows behind a figure add up before the eyes: count, sum, each with its origin; the rest comes page by page', async () => {
  const requests = answer(EvidenceRowsDocument, ({ after }) =>
    answered(rows(after === null || after === undefined ? 0 : Number(after) + 1, 50, 53), 53),
  );
  await show('350322011', 'rows=VENUE_RAISED');
  await expect.element(drawer.getByRole('heading', { name: '场所到位资金' })).toBeVisible();
  await expect.element(drawer.getByRole('status')).toMatchTextContent(/^53 条\s+合计 123\.5 万元$/u);
  expect(lines()).toHaveLength(50);
  const [first, second] = lines();
  expect(first?.querySelector('a')?.getAttribute('href')).toBe('/c/county-2014/u/350322107216/case/2014-019');
  expect(first?.querySelector('td.n')?.textContent).toMatch(/^−500/u);
  expect(first?.textContent).toContain('county-2014.xlsx，第 5 行');
  expect(first?.textContent).not.toContain('unit_code');
  expect(second?.querySelector('a')?.getAttribute('href')).toBe('/c/county-2014/u/350322107216');
  expect(second?.textContent).toContain('◈');
  expect(first?.textContent).not.toContain('◈');
  await drawer.getByRole('button', { name: '再显示 3 条' }).click();
  await expect.poll(() => lines().length).toBe(53);
  expect(drawer.getByRole('button', { name: /再显示/u }).elements()).toEqual([]);
  expect(requests.map(({ after }) => after)).toEqual([null, '49']);
});

test('a rate shows the rows of its numerator or of its denominator; an amount has only one side', async () => {
  const requests = answer(EvidenceRowsDocument, () => answered(rows(0, 1, 1), 1, null));
  const { router } = await show('350322012', 'rows=RECTIFICATION_RATE');
  const side = (name: string) => drawer.getByRole('link', { name, exact: true });
  await expect.element(side('分子')).toHaveAttribute('aria-current', 'true');
  await side('分母').click();
  await expect.element(side('分母')).toHaveAttribute('aria-current', 'true');
  await expect.element(side('分子')).not.toHaveAttribute('aria-current');
  await expect.poll(() => requests.map(({ part }) => part ?? null)).toEqual([null, { den: true }]);
  await router.replace('/c/county-2014/u/350322012?rows=VENUE_RAISED');
  await expect.poll(() => side('分子').elements()).toEqual([]);
});

test('a figure that is short leads to the organisations without an entry, by address and back', async () => {
  const requests = answer(EvidenceRowsDocument, () => answered(rows(0, 1, 1), 1, '1', { entered: 32, expected: 33 }));
  const { router } = await show('350322015', 'rows=OPERATING_DUE');
  await drawer.getByRole('link', { name: '未登记的', exact: true }).click();
  await expect.element(drawer.getByRole('heading', { name: '运转经费', exact: true })).toBeVisible();
  await expect.element(drawer.getByRole('status')).toMatchTextContent('应登记 33 个，未登记 1 个');
  await expect.element(drawer.getByRole('region', { name: '未登记的党组织' })).toBeVisible();
  expect(drawer.getByText('计入', { exact: true }).elements()).toEqual([]);
  expect(requests.map(({ part }) => part ?? null)).toEqual([null, { missing: true }]);
  expect(router.currentRoute.value.query).toEqual({ rows: 'OPERATING_DUE', rowsOf: 'missing' });
  await drawer.getByRole('link', { name: '计入的记录', exact: true }).click();
  await expect.poll(() => router.currentRoute.value.query).toEqual({ rows: 'OPERATING_DUE' });
});

test('the focus stays in the drawer; Escape closes it and leaves the rest of the address alone', async () => {
  answer(EvidenceRowsDocument, () => answered(rows(0, 2, 2), 2));
  const { router } = await show('350322013', 'asOf=2014-06-30&rows=VENUE_RAISED');
  await expect.poll(() => lines().length).toBe(2);
  for (let presses = 0; presses < 6; presses += 1) {
    await userEvent.keyboard('{Tab}');
    expect(drawer.element().contains(document.activeElement)).toBe(true);
  }
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => router.currentRoute.value.fullPath).toBe('/c/county-2014/u/350322013?asOf=2014-06-30');
});

test('no rows, a failure, and a failure of the next page are each said; the rows that are there stay', async () => {
  let works = true;
  answer(EvidenceRowsDocument, ({ after, id }) => {
    if (id === 'RECTIFIED') return answered([], 0, null);
    if (!works) return new Refusal('QUERY_TIMEOUT', '超过 30 秒');
    return answered(rows(after === null || after === undefined ? 0 : Number(after) + 1, 50, 51), 51);
  });
  const { router } = await show('350322014', 'rows=RECTIFIED');
  await expect.element(drawer.getByText('没有记录计入这个数字。')).toBeVisible();

  works = false;
  await router.replace('/c/county-2014/u/350322014?rows=VENUE_RAISED');
  await expect.element(drawer.getByRole('alert')).toMatchTextContent(/查询用时过长，已停止。/u);
  works = true;
  await drawer.getByRole('button', { name: '重试' }).click();
  await expect.poll(() => lines().length).toBe(50);

  works = false;
  await drawer.getByRole('button', { name: '再显示 1 条' }).click();
  await expect.element(drawer.getByRole('alert')).toMatchTextContent(/超过 30 秒/u);
  expect(lines()).toHaveLength(50);
  works = true;
  await drawer.getByRole('button', { name: '重试' }).click();
  await expect.poll(() => lines().length).toBe(51);
});
