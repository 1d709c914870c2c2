import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { OverviewChangeDocument, type MetricId } from '../../generated/graphql.ts';
import { addMessages } from '../../i18n/index.ts';
import { answer } from '../../testing/answers.ts';
import { mount } from '../../testing/mount.ts';
import Headline from './headline.vue';
import messages from './messages.ts';
import type { OverviewUnit } from './use-overview.ts';

addMessages(messages);

const figure = (
  id: MetricId,
  numerator: string,
  denominator: string | null = null,
  value: string | null = numerator,
) => ({
  id,
  value,
  numerator,
  denominator,
  atLeast: false,
  illustrative: false,
  noteZh: null,
  noteEn: null,
});
const kind = (key: string, count: string) => ({ key, values: [figure('IDENTIFIED', count)] });

/** A unit with so many villages and communities identified, of so many; the campaign asks for 10 % and 5 %. */
async function show(code: string, [villages, of]: [number, number], [communities, ofCommunities]: [number, number]) {
  answer(OverviewChangeDocument, () => ({ orgUnit: { code, report: { compare: [] } } }));
  const unit: OverviewUnit = {
    code,
    name: '仙游县',
    kind: 'COUNTY',
    level: 3,
    ancestors: [],
    children: [],
    report: {
      asOf: '2014-07-31',
      metrics: [
        figure('IDENTIFIED', String(villages + communities)),
        figure('IDENTIFICATION_RATIO', String(villages), String(of), '0.1'),
        figure('COMMUNITY_IDENTIFICATION_RATIO', String(communities), String(ofCommunities), '0.05'),
      ],
      kinds: { rows: [kind('village', String(villages)), kind('community', String(communities))] },
      ranking: [],
      all: { totalCount: 0, edges: [] },
    },
  };
  await mount(Headline, { at: `/c/county-2014/u/${code}`, props: { unit, cases: [], total: 0 } });
}

const line = page.getByText('村', { exact: false }).first();

test('says whether a quota is met, or how many organisations are short of it', async () => {
  await show('350322', [29, 297], [2, 40]);
  await expect.element(line).toMatchTextContent(/占 297 个村的 .*（应不低于 10%，还差 1 个）；/u);
  await expect.element(page.getByText('（不低于 5%，已达到）')).toBeVisible();
});

test('a quota that nothing counts towards yet is short too', async () => {
  await show('350322', [30, 300], [0, 40]);
  await expect.element(page.getByText('（不低于 10%，已达到）')).toBeVisible();
  await expect.element(page.getByText('（应不低于 5%，还差 2 个）')).toBeVisible();
});

test('below the unit of the campaign, and where there is nothing to take a share of, no quota is shown', async () => {
  await show('350322100', [0, 20], [1, 0]);
  await expect.element(page.getByText('社区', { exact: false }).first()).toBeVisible();
  expect(page.getByText('不低于', { exact: false }).elements()).toEqual([]);
  expect(page.getByText('0 个社区的', { exact: false }).elements()).toEqual([]);
});
