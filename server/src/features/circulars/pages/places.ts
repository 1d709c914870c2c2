import type { Lang } from '../../../domain/text.ts';
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

/** The place of each heading and paragraph: by the heading above and the paragraph below it. */
export function placesOfBlocks(lang: Lang, { body }: CircularContent): string[] {
  let heading = '';
  let paragraph = 0;
  return body.content.map((node) => {
    if (node.type === 'heading') {
      heading = (node.content ?? []).map((inline) => (inline.type === 'text' ? inline.text : '')).join('');
      paragraph = 0;
    } else paragraph += 1;
    return lang === 'zh'
      ? [heading || '开头', `第${paragraph}段`].join('，')
      : [heading || 'Opening', `paragraph ${paragraph}`].join(', ');
  });
}

function placesInText(lang: Lang, content: CircularContent): [string, string][] {
  const places = placesOfBlocks(lang, content);
  return content.body.content.flatMap(({ content: nodes = [] }, i) =>
    nodes.flatMap((inline): [string, string][] =>
      inline.type === 'figure' ? [[inline.attrs.key, places[i] ?? '']] : [],
    ),
  );
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
