import type { Block } from '../../../rendering/document/official-document.ts';
import { daysBetween } from '../../../domain/day.ts';
import { marks, reportKeyOf, stateWords, writeDay, type CaseFacts } from '../../circulars/index.ts';
import { figure, paragraph, words } from '../writing/blocks.ts';
import type { Candidate, OverdueFacts, Wording } from './candidate.ts';
import { evidenceRows } from './evidence-rows.ts';
import { addresseesOf } from './addressee.ts';
import type { CardList, CardMatter, CardMatters, ReminderRule } from './rule.ts';

/** Outstanding past its deadline: exactly the cases that OVERDUE counts, the longest overdue first. */
export const overdue: ReminderRule<OverdueFacts> = {
  id: 'OVERDUE',
  label: { zh: '超过完成时限', en: 'Past the deadline' },
  definition: {
    zh: '未完成整顿，完成时限早于统计截止日的党组织（指标“逾期数”所计的各案）。',
    en: 'Outstanding organisations whose deadline is before the cut-off: the cases that the figure “Overdue” counts.',
  },
  metric: 'OVERDUE',
  async find(documents, subject, casesOf) {
    const rows = await evidenceRows(documents, reportKeyOf(subject, subject.unit.code), 'OVERDUE');
    const counted = rows.flatMap(({ caseNo }) => caseNo ?? []);
    if (counted.length === 0) return [];
    const [cases, causes] = await Promise.all([casesOf(counted), documents.campaigns.causes()]);
    const addressees = await addresseesOf(documents, subject, cases);
    const causeOf = (facts: CaseFacts): Wording => {
      const { primaryCauseCode: code } = facts.row;
      const cause = causes.find((one) => one.code === code);
      const text = (subject.lang === 'zh' ? cause?.nameZh : cause?.nameEn) ?? code;
      return { text, illustrative: marks(facts, 'primary_cause') };
    };
    return cases
      .flatMap((facts, i): Candidate[] => {
        const { row, name, nameIllustrative } = facts;
        if (row.deadline === null) return [];
        return [
          {
            key: `OVERDUE:${row.caseNo}`,
            unit: row.unitCode,
            caseNo: row.caseNo,
            organisation: { text: name, illustrative: nameIllustrative },
            unitShort: row.unitName,
            addressees: addressees[i]!,
            facts: {
              rule: 'OVERDUE',
              identifiedOn: row.identifiedOn,
              cause: causeOf(facts),
              deadline: row.deadline,
              state: row.state,
              stateSince: row.stateSince,
              daysOverdue: daysBetween(row.deadline, subject.asOf),
              illustrative: row.illustrative,
            },
          },
        ];
      })
      .toSorted((a, b) => daysOf(b) - daysOf(a) || a.unit.localeCompare(b.unit));
  },
  reason: ({ daysOverdue, deadline }, lang) =>
    lang === 'zh'
      ? `完成时限${writeDay(deadline, lang)}，已逾期${daysOverdue}天`
      : `due ${writeDay(deadline, lang)}, ${daysOverdue} ${daysOverdue === 1 ? 'day' : 'days'} overdue`,
  write: writeOverdue,
  writeList: listOverdue,
};

const daysOf = ({ facts }: Candidate): number => (facts.rule === 'OVERDUE' ? facts.daysOverdue : 0);

function writeOverdue({ lang, asOf, replyBy, campaign, whom, facts }: CardMatter<OverdueFacts>): readonly Block[] {
  const marked = marksOf(facts);
  const identified = figure(
    'identified',
    writeDay(facts.identifiedOn, lang),
    WORDS.identified[lang],
    marked('identified_on'),
  );
  const cause = figure('cause', facts.cause.text, WORDS.cause[lang], facts.cause.illustrative);
  const deadline = figure('deadline', writeDay(facts.deadline, lang), WORDS.deadline[lang], marked('deadline'));
  const days = figure('days-overdue', String(facts.daysOverdue), WORDS.daysOverdue[lang], marked('deadline'));
  const until = figure('reply-by', writeDay(replyBy, lang), WORDS.replyBy[lang]);
  const today = writeDay(asOf, lang);
  const state = stateWords(facts.state, lang);
  const request = REQUESTS[facts.state === 'relapsed' ? 'relapsed' : 'open'][lang];
  if (lang === 'zh') {
    return [
      paragraph(
        ...whom,
        words('党组织，'),
        identified,
        words(`列入${campaign}，主要情形是`),
        cause,
        words('，完成时限为'),
        deadline,
        words(`。截至${today}仍未完成整顿（目前状态：${state}），已逾期`),
        days,
        words('天，特此提醒。'),
      ),
      paragraph(words(request), until, words('前书面答复。')),
    ];
  }
  return [
    paragraph(
      ...whom,
      words(' was listed on '),
      identified,
      words(` in the ${campaign}. Primary cause: `),
      cause,
      words('. Deadline: '),
      deadline,
      words(`. As of ${today} its rectification is not completed (state: ${state}); it is overdue by `),
      days,
      words(facts.daysOverdue === 1 ? ' day.' : ' days.'),
    ),
    paragraph(words(request), until, words('.')),
  ];
}

