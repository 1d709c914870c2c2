import type { Lang } from '../../../graph/enums.ts';
import type { CaseFacts, CircularDesk, Subject } from '../../circulars/index.ts';
import type { OrgUnit } from '../../units/index.ts';
import type { Recipient } from './candidate.ts';

/** The post of a unit's secretary: 游洋镇党委书记, 鲤城街道党工委书记, 仙游县委书记. */
export function secretaryOf({ name, level }: Pick<OrgUnit, 'name' | 'level'>, lang: Lang): string {
  if (lang === 'en') return `Secretary of the Party ${level > 4 ? 'organisation' : 'committee'} of ${name}`;
  if (level < 4) return `${name}委书记`;
  if (level > 4) return `${name}党组织书记`;
  return name.endsWith('街道') ? `${name}党工委书记` : `${name}党委书记`;
}

/**
 * Who answers for each case: the contact leader on the cut-off, else the town's leader whom the ledger names, else the
 * secretary of the town. A case in a tree without towns is answered for by the unit itself.
 */
export async function recipientsOf(
  { units }: CircularDesk,
  { asOf, lang }: Subject,
  cases: readonly CaseFacts[],
): Promise<Recipient[]> {
  const codes = cases.map(({ row }) => row.townCode ?? row.unitCode);
  const found = await units.unit.loadMany(codes.map((code) => ({ code, on: asOf })));
  return cases.map(({ row, leader }, i) => {
    const unit = found[i];
    const town = unit && !(unit instanceof Error) ? unit : { name: row.unitName, level: 5 };
    if (leader) return { ...leader, as: leader.role === 'leader' ? 'leader' : 'unit', unitName: town.name };
    return { post: secretaryOf(town, lang), illustrative: false, as: 'unit', unitName: town.name };
  });
}
