import type { Lang } from '../../../domain/text.ts';
import { textOf } from '../cells/raw-cell.ts';
import { matchSheets, type MatchedSheet } from '../match-sheets.ts';
import { ProblemLog, type Problem } from '../../../recording/problems.ts';
import { knownHeaders } from '../reading/header.ts';
import { LIMITS } from '../../../reading/limits.ts';
import type { SourceSheet } from '../reading/open-source.ts';
import { PROBLEM_SHEET, PROBLEM_TITLE } from './problem-list.ts';

const HAN = /\p{Script=Han}/u;

/** What must be known of a workbook's sheets before it is marked. */
export interface KnownSheets {
  /** name of the sheet by the key of what it holds */
  readonly byKey: ReadonlyMap<string, string>;
  /** lists of problems that an earlier marking left */
  readonly lists: ReadonlySet<string>;
  /** the language of its headers */
  readonly lang: Lang;
}

export async function knownSheets(sheets: readonly SourceSheet[]): Promise<KnownSheets> {
  const matched = await matchSheets(sheets, new ProblemLog());
  const lists = new Set<string>();
  for (const sheet of sheets) if (await isList(sheet)) lists.add(sheet.name);
  return {
    byKey: new Map(matched.map(({ spec, source }) => [spec.key, source.name])),
    lists,
    lang: await langOf(matched),
  };
}

/** The sheet of the workbook that a problem is about. */
export const sheetNameOf = ({ byKey }: KnownSheets, { sheet }: Problem): string => byKey.get(sheet) ?? sheet;

async function isList(sheet: SourceSheet): Promise<boolean> {
  const named = Object.values(PROBLEM_SHEET).some((name) => sheet.name.trim().startsWith(name));
  if (!named) return false;
  for await (const [first] of sheet.rows()) {
    const text = textOf(first?.cells[0]);
    return Object.values(PROBLEM_TITLE).some((title) => text.startsWith(title));
  }
  return false;
}

async function langOf(sheets: readonly MatchedSheet[]): Promise<Lang> {
  for (const { spec, source } of sheets) {
    if (HAN.test(source.name)) return 'zh';
    for await (const rows of source.rows()) {
      const head = rows.filter(({ row }) => row <= LIMITS.headerWithin);
      const known = head.map(({ cells }) => knownHeaders(spec, cells));
      const header = head[known.indexOf(Math.max(...known))];
      if (header) return header.cells.some((cell) => HAN.test(textOf(cell))) ? 'zh' : 'en';
      break;
    }
  }
  return sheets.length === 0 ? 'zh' : 'en';
}
