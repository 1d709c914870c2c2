import { useMediaQuery } from '@vueuse/core';
import { computed, shallowRef, watch } from 'vue';
import { remember, remembered } from '../storage/remembered.ts';
import { printing } from './use-printing.ts';

export type Theme = 'light' | 'dark';

const STORED = 'wallchart.theme';
const read = remembered(STORED);
const chosen = shallowRef<Theme | null>(read === 'dark' || read === 'light' ? read : null);
const systemDark = useMediaQuery('(prefers-color-scheme: dark)');

const theme = computed<Theme>(() => chosen.value ?? (systemDark.value ? 'dark' : 'light'));

watch(theme, (value) => (document.documentElement.dataset['theme'] = value), { immediate: true });

/** The theme on screen; charts are drawn for paper while printing. */
export function useTheme() {
  return {
    theme,
    chartTheme: computed<Theme | 'print'>(() => (printing.value ? 'print' : theme.value)),
    toggle: (): void => {
      chosen.value = theme.value === 'dark' ? 'light' : 'dark';
      remember(STORED, chosen.value);
    },
  };
}
