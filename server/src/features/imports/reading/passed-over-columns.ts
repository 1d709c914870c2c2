import type { Finding } from '../../../recording/problems.ts';
import type { SheetSpec } from '../../../ledger/sheets/index.ts';
import { plainName } from './column-name.ts';

export const isNote = (written: string): boolean =>
  /^(?:备注|备考|附注|备注说明|remarks?|comments?|notes?)$/.test(plainName(written));
const COUNTS_ROWS = /^(?:序号?|行号|顺序号?|项次|no\.?|#|serial(?:no\.?|number)?)$/;
const NAMES_PARENT = /^(?:上级|所属|隶属)(?:单位|乡镇|党委)?(?:名称)?$/;
const UNIT =
  '(?:单位|村|社区|村居|村社区|行政村|乡镇|镇|街道|镇街|镇街道|乡镇街道|县|县区|县市区|党组织|村党组织|基层党组织|组织)';
/** 村名, 乡镇, 所属镇, 软弱涣散党组织名称; not 单位 alone, which may be the unit of an amount */
const NAMES_UNIT = new RegExp(
  `^(?:软弱涣散)?(?:所属|所在)?${UNIT}(?:名称|名|全称)$|^(?:软弱涣散|所属|所在)${UNIT}$|^(?:村|社区|村居|行政村|乡镇|镇街|乡镇街道)$|^(?:unit|village|town|county)(?:name)?$`,
);

export type PassedOver = 'counts' | 'notes' | 'names';

/** Why a column holds nothing the ledger keeps: it counts the rows, or says in words what a code says already. */
export function passedOver(sheet: SheetSpec, written: string): PassedOver | null {
  const name = plainName(written);
  if (COUNTS_ROWS.test(name)) return 'counts';
  if (isNote(written)) return 'notes';
  return (sheet.key === 'units' ? NAMES_PARENT : NAMES_UNIT).test(name) ? 'names' : null;
}

const passed = (expected: Finding['expected'], message: Finding['message']): Omit<Finding, 'row'> => ({
  code: 'COLUMN_PASSED_OVER',
  severity: 'warning',
  expected,
  message,
});

export const PASSED_OVER: Record<Exclude<PassedOver, 'names'>, Omit<Finding, 'row'>> = {
  counts: passed(
    { zh: '本列可以保留，但不会存入', en: 'it may stay, but is not saved' },
    { zh: '本列只是给行编号，未读取', en: 'this column only numbers the rows; it was skipped' },
  ),
  notes: passed(
    {
      zh: '本表没有备注列；需要保留的内容请写入本表的其他列',
      en: 'this sheet has no notes column; move what must be kept to another column',
    },
    { zh: '备注列未读取，其中文字不会保存', en: 'the notes were skipped and are not saved' },
  ),
};
