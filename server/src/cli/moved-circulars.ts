import 'reflect-metadata';
import type { SystemDb } from '../database/handles.ts';
import type { Principal } from '../domain/principal.ts';
import type { Lang } from '../domain/text.ts';
import { movedByRun, type MovedCircular } from '../features/circulars/index.ts';
import { contextOfDatabase } from './document-context.ts';

/** The sealed circulars that an import touched, as facts and as lines. */
export async function tellMoved(system: SystemDb, viewer: Principal, recordedAt: string) {
  const moved = await movedByRun(contextOfDatabase(system, viewer), recordedAt);
  const lines = (lang: Lang): string[] => moved.map((circular) => movedLine(circular, lang));
  return { facts: moved.map(factsOfMoved), lines: { zh: lines('zh'), en: lines('en') } };
}

const factsOfMoved = ({ row, edition, figures }: MovedCircular) => ({
  circular: row.id,
  campaign: row.campaign,
  unit: row.unitCode,
  asOf: row.asOf,
  number: edition.number,
  edition: edition.edition,
  title: edition.title,
  figures,
});

/** `影响已定稿的通报 仙委组〔2014〕1号（2014-07-31）：定稿后有25个数字变化` */
function movedLine({ row, edition, figures }: MovedCircular, lang: Lang): string {
  const { number } = edition;
  if (lang === 'zh')
    return `影响已定稿的通报 ${number}（${row.asOf}）：定稿后有${figures.length}个数字变化，可印发更正`;
  return `affects the sealed circular ${number} (${row.asOf}): ${figures.length} figures have changed since; you can issue a corrected edition`;
}
