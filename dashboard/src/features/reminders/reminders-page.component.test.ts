import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import {
  IssuedRemindersDocument,
  ReminderCandidatesDocument,
  ReminderPreviewDocument,
  UnitPlaceDocument,
  VoidReminderDocument,
  type ReminderCandidatesQuery,
  type ReminderPreviewQueryVariables,
} from '../../generated/graphql.ts';
import { answer } from '../../testing/answers.ts';
import { mount } from '../../testing/mount.ts';
import RemindersPage from './reminders-page.vue';

type Group = ReminderCandidatesQuery['reminders']['groups'][number];

type Matter = Group['candidates'][number];

const leader = (post: string, warning: 'HEADS_ISSUER' | 'OUTRANKS' | null = null): Matter['addressees'][number] => ({
  kind: 'LEADER',
  post,
  illustrative: false,
  warning,
  card: `OVERDUE|${post}`,
});
const town = (post: string): Matter['addressees'][number] => ({
  kind: 'COMMITTEE',
  post,
  illustrative: false,
  warning: null,
  card: `OVERDUE|${post}`,
});

const matter = (organisation: string, recent: boolean, more: Partial<Matter> = {}): Matter => ({
  key: organisation,
  rule: 'OVERDUE',
  caseNo: '2014-030',
  organisation,
  addressees: [leader(`${organisation}的领导`)],
  reason: '已逾期16天',
  illustrative: false,
  recent,
  unit: { code: '350322111' },
  lastReminder: recent ? { number: '提醒〔2014〕1号', issuedOn: '2014-07-31', pdfUrl: '/cards/1.pdf' } : null,
  ...more,
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
const preview = page.getByRole('button', { name: '预览并签发…' });

test('where no one is to be reminded the page says so', async () => {
  overdue([]);
  await mount(RemindersPage, { at: '/c/county-2014/u/350322021/reminders' });
  await expect.element(page.getByRole('heading', { name: '没有需要提醒的事项' })).toBeVisible();
  await expect.element(page.getByText('还没有签发过提醒卡。')).toBeVisible();
  expect(preview.elements()).toEqual([]);
});

test('nothing is chosen at first, and those reminded lately get a second card only when asked to', async () => {
  overdue([matter('游洋镇鲁头村', true), matter('钟山镇汾山村', false)]);
  await mount(RemindersPage, { at: '/c/county-2014/u/350322022/reminders', width: 1200 });
  await expect.element(box('游洋镇鲁头村')).not.toBeChecked();
  await expect.element(box('钟山镇汾山村')).not.toBeChecked();
  await expect.element(page.getByText(/还没有选/u)).toBeVisible();
  await expect.element(preview).toBeDisabled();
  await box('钟山镇汾山村').click();
  await expect.element(page.getByText('已选 1 项，签发 1 张')).toBeVisible();
  const all = page.getByRole('checkbox', { name: /全选/u });
  await expect.element(all).toBePartiallyChecked();
  await all.click();
  await expect.element(all).toBeChecked();
  await expect.element(page.getByText('已选 2 项，签发 1 张')).toBeVisible();
  await box('钟山镇汾山村').click();
  await expect.element(page.getByText('已选 1 项，签发 0 张')).toBeVisible();
  await expect.element(preview).toBeDisabled();
  await page.getByRole('checkbox', { name: /再次提醒/u }).click();
  await expect.element(preview).toBeEnabled();
  await expect.element(page.getByText('已选 1 项，签发 1 张')).toBeVisible();
});

test('the addressee is shown with a warning, can be chosen, and is named before cards are issued', async () => {
  const minister = leader('县委常委、组织部部长', 'HEADS_ISSUER');
  overdue([
    matter('游洋镇鲁头村', false, { addressees: [minister, town('游洋镇党委')] }),
    matter('游洋镇龙山村', false, { addressees: [minister, town('游洋镇党委')] }),
    matter('钟山镇汾山村', false, { addressees: [leader('县政协副主席', 'OUTRANKS'), town('钟山镇党委')] }),
  ]);
  let requested: ReminderPreviewQueryVariables['input'] | null = null;
  answer(ReminderPreviewDocument, ({ input }) => {
    requested = input;
    const sheet = (to: string): string => `<article style="height:1123px"><p>${to}：</p></article>`;
    return { reminderPreview: `<!doctype html><body>${sheet('县委常委、组织部部长')}${sheet('钟山镇党委')}</body>` };
  });
  await mount(RemindersPage, { at: '/c/county-2014/u/350322024/reminders', width: 1300 });
  await expect.element(page.getByText('由县委常委、组织部部长于8月10日前书面答复').first()).toBeVisible();
  await expect.element(page.getByText('职务高于签发机关，请考虑改发')).toBeVisible();
  await page.getByRole('combobox', { name: '钟山镇汾山村的卡发给谁' }).selectOptions('党委：钟山镇党委');
  await expect.element(page.getByText('由钟山镇党委于8月10日前书面答复')).toBeVisible();
  await expect.element(page.getByText('职务高于签发机关，请考虑改发')).not.toBeInTheDocument();
  await page.getByRole('checkbox', { name: /全选/u }).click();
  await expect.element(page.getByText('已选 3 项，签发 2 张')).toBeVisible();
  await page.getByRole('checkbox', { name: /每项单独一张/u }).click();
  await expect.element(page.getByText('已选 3 项，签发 3 张')).toBeVisible();
  await page.getByRole('checkbox', { name: /每项单独一张/u }).click();
  await preview.click();
  const dialog = page.getByRole('dialog', { name: '签发 2 张提醒卡？' });
  await expect.element(dialog.getByText('是签发机关的负责人，请考虑改发')).toBeVisible();
  await expect.element(dialog.getByText('第 1 张，共 2 张')).toBeVisible();
  await expect.element(dialog.getByText(/发给县委常委、组织部部长 · 游洋镇鲁头村等 2 项/u)).toBeVisible();
  await dialog.getByRole('button', { name: '下一张' }).click();
  await expect.element(dialog.getByText('第 2 张，共 2 张')).toBeVisible();
  await expect.element(dialog.getByText(/发给钟山镇党委 · 钟山镇汾山村/u)).toBeVisible();
  const frame = document.querySelector('iframe')!;
  await expect.poll(() => frame.contentDocument?.scrollingElement?.scrollTop ?? 0).toBeGreaterThan(500);
  expect(requested).toMatchObject({ addressees: [{ key: '钟山镇汾山村', kind: 'COMMITTEE' }], separate: false });
  await dialog.getByRole('button', { name: '暂不' }).click();
});

const CARD = {
  rule: 'OVERDUE' as const,
  zh: '超过完成时限',
  en: 'Past the deadline',
  matterCount: 2,
  answeredBy: '县政协副主席',
  asOf: '2014-07-31',
  issuedOn: '2014-07-31',
  replyBy: '2014-08-10',
  docxUrl: '/cards/1.docx',
  pdfUrl: '/cards/1.pdf',
};
const listed = (organisation: string, caseNo: string) => ({
  caseNo,
  organisation,
  zhReason: `${organisation}已逾期`,
  enReason: '',
  unit: { code: '350322111' },
});

test('an issued card lists its matters, is declared void for a reason, and says so from then on', async () => {
  overdue([]);
  let voided: { reason: string; voidedAt: string; voidedBy: string } | null = null;
  const card = () => ({
    ...CARD,
    id: '7',
    number: '提醒〔2014〕7号',
    voided,
    matters: [listed('鲁头村', '2014-030'), listed('龙山村', '2014-031')],
  });
  answer(IssuedRemindersDocument, () => ({
    reminderBatches: [
      {
        id: '3',
        asOf: '2014-07-31',
        issuer: '中共仙游县委组织部',
        issuedOn: '2014-07-31',
        issuedAt: '2014-08-01T01:00:00.000Z',
        issuedBy: 'dashboard',
        replyBy: '2014-08-10',
        reminderCount: 1,
        docxUrl: '/cards/batch/3.docx',
        pdfUrl: '/cards/batch/3.pdf',
        reminders: [card()],
      },
    ],
  }));
  answer(VoidReminderDocument, ({ reason }) => {
    voided = { reason, voidedAt: '2014-08-02T01:00:00.000Z', voidedBy: 'dashboard' };
    return { voidReminder: { ok: true, error: null, reminder: card() } };
  });
  await mount(RemindersPage, { at: '/c/county-2014/u/350322025/reminders', width: 1300 });
  await expect.element(page.getByText(/经办人：网页用户，.*签发/u)).toBeVisible();
  await expect.element(page.getByRole('link', { name: /全部下载（Word）/u })).toBeVisible();
  await expect.element(page.getByRole('row', { name: /鲁头村已逾期/u })).toBeVisible();
  await expect.element(page.getByRole('row', { name: /龙山村已逾期/u })).toBeVisible();
  await page.getByRole('button', { name: '作废 提醒〔2014〕7号' }).click();
  const dialog = page.getByRole('dialog', { name: '作废提醒〔2014〕7号？' });
  await expect.element(dialog.getByText(/请一并通知收卡对象/u)).toBeVisible();
  const now = dialog.getByRole('button', { name: '作废' });
  await expect.element(now).toBeDisabled();
  await dialog.getByLabelText(/作废原因/u).fill('收卡对象有误');
  await now.click();
  await expect.element(page.getByText('已作废')).toBeVisible();
  await expect.element(page.getByText(/作废原因：收卡对象有误（网页用户，/u)).toBeVisible();
  expect(page.getByRole('button', { name: '作废 提醒〔2014〕7号' }).elements()).toEqual([]);
});

test('an earlier moment of the records is for reading only', async () => {
  overdue([matter('钟山镇汾山村', false)]);
  await mount(RemindersPage, { at: '/c/county-2014/u/350322023/reminders?knownAt=2014-08-01T00:00:00.000Z' });
  await expect.element(page.getByText(/只能查看/u)).toBeVisible();
  await expect.element(preview).toBeDisabled();
});
