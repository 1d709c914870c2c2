import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from '../../testing/mount.ts';
import CoverageLines from './coverage-lines.vue';
import type { CoveredValue } from './use-coverage.ts';

const short = { entered: 32, expected: 37 };
const show = (values: readonly CoveredValue[], query = '') =>
  mount(CoverageLines, { at: `/c/county-2014/u/350322?${query}`, props: { values } });

test('says once for how many organisations an entry is missing, and leads to their list on the same page', async () => {
  await show(
    [
      { id: 'OPERATING_DUE', coverage: short },
      { id: 'OPERATING_RATE', coverage: short },
      { id: 'VENUE_COST', coverage: { entered: 10, expected: 10 } },
      { id: 'VENUES_NEEDED', coverage: null },
      { id: 'COLLECTIVE_INCOME', coverage: { entered: 0, expected: 37 } },
    ],
    'asOf=2014-07-31',
  );
  const links = page.getByRole('link');
  await expect
    .poll(() => links.elements().map((link) => link.textContent))
    .toEqual(['运转经费：37个中5个未登记', '集体经济：37个中37个未登记']);
  await expect
    .element(links.first())
    .toHaveAttribute('href', '/c/county-2014/u/350322?asOf=2014-07-31&rows=OPERATING_DUE&rowsOf=missing');
});

test('says nothing where nothing is missing', async () => {
  const { element } = await show([{ id: 'OPERATING_DUE', coverage: { entered: 37, expected: 37 } }]);
  await expect.poll(() => element.textContent).toBe('');
});
