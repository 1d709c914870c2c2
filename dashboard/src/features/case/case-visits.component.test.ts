import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { addMessages } from '../../i18n/index.ts';
import { mount } from '../../testing/mount.ts';
import CaseVisits from './case-visits.vue';
import messages from './messages.ts';
import type { CaseRecord } from './use-case.ts';

addMessages(messages);

const visit = (role: 'leader' | 'first_secretary', visitedOn: string): CaseRecord['visits'][number] => ({
  role,
  visitedOn,
  problemsFound: 2,
  problemsFoundAtLeast: false,
  problemsSolved: 0,
  problemsSolvedAtLeast: false,
  note: null,
  illustrative: false,
});

/** What the panel reads of a case. */
type Visited = Pick<CaseRecord, 'caseNo' | 'countyCode' | 'identifiedOn' | 'transitions' | 'contacts' | 'visits'> & {
  campaign: Pick<CaseRecord['campaign'], 'rectifiedFrom' | 'visitsPerMonth'>;
};
const record: Visited = {
  caseNo: '2014-014',
  countyCode: '350322',
  identifiedOn: '2014-05-12',
  campaign: { rectifiedFrom: 'STRUCK_OFF', visitsPerMonth: 2 },
  transitions: [],
  contacts: [{ role: 'leader', holder: '县委书记', since: '2014-05-12', until: null, illustrative: false }],
  visits: [
    visit('leader', '2014-06-03'),
    visit('leader', '2014-06-20'),
    visit('first_secretary', '2014-06-21'),
    visit('leader', '2014-07-09'),
  ],
};

test('a number of a month shows the visits that it counts', async () => {
  const { element } = await mount(CaseVisits, { props: { record, asOf: '2014-07-31' } });
  const numbers = page.getByRole('button', { name: /^\d{4}-\d{2} (领导|其他)走访: \d+$/u }).elements();
  expect(numbers.map((one) => one.getAttribute('aria-label'))).toEqual([
    '2014-06 领导走访: 2',
    '2014-06 其他走访: 1',
    '2014-07 领导走访: 1',
  ]);
  await page.getByRole('button', { name: '2014-06 领导走访: 2' }).click();
  const visits = page.getByRole('listitem');
  await expect.element(visits.first()).toBeVisible();
  const months = visits.elements().map((one) => (one as HTMLElement).dataset['month']);
  expect(months).toEqual(['2014-07', '2014-06', '2014-06', '2014-06']);
  expect(visits.elements().map((one) => one.classList.contains('bg-track'))).toEqual([false, true, true, true]);
  await expect.poll(() => document.activeElement?.tagName).toBe('UL');
  // A month without the visits that are due says so beside them.
  const rows = [...element.querySelectorAll('tbody tr')].map((row) => row.lastElementChild?.textContent.trim());
  expect(new Set(rows).size).toBe(3);
});

test('a lower bound stays one, in a visit and in the sum of its month', async () => {
  const bound = { ...visit('leader', '2014-07-09'), problemsFoundAtLeast: true };
  await mount(CaseVisits, {
    props: { record: { ...record, visits: [bound, visit('leader', '2014-07-10')] }, asOf: '2014-07-31' },
  });
  await page.getByRole('button', { name: '2014-07 发现问题: 4 以上' }).click();
  const visits = page.getByRole('listitem');
  await expect.element(visits.last()).toBeVisible();
  const texts = visits.elements().map((one) => one.textContent.includes('发现问题 2 以上'));
  expect(texts).toEqual([false, true]);
});
