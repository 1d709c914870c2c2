import type { Lang } from '../../domain/text.ts';

const counted = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

/** The words of a poster besides those of states and causes. */
export const POSTER_WORDS = {
  zh: {
    name: '挂图',
    title: (unit: string) => `${unit}软弱涣散基层党组织整顿挂图`,
    headline: (t: { identified: string; rectified: string; rate: string; outstanding: string; overdue: string }) =>
      `排查认定 ${t.identified} 个，完成整顿 ${t.rectified} 个（${t.rate}），未完成 ${t.outstanding} 个，逾期 ${t.overdue} 个`,
    asOf: (day: string) => `截至${day}`,
    overdue: (days: number) => `逾期 ${days} 天`,
    today: '今天到期',
    left: (days: number) => `还剩 ${days} 天`,
    deadline: (day: string) => `${day}到期`,
    done: (day: string) => `${day}完成`,
    noDeadline: '未定时限',
    noLeader: '责任领导未登记',
    tied: (rank: number) => `并列第 ${rank}`,
    rank: (rank: number) => `第 ${rank}`,
    continued: '（续）',
    noCase: '没有认定对象：',
    nothing: '没有认定对象。',
    comma: '、',
    legend: '图例',
    illustrative: '◈ 说明性数据',
    sheet: (number: number, of: number) => `第 ${number} 张，共 ${of} 张`,
    known: (moment: string) => `记录截至 ${moment}`,
    digest: '摘要',
  },
  en: {
    name: 'wall chart',
    title: (unit: string) => `Wall chart of ${unit}: weak and lax grass-roots organisations`,
    headline: (t: { identified: string; rectified: string; rate: string; outstanding: string; overdue: string }) =>
      `${t.identified} identified, ${t.rectified} rectified (${t.rate}), ${t.outstanding} outstanding, ${t.overdue} overdue`,
    asOf: (day: string) => `as of ${day}`,
    overdue: (days: number) => `${counted(days)} overdue`,
    today: 'due today',
    left: (days: number) => `${counted(days)} left`,
    deadline: (day: string) => `due ${day}`,
    done: (day: string) => `done ${day}`,
    noDeadline: 'no deadline',
    noLeader: 'no leader entered',
    tied: (rank: number) => `joint rank ${rank}`,
    rank: (rank: number) => `rank ${rank}`,
    continued: ' (continued)',
    noCase: 'No organisation identified: ',
    nothing: 'No organisation identified.',
    comma: ', ',
    legend: 'Legend',
    illustrative: '◈ illustrative',
    sheet: (number: number, of: number) => `sheet ${number} of ${of}`,
    known: (moment: string) => `as recorded until ${moment}`,
    digest: 'digest',
  },
} as const satisfies Record<Lang, unknown>;
