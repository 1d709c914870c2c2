import type { RouteRecordRaw } from 'vue-router';
import BriefingPage from '../briefing-page.vue';

/** The file has one page; what would be another page of the dashboard leads to the briefing of its unit. */
export function routesOf(campaign: string, unit: string): RouteRecordRaw[] {
  const briefing = (params: Readonly<Record<string, string>>) => ({ name: 'briefing', params });
  return [
    { path: '/c/:campaign/u/:code/briefing', name: 'briefing', component: BriefingPage },
    ...(['overview', 'ledger'] as const).map((name) => ({
      path: `/c/:campaign/u/:code/${name}`,
      name,
      redirect: (to: { params: Record<string, string | string[]> }) =>
        briefing({ campaign, code: String(to.params['code']) }),
    })),
    { path: '/:rest(.*)*', redirect: briefing({ campaign, code: unit }) },
  ];
}