const marksOf =
  ({ illustrative }: OverdueFacts) =>
  (column: string): boolean =>
    illustrative.includes('*') || illustrative.includes(column);

function listOverdue({ lang, asOf, replyBy, campaign, whom, rows }: CardMatters<OverdueFacts>): CardList {
  const zh = lang === 'zh';
  const until = figure('reply-by', writeDay(replyBy, lang), WORDS.replyBy[lang]);
  const today = writeDay(asOf, lang);
  const relapsed = rows.filter(({ facts }) => facts.state === 'relapsed').length;
  const request = relapsed === rows.length ? 'relapsed' : relapsed > 0 ? 'both' : 'open';
  const table: CardList['table'] = {
    columns: LIST[lang].map((title, i) => ({ title, align: i === 4 ? 'right' : 'left', share: SHARES[i]! })),
    rows: rows.map(({ name, facts }, i) => {
      const marked = marksOf(facts);
      return [
        name,
        figure(`cause.${i + 1}`, facts.cause.text, WORDS.cause[lang], facts.cause.illustrative),
        figure(`deadline.${i + 1}`, writeDay(facts.deadline, lang), WORDS.deadline[lang], marked('deadline')),
        words(stateWords(facts.state, lang)),
        figure(`days-overdue.${i + 1}`, String(facts.daysOverdue), WORDS.daysOverdue[lang], marked('deadline')),
      ];
    }),
    note: null,
  };
  const intro = zh
    ? `党组织（名单附后）列入${campaign}，截至${today}仍未完成整顿，均已超过完成时限，特此提醒。`
    : ` organisations of the list attached are listed in the ${campaign}. As of ${today} their rectification is not completed, and each is past its deadline.`;
  const blocks = [
    paragraph(...whom, words(intro)),
    paragraph(words(LIST_REQUESTS[request][lang]), until, words(zh ? '前书面答复。' : '.')),
  ];
  return { blocks, title: zh ? '超过完成时限的党组织名单' : 'Organisations past their deadline', table };
}

const LIST = {
  zh: ['党组织', '主要情形', '完成时限', '目前状态', '逾期天数'],
  en: ['Organisation', 'Primary cause', 'Deadline', 'State', 'Days overdue'],
} as const;
const SHARES = [26, 26, 22, 14, 12] as const;

const WORDS = {
  identified: { zh: '认定日期', en: 'Day of identification' },
  cause: { zh: '主要情形', en: 'Primary cause' },
  deadline: { zh: '完成时限', en: 'Deadline' },
  daysOverdue: { zh: '从完成时限到统计截止日的天数', en: 'Days from the deadline to the cut-off' },
  replyBy: { zh: '答复期限', en: 'Day to answer by' },
} as const;

const REQUESTS = {
  open: {
    zh: '请说明逾期原因，倒排工期、挂图作战，明确完成日期和责任单位，抓紧整顿销号，并于',
    en: 'Please state the reasons, draw up a new schedule counted back from a day of completion, name the unit responsible for each step, and answer in writing by ',
  },
  relapsed: {
    zh: '请查明反弹原因，从严重新整顿，明确完成日期和责任单位，并于',
    en: 'Please find out why it relapsed, have it rectified again with a day of completion and the unit responsible, and answer in writing by ',
  },
} as const;

const LIST_REQUESTS = {
  open: {
    zh: '请逐个说明逾期原因，倒排工期、挂图作战，明确完成日期和责任单位，抓紧整顿销号，并于',
    en: 'Please state the reasons for each, draw up a new schedule counted back from a day of completion, name the unit responsible for each step, and answer in writing by ',
  },
  relapsed: {
    zh: '请逐个查明反弹原因，从严重新整顿，明确完成日期和责任单位，并于',
    en: 'Please find out why each relapsed, have it rectified again with a day of completion and the unit responsible, and answer in writing by ',
  },
  both: {
    zh: '请逐个说明逾期原因，其中反弹的查明反弹原因、从严重新整顿，明确完成日期和责任单位，抓紧整顿销号，并于',
    en: 'Please state the reasons for each, find out why those relapsed that did, draw up a new schedule with a day of completion and the unit responsible, and answer in writing by ',
  },
} as const;
