import { createI18n } from 'vue-i18n';
import type { Lang } from '@wallchart/charts/format';
import frame from './messages.ts';
import { remember, remembered } from '../storage/remembered.ts';
import { terms } from '@wallchart/charts/terms';
import workbook from './workbook-words.ts';

/** Messages of one feature in both languages, under one top-level key: `{ 'zh-CN': { ledger: {…} }, en: { ledger: {…} } }`. */
type Messages = Readonly<Record<Lang, Readonly<Record<string, unknown>>>>;

const STORED = 'wallchart.language';

function startLanguage(): Lang {
  const given = new URLSearchParams(location.search).get('lang') ?? remembered(STORED);
  return given === 'en' ? 'en' : 'zh-CN';
}

export const i18n = createI18n({
  legacy: false,
  locale: startLanguage(),
  fallbackLocale: 'zh-CN',
  missingWarn: import.meta.env.DEV,
  fallbackWarn: false,
  messages: {
    'zh-CN': { ...frame['zh-CN'], ...terms['zh-CN'], ...workbook['zh-CN'] },
    en: { ...frame.en, ...terms.en, ...workbook.en },
  },
});

const added = new WeakSet<object>();

/** Adds a feature's messages once; its page module calls this when it loads. */
export function addMessages(messages: Messages): void {
  if (added.has(messages)) return;
  added.add(messages);
  for (const lang of ['zh-CN', 'en'] as const) i18n.global.mergeLocaleMessage(lang, messages[lang]);
}

/** Switches at once, remembers, and tells assistive technology. */
export function setLanguage(lang: Lang): void {
  i18n.global.locale.value = lang;
  remember(STORED, lang);
  document.documentElement.lang = lang;
}
