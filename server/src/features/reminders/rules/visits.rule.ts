import { addDays } from '../../../domain/day.ts';
import type { Lang } from '../../../domain/text.ts';
import type { Block, Run } from '../../../rendering/document/official-document.ts';
import { registry, type EvidenceRow, type ReportKey } from '../../../metrics/index.ts';
import { reportKeyOf, writeDay, type DocumentContext, type Subject } from '../../circulars/index.ts';
import { figure, paragraph, words } from '../writing/blocks.ts';
import { writeMonth } from '../writing/periods.ts';
import type { Candidate, VisitFacts } from './candidate.ts';
import { cellOf, evidenceRows } from './evidence-rows.ts';
import { addresseesOf } from './addressee.ts';
import type { CardList, CardMatter, CardMatters, CasesOf, ReminderRule } from './rule.ts';

/** Months that a card tells of, the last full one included. */
const MONTHS_TOLD = 3;

/** Visits of the contact leader below duty in the last full month: a case-month that VISIT_COMPLIANCE counts as due and not as kept. */
export const visitsBelowDuty: ReminderRule<VisitFacts> = {
  id: 'VISITS_BELOW_DUTY',
  label: { zh: '走访未达规定次数', en: 'Visits below duty' },
  definition: {
    zh: '未完成整顿的党组织，其挂钩领导在最近一个完整自然月走访次数少于本批次规定（指标“走访达标率”应走访而未达标的“案·月”）。',
    en: 'Outstanding organisations whose contact leader paid fewer visits in the last full month than the campaign asks: case-months that “Visit compliance” counts as due and not as kept.',
  },
  metric: 'VISIT_COMPLIANCE',
  find: findVisits,
  reason({ months }, lang) {
    const { month, visits, duty } = months.at(-1)!;
    return lang === 'zh'
      ? `${writeMonth(month, lang)}走访${visits}次，规定${duty}次`
      : `${visits} of ${duty} visits in ${writeMonth(month, lang)}`;
  },
  write: writeVisits,
  writeList: listBelowDuty,
};

/** The last calendar month that had ended by the day, `2014-07`; the last day of a month ends it. */
export function lastFullMonth(asOf: string): string {
  const next = addDays(asOf, 1);
  return next.endsWith('-01') ? asOf.slice(0, 7) : addDays(`${asOf.slice(0, 7)}-01`, -1).slice(0, 7);
}

async function findVisits(documents: DocumentContext, subject: Subject, casesOf: CasesOf): Promise<Candidate[]> {
  if (subject.campaign.visitsPerMonth === null) return [];
  const key = reportKeyOf(subject, subject.unit.code);
  const last = lastFullMonth(subject.asOf);
  const [due, kept] = await Promise.all([
    monthRows(documents, key, last, true),
    monthRows(documents, key, last, false),
  ]);
  const met = new Set(kept.map(({ caseNo }) => caseNo));
  const lagging = due.flatMap(({ caseNo }) => (caseNo === null || met.has(caseNo) ? [] : [caseNo]));
  if (lagging.length === 0) return [];
  const cases = (await casesOf(lagging)).filter(({ row }) => !row.rectified);
  const [addressees, months, illustrative] = await Promise.all([
    addresseesOf(documents, subject, cases),
    monthsOf(documents, key, last, due),
    illustrativeOf(
      documents,
      subject,
      cases.map(({ row }) => row.unitCode),
    ),
  ]);
  return cases.map(({ row, name, nameIllustrative }, i) => ({
    key: `VISITS_BELOW_DUTY:${row.caseNo}`,
    unit: row.unitCode,
    caseNo: row.caseNo,
    organisation: { text: name, illustrative: nameIllustrative },
    unitShort: row.unitName,
    addressees: addressees[i]!,
    facts: {
      rule: 'VISITS_BELOW_DUTY',
      months: months(row.caseNo),
      illustrative: illustrative[i] ?? false,
    },
  }));
}

const monthRows = (
  documents: DocumentContext,
  key: ReportKey,
  month: string,
  den: boolean,
): Promise<readonly EvidenceRow[]> =>
  evidenceRows(documents, key, 'VISIT_COMPLIANCE', { by: 'MONTH', key: month, den });

/** Visits and duty of each case in the last months; one in which a case had no duty is not among them. */
async function monthsOf(documents: DocumentContext, key: ReportKey, last: string, lastRows: readonly EvidenceRow[]) {
  const earlier: string[] = [];
  for (let month = last; earlier.length < MONTHS_TOLD - 1;) {
    month = addDays(`${month}-01`, -1).slice(0, 7);
    earlier.unshift(month);
  }
  const before = await Promise.all(earlier.map((month) => monthRows(documents, key, month, true)));
  const byCase = Map.groupBy([...before.flat(), ...lastRows], ({ caseNo }) => caseNo);
  return (caseNo: string): VisitFacts['months'] =>
    (byCase.get(caseNo) ?? []).map((row) => ({
      month: cellOf(row, 'month'),
      visits: Number(cellOf(row, 'leader_visits')),
      duty: Number(cellOf(row, 'visits_per_month')),
    }));
}

