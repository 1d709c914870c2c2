import { expect, test } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { withoutPage } from '../testing/without-page.ts';
import { routes } from './routes.ts';

test('links under the earlier name of the reminders page lead there, with unit, day and the rest of their query', async () => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: routes.map(withoutPage),
  });
  await router.push('/c/county-2014/u/350322/cards?asOf=2014-07-31&lang=en#issued');
  const { name, fullPath } = router.currentRoute.value;
  expect([name, fullPath]).toEqual(['reminders', '/c/county-2014/u/350322/reminders?asOf=2014-07-31&lang=en#issued']);
});
