import { formatDay, type Lang } from '../format/index.ts';
import { inLang } from './card.ts';

/** Unit, campaign and day, as they stand in the subtitle of every card. */
export function placeLine(place: {
  readonly lang: Lang;
  readonly unitName: string;
  readonly campaign: { readonly zh: string; readonly en: string } | null;
  readonly asOf: string | null;
}): string {
  const { lang, unitName, campaign, asOf } = place;
  const day = formatDay(asOf, lang);
  const asOfDay = lang === 'en' ? `As of ${day}` : `截至 ${day}`;
  return joined(unitName, campaign ? inLang(campaign, lang) : '', asOfDay);
}

/** Parts of a subtitle, those without words left out. */
export const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