/** Whether what is counted of each unit rests on visits that the source does not give. */
async function illustrativeOf({ reports }: DocumentContext, subject: Subject, codes: readonly string[]) {
  const requests = codes.map((code) => ({ key: reportKeyOf(subject, code), ids: ['VISIT_COMPLIANCE'] as const }));
  const found = await Promise.all(requests.map((query) => reports.values.load(query)));
  return found.map(([value]) => value?.illustrative ?? false);
}

function writeVisits(card: CardMatter<VisitFacts>): readonly Block[] {
  const { lang, replyBy, campaign, whom, to, facts } = card;
  const zh = lang === 'zh';
  const { month, visits, duty } = facts.months.at(-1)!;
  const definition = registry.get('VISIT_COMPLIANCE')!.definition[lang];
  const count = (key: string, value: number) => figure(key, String(value), definition, facts.illustrative);
  const short = count(`short.${month}`, Math.max(duty - visits, 0));
  const until = figure('reply-by', writeDay(replyBy, lang), zh ? '答复期限' : 'Day to answer by');
  const one = facts.months.length === 1;
  const last = writeMonth(month, lang);
  const paid = listVisits(facts, lang, count);
  if (zh) {
    return [
      paragraph(
        ...whom,
        words(`党组织（列入${campaign}），按规定每月应走访${duty}次。${to === 'LEADER' ? '' : '挂钩领导'}`),
        ...paid,
        words(one ? '，比规定少' : `，其中${last}比规定少`),
        short,
        words('次，特此提醒。'),
      ),
      paragraph(
        words('请合理安排工作，按规定次数走访，帮助解决实际问题，并于'),
        until,
        words('前书面说明未达标原因和下一步走访安排。'),
      ),
    ];
  }
  return [
    paragraph(
      ...whom,
      words(` is listed in the ${campaign}, which asks for ${duty} visits a month. Its contact leader paid `),
      ...paid,
      words(': '),
      short,
      words(one ? ' short.' : ` short in ${last}.`),
    ),
    paragraph(
      words(
        'Please arrange to visit as often as the duty asks and to help solve the problems found, and state in writing why the visits fell short and what is planned by ',
      ),
      until,
      words('.'),
    ),
  ];
}

function listBelowDuty({ lang, replyBy, campaign, whom, to, rows }: CardMatters<VisitFacts>): CardList {
  const zh = lang === 'zh';
  const definition = registry.get('VISIT_COMPLIANCE')!.definition[lang];
  const months = [...new Set(rows.flatMap(({ facts }) => facts.months.map(({ month }) => month)))].toSorted();
  const last = writeMonth(months.at(-1)!, lang);
  const { duty } = rows[0]!.facts.months.at(-1)!;
  const until = figure('reply-by', writeDay(replyBy, lang), zh ? '答复期限' : 'Day to answer by');
  const share = 60 / (months.length + 1);
  const numbers = [...months.map((month) => writeMonth(month, lang)), zh ? `${last}少` : `Short in ${last}`];
  const table: CardList['table'] = {
    columns: [
      { title: zh ? '党组织' : 'Organisation', align: 'left', share: 40 },
      ...numbers.map((title) => ({ title, align: 'right' as const, share })),
    ],
    rows: rows.map(({ name, facts }, i) => {
      const count = (of: string, value: number): Run =>
        figure(`${of}.${i + 1}`, String(value), definition, facts.illustrative);
      const paid = months.map((month) => {
        const found = facts.months.find((one) => one.month === month);
        return found ? count(`visits.${month}`, found.visits) : words('—');
      });
      const now = facts.months.at(-1)!;
      return [name, ...paid, count('short', Math.max(now.duty - now.visits, 0))];
    }),
    note: months.length > 1 ? (zh ? '单位：次。—：当月不要求走访。' : 'Visits. —: no duty in that month.') : null,
  };
  const blocks = [
    paragraph(
      ...whom,
      words(
        zh
          ? `党组织（名单附后）列入${campaign}，按规定每月应走访${duty}次，${last}${to === 'LEADER' ? '' : '挂钩领导'}走访均少于规定次数，特此提醒。`
          : ` organisations of the list attached are listed in the ${campaign}, which asks for ${duty} visits a month. In ${last} the visits of the contact leader fell short at each.`,
      ),
    ),
    paragraph(
      words(
        zh
          ? '请合理安排工作，按规定次数走访，帮助解决实际问题，并于'
          : 'Please arrange to visit as often as the duty asks and to help solve the problems found, and state in writing why the visits fell short and what is planned by ',
      ),
      until,
      words(zh ? '前书面说明未达标原因和下一步走访安排。' : '.'),
    ),
  ];
  return { blocks, title: zh ? '走访未达规定次数的党组织名单' : 'Organisations whose visits fell short', table };
}

/** 2014年5月走访3次、2014年6月走访3次, or 3 in May 2014 and 3 in June 2014. */
function listVisits({ months }: VisitFacts, lang: Lang, count: (key: string, value: number) => Run): Run[] {
  return months.flatMap(({ month, visits }, i) => {
    const between = i === 0 ? '' : lang === 'zh' ? '、' : i === months.length - 1 ? ' and ' : ', ';
    const done = count(`visits.${month}`, visits);
    const name = writeMonth(month, lang);
    return lang === 'zh'
      ? [words(`${between}${name}走访`), done, words('次')]
      : [words(between), done, words(` in ${name}`)];
  });
}
