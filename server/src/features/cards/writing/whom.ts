import type { Run } from '../../../exports/document/official-document.ts';
import type { Lang } from '../../../graph/enums.ts';
import type { Candidate } from '../rules/index.ts';
import { words } from './blocks.ts';

/** 你镇, 你乡, 你街道, 你县, 你村: how a unit is spoken to. */
function yourUnit(name: string): string {
  const kind = /(街道|社区|[省市州县区旗镇乡村])$/.exec(name)?.[1];
  return kind ? `你${kind}` : '你单位';
}

/**
 * Whom or what a card speaks of, from its reader's side: 您挂钩联系的游洋镇鲁头村 to a contact leader, 你镇鲁头村 to the
 * town, 你镇 to the town about its own reports.
 */
export function whomOf({ recipient, organisation, caseNo, unitShort }: Candidate, lang: Lang): readonly Run[] {
  const { illustrative } = organisation;
  if (lang === 'en') return [{ text: organisation.text, illustrative }];
  if (recipient.as === 'leader') return [words('您挂钩联系的'), { text: organisation.text, illustrative }];
  const you = yourUnit(recipient.unitName);
  if (caseNo === null || unitShort === recipient.unitName) return [words(you)];
  return [words(you), { text: unitShort, illustrative }];
}
