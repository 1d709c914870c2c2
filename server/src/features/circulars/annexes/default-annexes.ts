import type { AnnexChoice } from '../content/content.ts';
import type { FigureData } from '../figures/figure-data.ts';
import { factsOf } from '../sentences/facts.ts';
import { childrenOf } from '../sentences/words.ts';

/** The annexes that a new circular starts with: those that have something to show. */
export function planDefaultAnnexes(data: FigureData): AnnexChoice[] {
  const { lang, unit } = data.subject;
  const { some } = factsOf(data);
  const zh = lang === 'zh';
  const children = childrenOf(unit, lang, []);
  const annexes: AnnexChoice[] = [
    { kind: 'table', table: 'RANKING', title: zh ? `各${children}整顿进展情况表` : `Progress of the ${children}` },
  ];
  if (some('OUTSTANDING')) {
    annexes.push({
      kind: 'table',
      table: 'OUTSTANDING',
      title: zh ? '未完成整顿党组织名单' : 'Outstanding organisations',
    });
  }
  if (some('VENUES_NEEDED')) {
    annexes.push({ kind: 'table', table: 'VENUES', title: zh ? '活动场所建设情况表' : 'Venues' });
  }
  return annexes;
}
