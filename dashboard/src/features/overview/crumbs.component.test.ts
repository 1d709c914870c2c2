import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '../../testing/mount.ts';
import Crumbs from './crumbs.vue';

const unit = (code: string, name: string) => ({
  name,
  to: { name: 'overview', params: { campaign: 'county-2014', code } },
});
const trail = page.getByRole('navigation', { name: '层级' });

test('the trail of levels names the unit on screen and leads up', async () => {
  const { router } = await mount(Crumbs, {
    at: '/c/county-2014/u/350322108/case/2014-022',
    props: { name: '西南村', crumbs: [unit('350322', '仙游县'), unit('350322108', '大济镇')], children: [] },
  });
  const levels = trail.getByRole('listitem').elements();
  expect(levels.map((level) => level.textContent.replaceAll(/[\s▸]/gu, ''))).toEqual(['仙游县', '大济镇', '西南村']);
  expect(levels.map((level) => level.getAttribute('aria-current'))).toEqual([null, null, 'page']);
  await trail.getByRole('link', { name: '大济镇' }).click();
  await expect.poll(() => router.currentRoute.value.fullPath).toBe('/c/county-2014/u/350322108');
  await trail.getByRole('link', { name: '仙游县' }).click();
  await expect.poll(() => router.currentRoute.value.fullPath).toBe('/c/county-2014/u/350322');
});

test('the units below are a menu that the keyboard goes down', async () => {
  const { router } = await mount(Crumbs, {
    props: { name: '仙游县', crumbs: [], children: [unit('350322101', '榜头镇'), unit('350322108', '大济镇')] },
  });
  trail.getByRole('button').element().focus();
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() =>
      page
        .getByRole('menuitem')
        .elements()
        .map((one) => one.textContent.trim()),
    )
    .toEqual(['榜头镇', '大济镇']);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.poll(() => router.currentRoute.value.path).toBe('/c/county-2014/u/350322108');
});
