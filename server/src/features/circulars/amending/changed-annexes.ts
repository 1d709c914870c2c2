import type { Annex, OfficialDocument, Picture, Run, Table } from '../../../rendering/document/official-document.ts';

/** A chart that shows other figures, or a cell of words in a table that says something else. */
export interface ChangedAnnex {
  readonly key: string;
  readonly place: string;
  /** Null for a chart of which no words changed. */
  readonly before: string | null;
  readonly after: string | null;
  readonly chart: boolean;
  /** Key of a figure in the same row. */
  readonly beside: string | null;
}

/** What annexes of two editions show differently beyond their figures; those that only one of them has are left out. */
export function changedAnnexes(before: OfficialDocument, after: OfficialDocument): ChangedAnnex[] {
  const earlier = new Map(before.annexes.map((annex) => [annex.title, annex]));
  return after.annexes.flatMap((annex, i) => {
    const was = earlier.get(annex.title);
    return was ? changedIn(was, annex, i, after.lang) : [];
  });
}

function changedIn(was: Annex, is: Annex, at: number, lang: OfficialDocument['lang']): ChangedAnnex[] {
  const [old, now] = [was.blocks[0], is.blocks[0]];
  const place = lang === 'zh' ? `附件“${is.title}”` : `Annex "${is.title}"`;
  if (old?.kind === 'picture' && now?.kind === 'picture') return changedPicture(old, now, `annex.${at + 1}`, place);
  if (old?.kind === 'table' && now?.kind === 'table') return changedCells(old, now, `annex.${at + 1}`, place, lang);
  return old?.kind === now?.kind ? [] : [chart(`annex.${at + 1}`, place, null, null)];
}

const chart = (key: string, place: string, before: string | null, after: string | null): ChangedAnnex => ({
  key,
  place,
  before,
  after,
  chart: true,
  beside: null,
});

/** Compares what the chart shows; how it is drawn may differ from one version to the next. */
function changedPicture(was: Picture, is: Picture, key: string, place: string): ChangedAnnex[] {
  if (was.description === is.description && was.note === is.note) return [];
  return [was.note === is.note ? chart(key, place, null, null) : chart(key, place, was.note, is.note)];
}

/** Cells of words from the third column on, row by row of the same name. */
function changedCells(
  was: Table,
  is: Table,
  key: string,
  place: string,
  lang: OfficialDocument['lang'],
): ChangedAnnex[] {
  const earlier = new Map(was.rows.map((row) => [nameOf(row), row]));
  return is.rows.flatMap((row, r) =>
    row.flatMap((cell, c): ChangedAnnex[] => {
      const old = earlier.get(nameOf(row))?.[c];
      if (c < 2 || !old || old.figure || cell.figure || old.text === cell.text) return [];
      const where = [place, nameOf(row), is.columns[c]?.title ?? ''].join(lang === 'zh' ? '，' : ', ');
      const beside = row.find(({ figure }) => figure)?.figure?.key ?? null;
      return [
        { key: `${key}.${r + 1}.${c + 1}`, place: where, before: old.text, after: cell.text, chart: false, beside },
      ];
    }),
  );
}

const nameOf = (row: readonly Run[]): string => row[1]?.text ?? '';
