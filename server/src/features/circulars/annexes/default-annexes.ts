import { KIND_FACTS, type ChartKind } from '../../charts/index.ts';
import type { AnnexChoice, TableId } from '../content/content.ts';
import type { FigureData } from '../figures/figure-data.ts';
import { factsOf } from '../sentences/facts.ts';
import { childrenOf } from '../sentences/words.ts';

/** The annexes that a new circular starts with: those that have something to show. */
export function planDefaultAnnexes(data: FigureData): AnnexChoice[] {
  const { lang, unit } = data.subject;
  const { some } = factsOf(data);
  const zh = lang === 'zh';
  const children = childrenOf(unit, lang, []);
  const table = (table: TableId, titleZh: string, titleEn: string): AnnexChoice => ({
    kind: 'table',
    table,
    title: zh ? titleZh : titleEn,
  });
  const chart = (chart: ChartKind): AnnexChoice => ({ kind: 'chart', chart, title: KIND_FACTS[chart].name[lang] });
  return [
    table('RANKING', `各${children}整顿进展情况表`, `Progress of the ${children}`),
    ...(some('OUTSTANDING') ? [table('OUTSTANDING', '未完成整顿党组织名单', 'Outstanding organisations')] : []),
    ...(some('VENUES_NEEDED') ? [table('VENUES', '活动场所建设情况表', 'Venues')] : []),
    // Bars of single organisations would rank them.
    ...(some('IDENTIFIED') && unit.level < 4 ? [chart('TOWNS')] : []),
    ...(some('IDENTIFIED') ? [chart('TREND')] : []),
  ];
}
