import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { CampaignsDocument } from '../generated/graphql.ts';
import { answer } from '../testing/answers.ts';
import { mount } from '../testing/mount.ts';
import HomePage from './home-page.vue';

test('an installation without a campaign says in three steps how to begin', async () => {
  answer(CampaignsDocument, () => ({ campaigns: [] }));
  const { router } = await mount(HomePage, { at: '/' });
  await expect.element(page.getByRole('heading', { level: 1, name: '还没有任何整顿批次' })).toBeVisible();
  const steps = page.getByRole('listitem');
  expect(steps.elements()).toHaveLength(3);
  await expect.element(page.getByText(/最少填四张表：单位、整顿批次、台账、进度/u)).toBeVisible();
  const links = ['下载空白模板', '下载填好的样本'].map((name) =>
    page.getByRole('link', { name }).element().getAttribute('href'),
  );
  expect(links).toEqual(['/template.xlsx?lang=zh', '/template.xlsx?lang=zh&sample=county-2014']);
  await page.getByRole('link', { name: '去导入' }).click();
  expect(router.currentRoute.value.name).toBe('imports');
});
