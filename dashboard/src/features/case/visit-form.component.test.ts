import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { RecordVisitDocument, type RecordVisitMutation } from '../../generated/graphql.ts';
import { addMessages } from '../../i18n/index.ts';
import { answer, Refusal } from '../../testing/answers.ts';
import { mount } from '../../testing/mount.ts';
import messages from './messages.ts';
import VisitForm from './visit-form.vue';

addMessages(messages);

type Recorded = RecordVisitMutation['recordVisit'];
const RECORDED: Recorded = { state: 'ACCEPTED', messageZh: '已登记', messageEn: 'Recorded', problems: [] };
const problem = (column: string, messageZh: string): Recorded['problems'][number] => ({
  sheet: 'visits',
  sheetTitle: '走访',
  row: null,
  column,
  columnTitle: null,
  cell: null,
  value: null,
  code: 'BAD_NUMBER',
  severity: 'ERROR',
  onRecord: null,
  expectedZh: '整数',
  expectedEn: 'a whole number',
  messageZh,
  messageEn: 'not a whole number',
});

const props = { caseNo: '2014-014', county: '350322', asOf: '2014-07-31' };
const field = (name: string) => page.getByLabelText(name);
const button = page.getByRole('button', { name: '登记' });

async function fill(found = '2'): Promise<void> {
  await userEvent.selectOptions(field('角色'), 'leader');
  await field('日期').fill('2014-07-18');
  await field('发现问题').fill(found);
}

test('what was filled in is sent once, and the form is empty again', async () => {
  let release: (recorded: Recorded) => void = () => undefined;
  const requests = answer(RecordVisitDocument, async () => ({
    recordVisit: await new Promise<Recorded>((resolve) => (release = resolve)),
  }));
  const { element } = await mount(VisitForm, { props });
  await fill();
  await button.click();
  await expect.element(page.getByRole('button', { name: '正在登记…' })).toBeDisabled();
  element.querySelector('form')!.requestSubmit();
  await expect.poll(() => requests.length).toBe(1);
  release(RECORDED);
  await expect.element(page.getByRole('status')).toHaveTextContent('已登记');
  expect(requests).toMatchObject([
    {
      input: {
        caseNo: '2014-014',
        county: '350322',
        role: 'leader',
        visitedOn: '2014-07-18',
        problemsFound: '2',
        problemsSolved: '',
        note: '',
      },
    },
  ]);
  await expect.element(field('日期')).toHaveValue('');
  await expect.poll(() => document.activeElement?.getAttribute('name')).toBe('role');
});

test('a refusal stands beside its field, which has the focus; other values go under another key', async () => {
  const answers: Recorded[] = [
    {
      ...RECORDED,
      state: 'REFUSED',
      messageZh: '未登记：有1处需要改正',
      problems: [problem('problems_found', '不是整数')],
    },
    RECORDED,
  ];
  const requests = answer(RecordVisitDocument, () => ({ recordVisit: answers.shift()! }));
  await mount(VisitForm, { props });
  await fill('许多');
  await button.click();
  const found = field('发现问题');
  await expect.element(found).toHaveAccessibleDescription('不是整数，应为整数');
  await expect.element(found).toHaveFocus();
  await expect.element(found).toHaveAttribute('aria-invalid', 'true');
  await expect.element(page.getByRole('status')).toHaveTextContent('未登记：有1处需要改正');
  await found.fill('3');
  await button.click();
  await expect.element(page.getByRole('status')).toHaveTextContent('已登记');
  const [first, second] = requests.map(({ input }) => input.idempotencyKey);
  expect(first).toMatch(/^[\w-]{8,100}$/);
  expect(second).not.toBe(first);
});

test('sent again after a failure it has the same key', async () => {
  const answers = [new Refusal('SERVER_BUSY', 'busy'), { recordVisit: RECORDED }];
  const requests = answer(RecordVisitDocument, () => answers.shift()!);
  await mount(VisitForm, { props });
  await fill();
  await button.click();
  await page.getByRole('button', { name: '重试' }).click();
  await expect.element(page.getByRole('status')).toHaveTextContent('已登记');
  expect(new Set(requests.map(({ input }) => input.idempotencyKey)).size).toBe(1);
});

test('a warning, and a day beyond the page, stand below what was recorded', async () => {
  const warned = {
    ...problem('visited_on', '早于认定日期'),
    severity: 'WARNING' as const,
    expectedZh: '不早于认定日期 2014-08-01',
  };
  answer(RecordVisitDocument, () => ({ recordVisit: { ...RECORDED, problems: [warned] } }));
  await mount(VisitForm, { props: { ...props, asOf: '2014-07-01' } });
  await fill();
  await button.click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('早于认定日期，应为不早于认定日期 2014-08-01');
  await expect.element(page.getByText('该日在截至日期', { exact: false })).toBeVisible();
});
