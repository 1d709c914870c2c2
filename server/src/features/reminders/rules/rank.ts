import { issuerOf, type Subject } from '../../circulars/index.ts';
import type { Addressee } from './candidate.ts';

/** Why a card should not go to an addressee unasked: it heads the office that issues, or ranks above it. */
export const ADDRESSEE_WARNINGS = ['HEADS_ISSUER', 'OUTRANKS'] as const;
export type AddresseeWarning = (typeof ADDRESSEE_WARNINGS)[number];

const LEVELS: Readonly<Record<string, number>> = { 省: 1, 市: 2, 县: 3, 区: 3, 旗: 3, 镇: 4, 乡: 4, 街道: 4 };
const LEVEL = /省|市|县|区|旗|镇|乡|街道/;

/** Who leads a Party committee, a government, a congress or a consultative conference, a court or a procuratorate. */
const LEADING =
  /[省市县区旗]长|[省市县区旗](委(书记|副书记|常委|常务委员)|纪委书记|监委主任|人大(常委会)?(党组书记|副?主任)|政协(党组书记|副?主席)|(人民)?法院院长|(人民)?检察院检察长)/;

/**
 * Whether an addressee heads the office that issues or ranks above it, by the words of its post. An organisation department
 * ranks below those who lead its county; a committee issues to whom it leads.
 */
export function warningOf({ unit }: Subject, { kind, post, unitCode }: Addressee): AddresseeWarning | null {
  const department = unit.level < 4;
  if (!department && unitCode === unit.code && (kind === 'SECRETARY' || kind === 'COMMITTEE')) return 'HEADS_ISSUER';
  if (kind === 'SECRETARY' || kind === 'COMMITTEE') {
    return department && unitCode === unit.code ? 'OUTRANKS' : null;
  }
  const own = LEVEL.exec(unit.name.slice(-2))?.[0] ?? '';
  const named = LEVEL.exec(post)?.[0] ?? '';
  const level = named === own ? unit.level : (LEVELS[named] ?? unit.level);
  if (level < unit.level) return 'OUTRANKS';
  if (level > unit.level) return null;
  if (!department) return /(党工?委|[镇乡])书记/.test(post) && !/副书记/.test(post) ? 'HEADS_ISSUER' : null;
  // 中共仙游县委组织部: what heads it is 组织部部长 or 组织部长, never 副部长.
  const office = issuerOf(unit, 'zh').split('委').at(-1)!;
  if (new RegExp(`${office}(${office.slice(-1)})?长`).test(post)) return 'HEADS_ISSUER';
  return LEADING.test(post) ? 'OUTRANKS' : null;
}
