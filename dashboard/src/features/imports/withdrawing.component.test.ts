import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { ImportFindingsQuery, ImportJobStateFragment } from '../../generated/graphql.ts';
import { addMessages } from '../../i18n/index.ts';
import { mount } from '../../testing/mount.ts';
import ImportResult from './import-result.vue';
import messages from './messages.ts';
import ProblemList from './problem-list.vue';
import RowChanges from './row-changes.vue';
import RowsNotInFile from './rows-not-in-file.vue';

addMessages(messages);

type Findings = NonNullable<ImportFindingsQuery['importJob']>;

const visit: Findings['notInFile'][number] = {
  id: 'visits:350322:7',
  sheet: 'visits',
  caseNo: '2014-014',
  unitCode: '350322107203',
  unitName: '东山村',
  effectiveOn: '2014-04-08',
  cells: [
    { column: 'case_no', value: '2014-014' },
    { column: 'role', value: 'leader' },
    { column: 'visited_on', value: '2014-04-08' },
    { column: 'problems_found', value: '2' },
  ],
};

const job = (more: Partial<ImportJobStateFragment> = {}): ImportJobStateFragment => ({
  id: 'j',
  upload: 'u',
  dryRun: true,
  fileName: '走访.xlsx',
  state: 'CHECKED',
  phase: 'done',
  rowsDone: 280,
  rowsTotal: 280,
  problemCount: 0,
  warningCount: 0,
  annotatedUrl: null,
  messageZh: '',
  messageEn: '',
  run: null,
  replace: false,
  sheets: [
    {
      sheet: 'visits',
      titleZh: '走访',
      titleEn: 'Visits',
      rows: 280,
      new: 0,
      corrected: 0,
      unchanged: 280,
      withdrawn: 0,
      notInFile: 1,
      problems: 0,
    },
  ],
  ...more,
});

async function textOf(row: RegExp): Promise<string> {
  const found = page.getByRole('row', { name: row });
  await expect.element(found).toBeVisible();
  return found.element().textContent.replaceAll(/\s+/gu, ' ');
}

test('rows on record that the workbook does not hold are named, and can be chosen to be withdrawn', async () => {
  const { emitted } = await mount(RowsNotInFile, {
    props: { rows: [visit], total: 1, chosen: new Set() },
    events: ['toggle'],
  });
  expect(await textOf(/2014-014 东山村/u)).toMatch(/4月8日.*发现问题 2/u);
  await page.getByRole('checkbox', { name: '撤回 走访 2014-014 东山村 2014年4月8日' }).click();
  expect(emitted).toEqual([['toggle', visit.id]]);
});

test('many of them are folded away, with their number', async () => {
  await mount(RowsNotInFile, { props: { rows: [visit], total: 281, chosen: new Set() } });
  await expect.element(page.getByText('已有数据中本册没有的行 281')).toBeVisible();
  await expect.element(page.getByRole('checkbox')).not.toBeInTheDocument();
});

test('nothing to record is not called the same as on record where rows are lacking', async () => {
  await mount(ImportResult, { props: { job: job(), stale: false, chosen: 0 } });
  await expect.element(page.getByRole('heading', { name: '没有变化' })).toBeVisible();
  await expect.element(page.getByText(/已有数据中另有 1 行本册没有，保持不变/u)).toBeVisible();
});

test('a choice of what is withdrawn asks for another check before the import', async () => {
  const { emitted, set } = await mount(ImportResult, {
    props: { job: job({ sheets: [{ ...job().sheets[0]!, new: 1 }] }), stale: false, chosen: 0 },
    events: ['earnest', 'recheck'],
  });
  await page.getByRole('button', { name: '确认导入' }).click();
  set({ stale: true, chosen: 1 });
  await expect.element(page.getByRole('status').last()).toHaveTextContent('已选 1 行撤回，须重新核对后再导入。');
  await expect.element(page.getByRole('button', { name: '确认导入' })).not.toBeInTheDocument();
  await page.getByRole('button', { name: '按所选重新核对' }).click();
  expect(emitted).toEqual([['earnest'], ['recheck']]);
});

test('a warning of a row that looks like another one offers to withdraw that one', async () => {
  const problem: Findings['problems'][number] = {
    sheet: 'visits',
    sheetTitle: '走访',
    row: 2,
    column: 'visited_on',
    columnTitle: '日期',
    cell: 'C2',
    value: '2014-04-09',
    code: 'LOOKS_LIKE_REDATED',
    severity: 'WARNING',
    onRecord: visit.id,
    expectedZh: '确是另一次',
    expectedEn: '',
    messageZh: '库中2014-04-08的那一行不在本册，可能与本行是同一条',
    messageEn: '',
  };
  const { emitted } = await mount(ProblemList, {
    props: { problems: [problem], severity: 'WARNING', chosen: new Set() },
    events: ['toggle'],
  });
  await page.getByRole('checkbox', { name: '是更正：撤回原有的那一行' }).click();
  expect(emitted).toEqual([['toggle', visit.id]]);
});

test('a change shows what stood there, what stands there now and what was taken back', async () => {
  const place = { caseNo: '2014-014', unitCode: '350322107203', unitName: '东山村', sourceRow: 3 };
  await mount(RowChanges, {
    props: {
      title: '改动明细',
      total: 600,
      changes: [
        {
          ...place,
          id: 'transitions:350322:1',
          sheet: 'transitions',
          kind: 'WITHDRAWN',
          effectiveOn: '2014-07-20',
          identity: [{ column: 'state', value: 'struck_off' }],
          cells: [{ column: 'document_no', before: '〔2014〕8号', after: null }],
        },
        {
          ...place,
          id: 'cases:350322:1',
          sheet: 'cases',
          kind: 'CORRECTED',
          effectiveOn: '2014-03-20',
          identity: [{ column: 'case_no', value: '2014-014' }],
          cells: [{ column: 'deadline', before: '2014-08-31', after: null }],
        },
      ],
    },
  });
  expect(await textOf(/撤回 进度/u)).toMatch(/2014-014 东山村 已销号/u);
  expect(await textOf(/更正 台账/u)).toMatch(/完成时限 2014年8月31日 ?→ ?（空白）/u);
  await expect.element(page.getByText('只列出前 2 行，共 600 行。')).toBeVisible();
});

test('a file that is refused shows the sheets with something to correct, and one way to go on', async () => {
  const [sheet] = job().sheets;
  const sheets = [
    { ...sheet!, problems: 2, notInFile: 0 },
    { ...sheet!, sheet: 'cases', titleZh: '台账', notInFile: 0 },
  ];
  const { emitted } = await mount(ImportResult, {
    props: { job: job({ state: 'REFUSED', problemCount: 2, sheets }), stale: false, chosen: 0 },
    events: ['again'],
  });
  expect(
    page
      .getByRole('columnheader')
      .elements()
      .map(({ textContent }) => textContent),
  ).toEqual(['表', '行数', '问题']);
  await expect.element(page.getByText('没有问题的表：台账。')).toBeVisible();
  await page.getByRole('button', { name: '重新上传' }).click();
  expect(emitted).toEqual([['again']]);
});
