import { comparable } from '../../domain/narrow.ts';
import { nearest } from './nearest.ts';
import type { ProblemLog } from '../../recording/problems.ts';
import type { SourceSheet } from './reading/open-source.ts';
import { SHEETS, type SheetSpec } from '../../ledger/sheets/index.ts';
import { specOf } from '../../ledger/sheets/spec-of.ts';

export { specOf };

/** Sheets of the template, and of an exported ledger, that hold no data. */
export const GUIDE_SHEETS: readonly string[] = ['填写说明', 'guide', '说明', 'notes'];

/** Sheets of the template that list the words to enter. */
export const WORD_SHEETS = ['代码表', 'words'] as const;

/** The template's guide, and the list of problems in a workbook that came back marked. */
const holdsNoData = (name: string): boolean =>
  [...GUIDE_SHEETS, ...WORD_SHEETS].some((guide) => comparable(guide) === comparable(name)) ||
  /^(?:问题清单|Problems)\d*$/.test(name.trim());

export interface MatchedSheet {
  readonly spec: SheetSpec;
  readonly source: SourceSheet;
}

/** What offices put around the name of a sheet: 1.台账, 附件2：台账, 台账（7月）, 台账 (1), 台账表. Other words may mean other data. */
const BEFORE =
  /^(?:附件|附表|表)?(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、:：]+|(?:附件|附表|表)(?:\d{1,2}|[一二三四五六七八九十]))[:：.、]?/;
const BEHIND =
  /[(（](?:\d{1,2}|\d{4}年?|(?:\d{4}年)?\d{1,2}月份?|(?:\d{4}年)?\d{1,2}月\d{1,2}日|第?[一二三四1-4]季度|最新|定稿|终稿|正式)[)）]$|表$/;

const specBehind = (name: string): SheetSpec | undefined => {
  const bare = comparable(name).replace(BEFORE, '');
  return [bare, bare.replace(BEHIND, '')].map(specOf).find((spec) => spec !== undefined);
};

const isEmpty = async (source: SourceSheet): Promise<boolean> => {
  for await (const rows of source.rows()) if (rows.length > 0) return false;
  return true;
};

/**
 * Finds out which sheet of the workbook is which, in the order in which they are written. Empty sheets of another name
 * (Sheet2, Sheet3) are skipped.
 */
export async function matchSheets(sources: readonly SourceSheet[], log: ProblemLog): Promise<MatchedSheet[]> {
  const matched = new Map<SheetSpec, SourceSheet>();
  const take = (spec: SheetSpec, source: SourceSheet): boolean => {
    const first = matched.get(spec);
    if (first) log.add(spec, twice(source.name, first.name));
    else matched.set(spec, source);
    return !first;
  };
  const others: SourceSheet[] = [];
  for (const source of sources) {
    const spec = specOf(source.name);
    if (!spec) others.push(source);
    else if (take(spec, source) && source.hidden) log.add(spec, hidden);
  }
  for (const source of others) {
    const spec = source.hidden ? undefined : specBehind(source.name);
    if (!spec || (await isEmpty(source))) await reportUnknown(source, log);
    else if (take(spec, source)) log.add(spec, named(source.name, spec));
  }
  if (matched.size === 0 && log.errorCount === 0) log.add('', noSheets);
  return SHEETS.flatMap((spec) => {
    const source = matched.get(spec);
    return source ? [{ spec, source }] : [];
  });
}

async function reportUnknown(source: SourceSheet, log: ProblemLog): Promise<void> {
  if (holdsNoData(source.name) || (await isEmpty(source))) return;
  const near = nearest(source.name, SHEETS);
  log.add(source.name, {
    value: source.name,
    code: 'UNKNOWN_SHEET',
    severity: source.hidden ? 'warning' : 'error',
    expected: near
      ? { zh: `最接近的表名“${near.zh}”（${near.key}）`, en: `the nearest known sheet, ${near.key} (${near.zh})` }
      : {
          zh: `这些表之一：${SHEETS.map((spec) => spec.zh).join('、')}；不需要的表请删去`,
          en: `one of the sheets ${SHEETS.map((spec) => spec.key).join(', ')}; otherwise delete it`,
        },
    message: source.hidden
      ? { zh: '没有这个表；隐藏的表未读取', en: 'unknown sheet; it is hidden, so it was skipped' }
      : { zh: '没有这个表', en: 'unknown sheet' },
  });
}

const twice = (name: string, first: string) => ({
  value: name,
  code: 'SHEET_TWICE',
  expected: { zh: '每个表只出现一次', en: 'each sheet once' },
  message: { zh: `与“${first}”是同一个表`, en: `the same sheet as “${first}”` },
});

const named = (name: string, spec: SheetSpec) =>
  ({
    value: name,
    code: 'SHEET_NAMED_OTHERWISE',
    severity: 'warning',
    expected: { zh: `表名“${spec.zh}”`, en: `the name ${spec.key} (${spec.zh})` },
    message: { zh: `按“${spec.zh}”读取`, en: `it was read as ${spec.key} (${spec.zh})` },
  }) as const;

const hidden = {
  code: 'HIDDEN_SHEET',
  severity: 'warning',
  expected: { zh: '可见的工作表', en: 'a visible sheet' },
  message: { zh: '此表被隐藏，仍已读取', en: 'this sheet is hidden; it was read anyway' },
} as const;

const noSheets = {
  code: 'NO_SHEETS',
  expected: { zh: SHEETS.map((spec) => spec.zh).join('、'), en: SHEETS.map((spec) => spec.key).join(', ') },
  message: { zh: '没有可读取的表', en: 'no sheet to read' },
};
