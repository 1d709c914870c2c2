import type { Lang } from '../../../domain/text.ts';
import type { Run } from '../../../rendering/document/official-document.ts';
import type { CardPlan } from '../plan-reminders.ts';
import type { Candidate, Addressee } from '../rules/index.ts';
import { words } from './blocks.ts';

/** 你镇, 你乡, 你街道, 你县, 你村: how a unit is spoken to. */
function yourUnit(name: string): string {
  const kind = /(街道|社区|[省市州县区旗镇乡村])$/.exec(name)?.[1];
  return kind ? `你${kind}` : '你单位';
}

/** How an addressee is tied to an organisation: 您挂钩联系的, 你单位挂钩帮扶的, 你镇. */
function tieOf({ kind, unitName }: Addressee): string {
  if (kind === 'LEADER') return '您挂钩联系的';
  return kind === 'UNIT' ? '你单位挂钩帮扶的' : yourUnit(unitName);
}

/** Whether an addressee stands outside the town, so that an organisation is named with its town. */
const fromOutside = ({ kind }: Addressee): boolean => kind === 'LEADER' || kind === 'UNIT';

/** An organisation as its addressee names it: 游洋镇鲁头村 to a contact leader, 鲁头村 to the town. */
export const nameFor = (addressee: Addressee, { organisation, unitShort }: Candidate, lang: Lang): Run => ({
  text: lang === 'en' || fromOutside(addressee) ? organisation.text : unitShort,
  illustrative: organisation.illustrative,
});

/**
 * Whom or what a card speaks of, from its reader's side: 您挂钩联系的游洋镇鲁头村 to a contact leader, 你镇鲁头村 to the
 * town, 你镇 to the town about its own reports, 您挂钩联系的3个 for several.
 */
export function whomOf({ addressee, matters }: CardPlan, lang: Lang): readonly Run[] {
  const [matter, ...others] = matters;
  const tie = words(tieOf(addressee));
  if (others.length > 0) return lang === 'en' ? [words(`The ${matters.length}`)] : [tie, words(`${matters.length}个`)];
  const name = nameFor(addressee, matter, lang);
  if (lang === 'en') return [name];
  if (matter.caseNo === null || matter.unitShort === addressee.unitName) {
    return fromOutside(addressee) ? [tie, name] : [tie];
  }
  return [tie, name];
}
