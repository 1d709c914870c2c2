import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from '../../testing/mount.ts';
import FirstSteps from './first-steps.vue';

test('the first day of an office takes three steps', async () => {
  const { router } = await mount(FirstSteps, { at: '/' });
  const steps = page.getByRole('listitem');
  expect(steps.elements()).toHaveLength(3);
  await expect.element(page.getByText(/最少填四张表：单位、整顿批次、台账、进度/u)).toBeVisible();
  const links = ['下载空白模板', '下载填好的样例'].map((name) =>
    page.getByRole('link', { name }).element().getAttribute('href'),
  );
  expect(links).toEqual(['/template.xlsx?lang=zh', '/template.xlsx?lang=zh&sample=county-2014']);
  await page.getByRole('link', { name: '去导入' }).click();
  expect(router.currentRoute.value.name).toBe('imports');
});
