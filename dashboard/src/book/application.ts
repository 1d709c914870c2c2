import { createApp, type App, type Component } from 'vue';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { i18n } from '../i18n/index.ts';
import { routes } from '../router/routes.ts';
import { withoutPage } from '../testing/without-page.ts';

/** Where a link leads is all that a component alone shows of other pages. */
const places = routes.map(withoutPage);

/** The application with one component in it, at an address of its own; not mounted yet. */
export async function applicationOf(
  component: Component,
  at: string,
): Promise<{ readonly app: App; readonly router: Router }> {
  const router = createRouter({ history: createMemoryHistory(), routes: places });
  await router.push(at);
  return { app: createApp(component).use(i18n).use(router), router };
}
