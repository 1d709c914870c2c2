import { createRouter, createWebHistory } from 'vue-router';
import { keepUntilReady } from '../address/prefetch-page.ts';
import { routes } from './routes.ts';

export const router = createRouter({
  history: createWebHistory(),
  routes: [...routes],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});

keepUntilReady(router);
