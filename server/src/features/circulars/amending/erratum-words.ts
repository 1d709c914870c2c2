import type { Lang, Text } from '../../../domain/text.ts';
import type { Cause, CauseKind } from './erratum.ts';

const WORDS: Readonly<Record<CauseKind, Text>> = {
  CORRECTED: { zh: '更正', en: 'Corrected' },
  LATE: { zh: '迟报补录', en: 'Late report' },
  WITHDRAWN: { zh: '撤回', en: 'Withdrawn' },
  MOVED: { zh: '划转', en: 'Moved' },
  DEFINITION: { zh: '指标口径调整', en: 'metric defined otherwise' },
  REBOUND: { zh: '改用其他指标', en: 'another figure chosen' },
  REMOVED: { zh: '删去', en: 'removed' },
  ADDED: { zh: '新增', en: 'added' },
  REWORDED: { zh: '文字改动', en: 'reworded' },
  RANKS: { zh: '其他单位数字变动，位次随之变动', en: 'figures of other units changed' },
  REDRAWN: { zh: '按更正后的数据重新绘制', en: 'drawn from the corrected data' },
  OTHER: { zh: '其他数据变动', en: 'other change of the data' },
};

/** 迟报补录3条：游洋镇鲁头村7月30日销号；更正：仙游县6月30日班子建设（调整），人数14改为15 */
export const reasonOf = (causes: readonly Cause[], lang: Lang): string =>
  causes.map((cause) => writeCause(cause, lang)).join(lang === 'zh' ? '；' : '; ');

function writeCause({ kind, rows, records, more }: Cause, lang: Lang): string {
  const words = WORDS[kind][lang];
  if (rows === 0) return words;
  const counted = rows === records.length ? '' : lang === 'zh' ? `${rows}条` : ` (${rows})`;
  if (records.length === 0) return `${words}${counted}`;
  if (lang === 'zh') return `${words}${counted}：${records.join('、')}${more ? '等' : ''}`;
  return `${words}${counted}: ${records.join('; ')}${more ? ' and others' : ''}`;
}

/** What stands in the place of words that are gone or new, and of a chart. */
export const ERRATUM_BLANKS = {
  zh: { none: '（无）', removed: '（删去）', chartBefore: '（原图）', chartAfter: '（重新绘制）' },
  en: { none: '(none)', removed: '(removed)', chartBefore: '(chart as it was)', chartAfter: '(redrawn)' },
} as const;

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
