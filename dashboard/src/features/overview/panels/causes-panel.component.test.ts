import { computed } from 'vue';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { OverviewCausesDocument, type OverviewCausesQuery } from '../../../generated/graphql.ts';
import { addMessages } from '../../../i18n/index.ts';
import { answer, Refusal } from '../../../testing/answers.ts';
import { mount } from '../../../testing/mount.ts';
import messages from '../messages.ts';
import { OVERVIEW_PLACE } from '../overview-key.ts';
import CausesPanel from './causes-panel.vue';

addMessages(messages);
const TITLE = '为什么列入？';
const card = page.getByRole('region', { name: TITLE });

const counted = (value: string) => ({
  id: 'IDENTIFIED' as const,
  value,
  numerator: null,
  denominator: null,
  atLeast: false,
  illustrative: false,
  noteZh: null,
  noteEn: null,
});

/** The answer for a unit whose cases have these primary causes. */
function causes(counts: Readonly<Record<string, number>>): OverviewCausesQuery {
  const rows = Object.entries(counts).map(([zh, count]) => ({
    key: zh,
    zh,
    en: zh,
    values: [counted(String(count))],
  }));
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const proof = [{ holds: true, reasonZh: null, reasonEn: null }];
  return {
    orgUnit: {
      code: '350322',
      report: {
        metrics: [counted(String(total))],
        primary: { exclusive: true, rows, proof },
        incidence: { exclusive: false, rows, proof },
      },
    },
  };
}

/** The panel of a unit of its own: what was answered for another one is not held for it. */
const show = (code: string) =>
  mount(CausesPanel, {
    at: `/c/county-2014/u/${code}`,
    around: (app) =>
      app.provide(OVERVIEW_PLACE, {
        unitName: computed(() => '仙游县'),
        unitLevel: computed(() => 3),
        line: computed(() => ''),
      }),
  });

test('while it loads a card says so and keeps its height; then its figures lead to the rows they count', async () => {
  let give = (_: OverviewCausesQuery): void => undefined;
  const requests = answer(
    OverviewCausesDocument,
    () => new Promise<OverviewCausesQuery>((resolve) => (give = resolve)),
  );
  const { element } = await show('350322001');
  await expect.element(card.getByRole('status')).toHaveTextContent('正在读取…');
  await expect.element(card).toHaveAttribute('aria-busy', 'true');
  expect(card.getByRole('button', { name: /^导出/u }).elements()).toEqual([]);
  const height = element.querySelector<HTMLElement>('section > div')?.offsetHeight ?? 0;
  expect(height).toBeGreaterThan(30);
  await expect.poll(() => requests.length).toBe(1);

  give(causes({ 信访矛盾集中: 24, 班子配备不齐: 13 }));
  await expect
    .element(card.getByRole('link', { name: '37' }))
    .toHaveAttribute('href', '/c/county-2014/u/350322001/ledger?countedIn=IDENTIFIED');
  await card.getByRole('button', { name: /^表格/u }).click();
  const rows = [...element.querySelectorAll('tbody tr')].map((row) => row.textContent.replaceAll(/\s+/gu, ' '));
  expect(rows).toEqual(['信访矛盾集中2464.9%', '班子配备不齐1335.1%']);
});

test('what fails says what to do and offers to try again, which asks again', async () => {
  let works = false;
  const requests = answer(OverviewCausesDocument, () =>
    works ? causes({ 信访矛盾集中: 1 }) : new Refusal('DATABASE_UNAVAILABLE', '连接已断开'),
  );
  await show('350322002');
  const alert = card.getByRole('alert');
  await expect.element(alert).toMatchTextContent(/数据库已断开或无响应。请稍后重试/u);
  await expect.element(alert).toMatchTextContent(/连接已断开/u);
  expect(
    card
      .getByRole('button')
      .elements()
      .map((button) => button.textContent.trim()),
  ).not.toContain('表格');
  works = true;
  await card.getByRole('button', { name: '重试' }).click();
  await expect.element(card.getByRole('link', { name: '1', exact: true })).toBeVisible();
  expect(alert.elements()).toEqual([]);
  expect(requests).toHaveLength(2);
});

test('where nothing is counted the card says why, and offers nothing to take away', async () => {
  answer(OverviewCausesDocument, () => causes({}));
  await show('350322003');
  await expect.element(card.getByText('到这一天还没有认定任何组织。')).toBeVisible();
  expect(card.getByRole('button', { name: /导出|表格/u }).elements()).toEqual([]);
});
