import type { Lang } from '../../../domain/text.ts';
import type { OrgUnit } from '../../units/index.ts';
import type { Subject } from '../subject.ts';

const ZH_CHILDREN = { 1: '市（州）', 2: '县（市、区）', 4: '村（社区）' } as const;
const EN_CHILDREN = { 1: 'prefectures', 2: 'counties', 3: 'towns', 4: 'villages and communities' } as const;

/** 全县, 全市, 全镇: a county-level city calls itself a city. */
export function scopeOf({ name, level }: Pick<OrgUnit, 'name' | 'level'>, lang: Lang): string {
  if (lang === 'en') {
    const kinds = { 1: 'province', 2: 'prefecture', 3: name.endsWith('市') ? 'city' : 'county', 4: 'town' };
    return `the ${kinds[level as keyof typeof kinds] ?? 'unit'}`;
  }
  if (name.endsWith('街道')) return '全街道';
  return `全${/[省市县区旗镇乡]$/.exec(name)?.[0] ?? '域'}`;
}

/** What the units below are called: 乡镇, or 乡镇（街道） where there is a street. */
export function childrenOf({ level }: Pick<OrgUnit, 'level'>, lang: Lang, kinds: readonly string[]): string {
  if (lang === 'en') return EN_CHILDREN[level as keyof typeof EN_CHILDREN] ?? 'units';
  if (level === 3) return kinds.includes('street') ? '乡镇（街道）' : '乡镇';
  return ZH_CHILDREN[level as keyof typeof ZH_CHILDREN] ?? '下级单位';
}

const ZH_UNITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
/** Chinese numerals from 一 to 十九. */
const ZH_NUMBERS = [...ZH_UNITS, ...ZH_UNITS.map((unit) => `十${unit}`)];
const EN_NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** 五个一: the checklist by the number of its items. */
const onesOf = (items: number, lang: Lang): string =>
  lang === 'zh' ? `“${ZH_NUMBERS[items] ?? items}个一”` : `"${EN_NUMBERS[items] ?? items} ones"`;

/** Who answers for what is late: those below and the units in charge, never the leaders whom the issuer serves. */
function answerableOf(unit: OrgUnit, lang: Lang, childKinds: readonly string[]): string {
  const children = childrenOf(unit, lang, childKinds);
  if (lang === 'en') return `The ${children} concerned and the units in charge are to`;
  if (unit.level >= 4) return '所在村（社区）党组织和责任单位';
  return unit.level === 3 ? `所在${children}党（工）委和责任单位` : `所在${children}党委和责任单位`;
}

/** What stands around the day that changes are counted from: 上期（…） where a circular was sealed, else the day alone. */
function lastWords(previous: Subject['previous'], lang: Lang): { lastFrom: string; lastTo: string } {
  if (!previous?.sealed) return { lastFrom: '', lastTo: '' };
  return lang === 'zh' ? { lastFrom: '上期（', lastTo: '）' } : { lastFrom: 'the last circular (', lastTo: ')' };
}

/** The words of a subject that sentences may name. */
export function wordsOf(
  { lang, nameOf, unit, campaign, previous }: Subject,
  childKinds: readonly string[],
): Record<string, string> {
  return {
    scope: scopeOf(unit, lang),
    unitName: nameOf(unit.name),
    campaign: lang === 'zh' ? campaign.nameZh : (campaign.nameEn ?? campaign.nameZh),
    children: childrenOf(unit, lang, childKinds),
    answerable: answerableOf(unit, lang, childKinds),
    ones: onesOf(campaign.checklist.length, lang),
    ...lastWords(previous, lang),
  };
}

/** 一、 in Chinese up to 十; I. II. in English. */
export function headingOrdinal(place: number, lang: Lang): string {
  if (lang === 'zh') return `${ZH_NUMBERS[place] ?? place}、`;
  return `${['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'][place] ?? place}. `;
}

/** 一是, 二是; (1), (2). */
export const paragraphOrdinal = (place: number, lang: Lang): string =>
  lang === 'zh' ? `${ZH_NUMBERS[place] ?? place}是` : `(${place}) `;
