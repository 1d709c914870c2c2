import type { Lang } from '../../../domain/text.ts';
import type { CaseFacts, DocumentContext, Subject } from '../../circulars/index.ts';
import type { OrgUnit } from '../../units/index.ts';
import type { Addressee } from './candidate.ts';

/** The Party committee of a unit, as it is addressed: 游洋镇党委, 鲤城街道党工委, 仙游县委. */
export function committeeOf({ name, level }: Pick<OrgUnit, 'name' | 'level'>, lang: Lang): string {
  if (lang === 'en') return `Party ${level > 4 ? 'organisation' : 'committee'} of ${name}`;
  if (level < 4) return `${name}委`;
  if (level > 4) return `${name}党组织`;
  return name.endsWith('街道') ? `${name}党工委` : `${name}党委`;
}

/** The post of its secretary: 游洋镇党委书记. */
export const secretaryOf = (unit: Pick<OrgUnit, 'name' | 'level'>, lang: Lang): string =>
  lang === 'en' ? `Secretary of the ${committeeOf(unit, lang)}` : `${committeeOf(unit, lang)}书记`;

/** A unit that answers for itself: its secretary, or its committee. */
export function addresseesOfUnit(
  code: string,
  unit: Pick<OrgUnit, 'name' | 'level'>,
  lang: Lang,
): [Addressee, Addressee] {
  const about = { illustrative: false, unitName: unit.name, unitCode: code, county: countyOf(code) };
  return [
    { ...about, kind: 'SECRETARY', post: secretaryOf(unit, lang) },
    { ...about, kind: 'COMMITTEE', post: committeeOf(unit, lang) },
  ];
}

/** Division codes (GB/T 2260) name the county by their first six digits. */
const countyOf = (code: string): string => code.slice(0, 6);

/**
 * Who can answer for each case: the contact leader on the cut-off, else the town's leader whom the ledger names, else the
 * secretary of the town; then the town's secretary and committee, and the unit that supports the organisation. A case in a
 * tree without towns is answered for by the unit itself.
 */
export async function addresseesOf(
  { units }: DocumentContext,
  { asOf, lang }: Subject,
  cases: readonly CaseFacts[],
): Promise<[Addressee, ...Addressee[]][]> {
  const codes = cases.map(({ row }) => row.townCode ?? row.unitCode);
  const found = await units.unit.loadMany(codes.map((code) => ({ code, on: asOf })));
  return cases.map(({ row, leader, supporter }, i) => {
    const unit = found[i];
    const town = unit && !(unit instanceof Error) ? unit : { name: row.unitName, level: 5 };
    const [secretary, committee] = addresseesOfUnit(codes[i]!, town, lang);
    const others = supporter ? [{ ...secretary, kind: 'UNIT' as const, ...supporter }] : [];
    if (!leader) return [secretary, committee, ...others];
    const { role, ...named } = leader;
    const own = { ...secretary, ...named, kind: role === 'leader' ? ('LEADER' as const) : ('TOWN_LEADER' as const) };
    return [own, secretary, committee, ...others];
  });
}

/** Matters whose addressees have the same name here go on one card. */
export const identityOf = ({ kind, post, unitCode, county }: Addressee): string =>
  [kind, kind === 'LEADER' || kind === 'UNIT' ? county : unitCode, post].join('|');
