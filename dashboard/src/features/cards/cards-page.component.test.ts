import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import {
  IssuedRemindersDocument,
  ReminderCandidatesDocument,
  UnitPlaceDocument,
  type ReminderCandidatesQuery,
} from '../../generated/graphql.ts';
import { answer } from '../../testing/answers.ts';
import { mount } from '../../testing/mount.ts';
import CardsPage from './cards-page.vue';

type Group = ReminderCandidatesQuery['reminders']['groups'][number];

const matter = (organisation: string, recent: boolean): Group['candidates'][number] => ({
  key: organisation,
  rule: 'OVERDUE',
  caseNo: '2014-030',
  organisation,
  answeredBy: '县政协副主席',
  reason: '已逾期16天',
  illustrative: false,
  recent,
  unit: { code: '350322111' },
  lastCard: recent ? { number: '提醒〔2014〕1号', issuedOn: '2014-07-31', pdfUrl: '/cards/1.pdf' } : null,
});

/** Answers of a unit in which these are overdue. */
function overdue(candidates: Group['candidates']): void {
  const group: Group = { rule: 'OVERDUE', label: '超过完成时限', definition: '到期未完成的', candidates };
  answer(ReminderCandidatesDocument, () => ({
    reminders: {
      asOf: '2014-07-31',
      issuedOn: '2014-07-31',
      replyBy: '2014-08-10',
      zhIssuer: '仙游县整顿办',
      enIssuer: 'Office of Xianyou',
      groups: [group],
    },
  }));
  answer(IssuedRemindersDocument, () => ({ reminderBatches: [] }));
  const county = { code: '350322', name: '仙游县', kind: 'COUNTY', level: 3 } as const;
  answer(UnitPlaceDocument, () => ({ orgUnit: { ...county, ancestors: [], children: [] } }));
}

const box = (name: string) => page.getByRole('checkbox', { name: new RegExp(`^${name}`, 'u') });
const preview = page.getByRole('button', { name: '预览并制发…' });

test('where nobody is to be reminded the page says so', async () => {
  overdue([]);
  await mount(CardsPage, { at: '/c/county-2014/u/350322021/cards' });
  await expect.element(page.getByRole('heading', { name: '没有需要提醒的事项' })).toBeVisible();
  await expect.element(page.getByText('还没有发过提醒卡。')).toBeVisible();
  expect(preview.elements()).toEqual([]);
});

test('those reminded lately are left out at first, and get a second card only when asked to', async () => {
  overdue([matter('游洋镇鲁头村', true), matter('钟山镇汾山村', false)]);
  await mount(CardsPage, { at: '/c/county-2014/u/350322022/cards', width: 1200 });
  await expect.element(box('游洋镇鲁头村')).not.toBeChecked();
  await expect.element(box('钟山镇汾山村')).toBeChecked();
  await expect.element(page.getByText('已选 1 项，制发 1 张')).toBeVisible();
  const all = page.getByRole('checkbox', { name: /全选/u });
  await expect.element(all).toBePartiallyChecked();
  await all.click();
  await expect.element(all).toBeChecked();
  await expect.element(page.getByText('已选 2 项，制发 1 张')).toBeVisible();
  await box('钟山镇汾山村').click();
  await expect.element(page.getByText('已选 1 项，制发 0 张')).toBeVisible();
  await expect.element(preview).toBeDisabled();
  await page.getByRole('checkbox', { name: /再次提醒/u }).click();
  await expect.element(preview).toBeEnabled();
  await expect.element(page.getByText('已选 1 项，制发 1 张')).toBeVisible();
});

test('an earlier moment of the records is for reading only', async () => {
  overdue([matter('钟山镇汾山村', false)]);
  await mount(CardsPage, { at: '/c/county-2014/u/350322023/cards?knownAt=2014-08-01T00:00:00.000Z' });
  await expect.element(page.getByText(/只能查看/u)).toBeVisible();
  await expect.element(preview).toBeDisabled();
});
