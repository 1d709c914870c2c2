import type { Lang } from '../../../graph/enums.ts';
import type { Text } from '../../../metrics/index.ts';
import type { Cause, CauseKind } from './erratum.ts';

const WORDS: Readonly<Record<CauseKind, Text>> = {
  CORRECTED: { zh: '更正台账记录{rows}条', en: 'corrected entry ({rows})' },
  LATE: { zh: '迟报补录{rows}条', en: 'late report ({rows})' },
  WITHDRAWN: { zh: '撤回台账记录{rows}条', en: 'withdrawn entry ({rows})' },
  MOVED: { zh: '单位或台账划转{rows}条', en: 'moved to another unit ({rows})' },
  DEFINITION: { zh: '指标口径调整', en: 'metric defined otherwise' },
  REBOUND: { zh: '改用其他指标', en: 'another figure chosen' },
  REMOVED: { zh: '删去', en: 'removed' },
  ADDED: { zh: '新增', en: 'added' },
  OTHER: { zh: '其他数据变动', en: 'other change of the data' },
};

/** 更正台账记录2条；单位或台账划转1条 */
export const reasonOf = (causes: readonly Cause[], lang: Lang): string =>
  causes.map(({ kind, rows }) => WORDS[kind][lang].replace('{rows}', String(rows))).join(lang === 'zh' ? '；' : '; ');

export const ERRATUM_WORDS = {
  zh: {
    title: '更正说明',
    columns: ['序号', '位置', '原为', '更正为', '原因'],
    late: '迟报补录：截止日前发生、原版印发后登记的记录。',
    notice: (number: string, edition: number, lines: number) =>
      lines > 0
        ? `本通报原以${number}印发，现更正${lines}处，重新印发（第${edition}版），更正内容见附件“更正说明”，请以本版为准。`
        : `本通报原以${number}印发，现重新印发（第${edition}版），数据没有变动，请以本版为准。`,
  },
  en: {
    title: 'Erratum',
    columns: ['No.', 'Place', 'Was', 'Is', 'Why'],
    late: 'Late report: in effect by the cut-off, recorded after the sealing.',
    notice: (number: string, edition: number, lines: number) =>
      lines > 0
        ? `First issued as ${number}; this is edition ${edition} with ${lines} corrections, listed in the annex "Erratum". This edition holds.`
        : `First issued as ${number}; this is edition ${edition}. No figure has changed. This edition holds.`,
  },
} as const;
