import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  LedgerCasesDocument,
  LedgerCountsDocument,
  LedgerHeadDocument,
  type LedgerCaseFragment,
  type LedgerCasesQueryVariables,
  type LedgerCountsQuery,
} from '../../generated/graphql.ts';
import { answer } from '../../testing/answers.ts';
import { downloads } from '../../testing/downloads.ts';
import { mount } from '../../testing/mount.ts';
import LedgerPage from './ledger-page.vue';

const TOTAL = 250;
const PLACE = { code: '350322', name: '仙游县', kind: 'COUNTY' } as const;

const item = (index: number): LedgerCaseFragment => ({
  caseNo: `XY-${String(index + 1).padStart(3, '0')}`,
  unit: { code: `35032210${index}`, name: `第${index + 1}村`, kind: 'VILLAGE' },
  town: { code: '350322108', name: '大济镇', kind: 'TOWN' },
  state: 'RECTIFYING',
  stateSince: '2014-04-01',
  identifiedOn: '2014-03-10',
  primaryCause: { code: 'C01', zh: '班子配备不齐', en: 'Vacancies' },
  otherCauses: [],
  deadline: null,
  daysLeft: 31,
  overdue: false,
  rectified: false,
  rectifiedOn: null,
  grade: null,
  contactLeader: null,
  documentNo: null,
  relapseOf: null,
  illustrative: [],
});

/** A list of so many cases, a page at a time. */
function listAnswer({ first, after }: LedgerCasesQueryVariables, found: number) {
  const start = Number(after ?? 0);
  const end = Math.min(found, start + first);
  const edges = Array.from({ length: end - start }, (_, index) => ({ node: item(start + index) }));
  const pageInfo = { hasNextPage: end < found, endCursor: String(end) };
  return { orgUnit: { code: '350322', report: { asOf: '2014-07-31', cases: { totalCount: found, edges, pageInfo } } } };
}

const counts: LedgerCountsQuery = {
  orgUnit: {
    report: {
      caseCounts: [
        { by: 'STATE', key: 'PLANNED', count: 50, cause: null, unit: null },
        { by: 'STATE', key: 'RECTIFYING', count: 200, cause: null, unit: null },
        { by: 'TOWN', key: '350322105', count: 100, cause: null, unit: { name: '园庄镇' } },
        { by: 'TOWN', key: '350322108', count: 150, cause: null, unit: { name: '大济镇' } },
      ],
    },
  },
};

/** The page of a unit that no other test asks for. */
async function shown(code: string, query = '') {
  const lists = answer(LedgerCasesDocument, (variables) => listAnswer(variables, variables.filter ? 3 : TOTAL));
  const counted = answer(LedgerCountsDocument, () => counts);
  answer(LedgerHeadDocument, () => ({ orgUnit: PLACE }));
  const mounted = await mount(LedgerPage, { at: `/c/county-2014/u/${code}/ledger${query}`, width: 1200 });
  await expect.element(page.getByText(`共 ${TOTAL} 个`, { exact: true })).toBeVisible();
  return { ...mounted, lists, counted };
}

it('filters and sorts on the server, and counts its choices over the whole list', async () => {
  const { lists, counted, router } = await shown('1');
  expect(lists.map(({ filter, orderBy, after }) => [filter, orderBy, after])).toEqual([
    [null, [{ by: 'CASE_NO', descending: false }], null],
  ]);
  await page.getByRole('button', { name: '乡镇' }).first().click();
  await page.getByRole('checkbox', { name: '大济镇 150' }).click();
  await expect.element(page.getByText(`显示 3 个，共 ${TOTAL} 个`)).toBeVisible();
  expect(lists.at(-1)?.filter).toMatchObject({ units: ['350322108'] });
  await userEvent.keyboard('{Escape}');
  await page.getByRole('columnheader', { name: '主要情形' }).getByRole('button').click();
  await expect.poll(() => lists.at(-1)?.orderBy).toEqual([{ by: 'PRIMARY_CAUSE', descending: false }]);
  expect(router.currentRoute.value.query).toMatchObject({ town: '350322108', sort: 'primaryCause' });
  expect(counted).toHaveLength(1);
});

it('asks for the next page when the reader comes near its end, and says how many rows there are in all', async () => {
  const { lists, element } = await shown('2');
  const table = page.getByRole('table');
  await expect.element(table).toHaveAttribute('aria-rowcount', String(TOTAL + 1));
  expect(lists).toHaveLength(1);
  element.querySelector('.scroller')?.scrollTo(0, 90 * 38);
  await expect.poll(() => lists.map(({ after }) => after)).toEqual([null, '100']);
  await expect.element(page.getByText('第101村')).toBeInTheDocument();
});

it('writes the whole list into a file, whatever has come of it', async () => {
  const files = downloads();
  const { lists } = await shown('3');
  await page.getByRole('button', { name: '导出 CSV' }).click();
  await vi.waitFor(() => expect(files).toHaveLength(1));
  const lines = (await files[0]!.text).trimEnd().split('\r\n');
  expect(lines).toHaveLength(TOTAL + 1);
  expect(lines.at(-1)).toContain('第250村');
  expect(lists.map(({ after }) => after)).toEqual([null, '100', '200']);
});

it('says why nothing is found', async () => {
  answer(LedgerCasesDocument, (variables) => listAnswer(variables, 0));
  answer(LedgerCountsDocument, () => counts);
  answer(LedgerHeadDocument, () => ({ orgUnit: PLACE }));
  await mount(LedgerPage, { at: '/c/county-2014/u/4/ledger?overdue=1', width: 1200 });
  await expect.element(page.getByText('没有符合条件的党组织')).toBeVisible();
});
