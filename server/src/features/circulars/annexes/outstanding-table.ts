import type { CaseBinding } from '../content/binding.ts';
import { byDeadline, loadCases } from '../figures/case-facts.ts';
import { NO_FIGURE } from '../figures/write-number.ts';
import type { FigureSource, Subject } from '../subject.ts';
import { words, type Cell, type TablePlan } from './table-plan.ts';

const COLUMNS = {
  zh: ['序号', '党组织', '主要情形', '完成时限', '逾期天数', '状态', '挂钩领导'],
  en: ['No.', 'Organisation', 'Primary cause', 'Deadline', 'Days overdue', 'State', 'Contact leader'],
} as const;
/** Wide enough for a name of six characters, a day and the longest word of either language in one line. */
const SHARES = { zh: [7, 18, 18, 20, 8, 9, 20], en: [6, 16, 17, 18, 11, 12, 20] } as const;
const NONE_NOTE = {
  zh: '“—”：没有逾期，或没有定完成时限。',
  en: '—: not overdue, or no deadline set.',
} as const;
const FIELDS = [
  'unit',
  'cause',
  'deadline',
  'daysOverdue',
  'state',
  'leader',
] as const satisfies CaseBinding['field'][];

/** The organisations that are not rectified: cause, deadline and the post that answers for each, by deadline. */
export async function planOutstanding(source: FigureSource, subject: Subject, caption: string): Promise<TablePlan> {
  const { lang } = subject;
  const ordered = byDeadline(await loadCases(source, subject, { rectified: false }));
  const rows = ordered.map(({ row }, i): Cell[] => [
    words(String(i + 1)),
    ...FIELDS.map((field): Cell => {
      if (field === 'daysOverdue' && !row.overdue) return words(NO_FIGURE);
      if (field === 'deadline' && row.deadline === null) return words(NO_FIGURE);
      return {
        key: `outstanding.${row.caseNo.replace(/[^\w-]/g, '_')}.${field}`,
        bind: { of: 'case', caseNo: row.caseNo, field },
      };
    }),
  ]);
  const none = [words(''), words(lang === 'zh' ? '无' : 'none'), ...FIELDS.slice(1).map(() => words(''))];
  return {
    caption,
    columns: COLUMNS[lang].map((title, i) => ({
      title,
      align: i === 0 ? 'center' : i === 4 ? 'right' : 'left',
      share: SHARES[lang][i]!,
    })),
    rows: rows.length > 0 ? rows : [none],
    totals: [],
    note: rows.flat().some((cell) => 'text' in cell && cell.text === NO_FIGURE) ? NONE_NOTE[lang] : null,
  };
}
