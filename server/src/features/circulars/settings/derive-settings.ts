import type { Lang } from '../../../domain/text.ts';
import type { OrgUnit } from '../../units/index.ts';
import { childrenOf, scopeOf } from '../sentences/words.ts';

/** The date of a circular, TODAY or that of its cut-off; null: today while the cut-off is recent, else the cut-off. */
export type Dated = 'TODAY' | 'CUT_OFF';

/** Everything an office's circulars print around the body text. */
export interface OfficeSettings {
  readonly issuer: string;
  /** 机关代字: 仙委组 in 仙委组〔2014〕1号. */
  readonly issuerCode: string | null;
  readonly addressees: string | null;
  readonly copies: string | null;
  readonly printedBy: string;
  readonly dated: Dated | null;
}

/** What the tree and the ledger tell of an office. */
export interface Office {
  readonly unit: Pick<OrgUnit, 'code' | 'name' | 'level'>;
  /** Null where the tree has none. */
  readonly above: Pick<OrgUnit, 'name' | 'level'> | null;
  /** Kinds of the units below. */
  readonly childKinds: readonly string[];
  /** Units (挂钩帮扶单位) answer for organisations of the ledger. */
  readonly hasResponsibleUnits: boolean;
  /** What a unit is called in the language of the settings. */
  readonly nameOf: (name: string) => string;
}

/** Who issues: 中共仙游县委组织部; a town's committee issues its own. */
export function issuerOf(
  { name, level }: Pick<OrgUnit, 'name' | 'level'>,
  lang: Lang,
  nameOf: Office['nameOf'] = (zh) => zh,
): string {
  if (lang === 'en') {
    const committee = `Party Committee of ${nameOf(name)}`;
    return level >= 4 ? committee : `Organisation Department of the ${committee}`;
  }
  if (level < 4) return `中共${name}委组织部`;
  return name.endsWith('街道') ? `中共${name}工作委员会` : `中共${name}委员会`;
}

/** Defaults of an office's circulars if it has saved no settings. */
export function deriveSettings(office: Office, lang: Lang): OfficeSettings {
  const issuer = issuerOf(office.unit, lang, office.nameOf);
  return {
    issuer,
    issuerCode: lang === 'zh' ? issuerCodeOf(office.unit) : null,
    addressees: addresseesOf(office, lang),
    copies: copiesOf(office, lang),
    printedBy: lang === 'zh' ? `${issuer}办公室` : `Office of the ${issuer}`,
    dated: null,
  };
}

/** 仙委组, 钟委, 鲤工委: by the first character of the name; a province has one of its own that no name tells. */
function issuerCodeOf({ name, level }: Pick<OrgUnit, 'name' | 'level'>): string | null {
  const first = /^./u.exec(name)?.[0] ?? '';
  if (level === 1 || first === '') return null;
  if (level < 4) return `${first}委组`;
  return name.endsWith('街道') ? `${first}工委` : `${first}委`;
}

/** Those who can answer: the committees below, and the units that answer for an organisation. */
function addresseesOf({ unit, childKinds, hasResponsibleUnits }: Office, lang: Lang): string {
  const children = childrenOf(unit, lang, childKinds);
  if (lang === 'en') {
    const units = hasResponsibleUnits && unit.level < 4 ? ' and the units responsible' : '';
    return `To the Party organisations of the ${children}${units}`;
  }
  if (unit.level >= 4) return '各村（社区）党组织';
  const below =
    unit.level < 3
      ? `各${children}党委组织部`
      : childKinds.includes('street')
        ? '各乡镇（街道）党（工）委'
        : '各乡镇党委';
  return hasResponsibleUnits ? `${below}，${shortOf(unit.name)}直有关单位党组（党委）` : below;
}

function copiesOf({ unit, above, nameOf }: Office, lang: Lang): string {
  if (lang === 'en') {
    const department = above
      ? `The Organisation Department of the Party Committee of ${nameOf(above.name)}`
      : 'The Party organisation above';
    return `${department}; the leaders of ${scopeOf(unit, lang)}`;
  }
  const department = `${above ? committeeOf(above.name) : committeeByCode(unit)}组织部`;
  if (unit.level >= 4) return `${department}，各挂钩联系单位`;
  const short = shortOf(unit.name);
  return `${department}，${short}委、${short}人大常委会、${short}政府、${short}政协领导`;
}

/** 县 of 仙游县, as the offices of a county call it. */
const shortOf = (name: string): string => /[省市县区旗盟州]$/.exec(name)?.[0] ?? '';

/** 市委 of 莆田市, 地委 of 大兴安岭地区, 自治区党委 of 内蒙古自治区. */
function committeeOf(name: string): string {
  if (name.endsWith('自治区')) return '自治区党委';
  if (name.endsWith('地区')) return '地委';
  return `${shortOf(name) || name}委`;
}

const AUTONOMOUS_REGIONS = new Set(['15', '45', '54', '64', '65']);
const MUNICIPALITIES = new Set(['11', '12', '31', '50']);

/** The committee above where the tree does not go so far: GB/T 2260 tells a city from a prefecture by the third and fourth digit. */
function committeeByCode({ code, level }: Office['unit']): string {
  const [province, middle] = [code.slice(0, 2), Number(code.slice(2, 4))];
  if (level === 3 && (MUNICIPALITIES.has(province) || (middle >= 1 && middle <= 20) || (middle >= 51 && middle <= 70)))
    return '市委';
  if (level === 2 || (level === 3 && middle === 90)) return AUTONOMOUS_REGIONS.has(province) ? '自治区党委' : '省委';
  return '上级党委';
}
