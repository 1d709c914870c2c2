import type { Lang } from './format/index.ts';

/** The few words that are drawn inside charts. */
const WORDS = {
  'zh-CN': {
    tied: (rank: number) => `并列 ${rank}`,
    rank: (rank: number) => String(rank),
    before: '调整前',
    after: '调整后',
    target: '倒排进度',
    actual: '累计完成',
    deadline: '期限',
    marks: { done: '已完成', accepted: '已验收未销号', work: '整顿中', overdue: '逾期', relapsed: '反弹' },
    cost: '概算',
    gap: '缺口',
    progress: { none: '未列入', start: '尚未完成', some: '完成不到一半', most: '完成一半以上', all: '全部完成' },
    illustrative: '说明性数据',
  },
  en: {
    tied: (rank: number) => `= ${rank}`,
    rank: (rank: number) => String(rank),
    before: 'Before',
    after: 'After',
    target: 'Schedule',
    actual: 'Rectified',
    deadline: 'Deadline',
    marks: {
      done: 'Done',
      accepted: 'Accepted, not struck off',
      work: 'In work',
      overdue: 'Overdue',
      relapsed: 'Relapsed',
    },
    cost: 'Cost',
    gap: 'Gap',
    progress: {
      none: 'None listed',
      start: 'None done',
      some: 'Less than half done',
      most: 'Half or more done',
      all: 'All done',
    },
    illustrative: 'illustrative',
  },
} as const;

export function chartWords(lang: Lang): (typeof WORDS)[Lang] {
  return WORDS[lang];
}
