import type { Lang } from '../../../graph/enums.ts';
import type { AnnexPlan } from '../annexes/plan-annexes.ts';
import type { TablePlan } from '../annexes/table-plan.ts';
import type { CircularContent } from '../content/content.ts';

/** Where each figure is printed, in words, by its key. */
export function placesOf(
  lang: Lang,
  content: CircularContent,
  plans: readonly AnnexPlan[],
  written: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map([
    ...placesInText(lang, content),
    ...plans.flatMap((plan) => ('table' in plan ? placesInTable(lang, plan.title, plan.table, written) : [])),
  ]);
}

/** By the heading above and the paragraph below it. */
function placesInText(lang: Lang, { body }: CircularContent): [string, string][] {
  let heading = '';
  let paragraph = 0;
  return body.content.flatMap((node) => {
    const nodes = node.content ?? [];
    if (node.type === 'heading') {
      heading = nodes.map((inline) => (inline.type === 'text' ? inline.text : '')).join('');
      paragraph = 0;
    } else paragraph += 1;
    const place =
      lang === 'zh'
        ? [heading || '开头', `第${paragraph}段`].join('，')
        : [heading || 'Opening', `paragraph ${paragraph}`].join(', ');
    return nodes.flatMap((inline): [string, string][] => (inline.type === 'figure' ? [[inline.attrs.key, place]] : []));
  });
}

/** By the annex, the row's name (its second column) and the column. */
function placesInTable(
  lang: Lang,
  title: string,
  { columns, rows }: TablePlan,
  written: ReadonlyMap<string, string>,
): [string, string][] {
  return rows.flatMap((row) => {
    const name = row[1];
    const label = name ? ('bind' in name ? (written.get(name.key) ?? '') : name.text) : '';
    return row.flatMap((cell, i): [string, string][] => {
      if (!('bind' in cell)) return [];
      const parts = [lang === 'zh' ? `附件“${title}”` : `Annex "${title}"`, label, columns[i]?.title ?? ''];
      return [[cell.key, parts.filter(Boolean).join(lang === 'zh' ? '，' : ', ')]];
    });
  });
}
