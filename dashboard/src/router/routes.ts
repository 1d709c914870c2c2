import type { RouteRecordRaw } from 'vue-router';
import { isOverviewCached, prepareOverview } from '../features/overview/prepare-overview.ts';

declare module 'vue-router' {
  interface RouteMeta {
    /** The page has the window to itself, without the masthead. */
    bare?: boolean;
  }
}

/** One route a page; every page is a chunk of its own. The case page belongs to the unit it was opened from. */
export const routes: readonly RouteRecordRaw[] = [
  { path: '/', name: 'home', component: () => import('../features/home/home-page.vue') },
  {
    path: '/c/:campaign/u/:code',
    name: 'overview',
    component: () => import('../features/overview/overview-page.vue'),
    meta: { prefetch: { prepare: prepareOverview, isCached: isOverviewCached } },
  },
  {
    path: '/c/:campaign/u/:code/wallchart',
    name: 'wallchart',
    component: () => import('../features/wallchart/wallchart-page.vue'),
  },
  {
    path: '/c/:campaign/u/:code/poster',
    name: 'poster',
    component: () => import('../features/poster/poster-page.vue'),
  },
  {
    path: '/c/:campaign/u/:code/ledger',
    name: 'ledger',
    component: () => import('../features/ledger/ledger-page.vue'),
  },
  {
    path: '/c/:campaign/u/:code/case/:caseNo',
    name: 'case',
    component: () => import('../features/case/case-page.vue'),
  },
  {
    path: '/c/:campaign/u/:code/circulars',
    name: 'circulars',
    component: () => import('../features/circulars/circulars-page.vue'),
  },
  {
    path: '/c/:campaign/u/:code/circulars/:id',
    name: 'circular',
    component: () => import('../features/circulars/circular-page.vue'),
    meta: { ownDay: true },
  },
  {
    path: '/c/:campaign/u/:code/reminders',
    name: 'reminders',
    component: () => import('../features/reminders/reminders-page.vue'),
  },
  // Links that were sent under the page's earlier name.
  {
    path: '/c/:campaign/u/:code/cards',
    redirect: ({ params, query, hash }) => ({ name: 'reminders', params, query, hash }),
  },
  {
    path: '/c/:campaign/u/:code/briefing',
    name: 'briefing',
    component: () => import('../features/briefing/briefing-page.vue'),
    meta: { bare: true },
  },
  { path: '/metrics', name: 'metrics', component: () => import('../features/metrics/metrics-page.vue') },
  { path: '/imports', name: 'imports', component: () => import('../features/imports/imports-page.vue') },
  { path: '/:rest(.*)*', name: 'not-found', component: () => import('../features/home/not-found-page.vue') },
];
