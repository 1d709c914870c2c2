import { useLocalStorage } from '@vueuse/core';
import { computed, watch } from 'vue';
import { useRoute, type RouteLocationRaw } from 'vue-router';
import { carriedQuery } from '../address/address.ts';
import { useAddress } from '../address/use-address.ts';
import { openOverlay } from './overlays.ts';
import { useLanguageSwitch } from './use-address-language.ts';
import { useTheme } from './use-theme.ts';

export interface NavLink {
  readonly name: 'overview' | 'wallchart' | 'ledger' | 'circulars' | 'reminders' | 'metrics' | 'imports';
  readonly to: RouteLocationRaw;
  readonly current: boolean;
}

const UNIT_PAGES = ['overview', 'wallchart', 'ledger', 'circulars', 'reminders'] as const;
const PLAIN_PAGES = ['metrics', 'imports'] as const;

/** Before the first page is known its address tells, so that the masthead does not grow on arrival. */
const STARTS_IN_CAMPAIGN = location.pathname === '/' || location.pathname.startsWith('/c/');

/** Links of the masthead. Pages without a unit lead back to the unit that was last on screen. */
export function useAddressHeader() {
  const route = useRoute();
  const { address } = useAddress();
  const { theme, toggle } = useTheme();
  const arriving = (): boolean => route.matched.length === 0;
  const last = useLocalStorage('wallchart.last', { campaign: '', code: '' });
  watch(
    address,
    ({ campaign, code }) => {
      if (campaign !== '' && code !== '') last.value = { campaign, code };
    },
    { immediate: true },
  );

  const links = computed<NavLink[]>(() => {
    const query = carriedQuery(route.query);
    const place = address.value.campaign === '' ? last.value : address.value;
    const params = { campaign: place.campaign, code: place.code };
    const unitPages = UNIT_PAGES.map((name) => ({
      name,
      to: place.campaign === '' ? { name: 'home', query } : { name, params, query },
      current: route.name === name || (name === 'circulars' && route.name === 'circular'),
    }));
    return [...unitPages, ...PLAIN_PAGES.map((name) => ({ name, to: { name, query }, current: route.name === name }))];
  });

  return {
    links,
    /** The page shows something that has a day of its own. */
    ownDay: computed(() => route.meta['ownDay'] === true),
    inCampaign: computed(() => (arriving() ? STARTS_IN_CAMPAIGN : address.value.campaign !== '')),
    theme,
    toggleTheme: toggle,
    switchLanguage: useLanguageSwitch(),
    openSearch: () => openOverlay('search'),
  };
}
