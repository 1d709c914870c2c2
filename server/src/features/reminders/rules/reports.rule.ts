import type { Lang } from '../../../domain/text.ts';
import type { Block, Run } from '../../../rendering/document/official-document.ts';
import { registry, type EvidenceRow } from '../../../metrics/index.ts';
import { nameUnits, reportKeyOf, writeDay, type DocumentContext, type Subject } from '../../circulars/index.ts';
import { figure, paragraph, words } from '../writing/blocks.ts';
import { cadenceOf, writePeriod } from '../writing/periods.ts';
import type { Candidate, ReportFacts } from './candidate.ts';
import { cellOf, evidenceRows } from './evidence-rows.ts';
import { addresseesOfUnit } from './addressee.ts';
import type { CardMatter, ReminderRule } from './rule.ts';

/** Missed in a row before a card is due. */
const IN_A_ROW = 2;

/** Beyond this many only the number is given: a card has one page. */
const MOST_LISTED = 4;

/** Two reports missed in a row by a unit: the last ones due that REPORTS_DUE counts and REPORT_COMPLETENESS does not. */
export const reportsMissed: ReminderRule<ReportFacts> = {
  id: 'REPORTS_MISSED',
  label: { zh: '报表连续未报', en: 'Reports missed in a row' },
  definition: {
    zh: '截至统计截止日，最近应报的报表连续两期以上未报送的单位，周报、月报分别计（指标“报送率”应报而未报的各份）。',
    en: 'Units whose last reports due, two or more in a row, had not come in by the cut-off; weekly and monthly ones count each for themselves (those that “Report completeness” counts as due and not as submitted).',
  },
  metric: 'REPORT_COMPLETENESS',
  find: findReports,
  reason({ missed }, lang) {
    const names = missed.slice(-MOST_LISTED).map(({ period }) => writePeriod(period, lang));
    return lang === 'zh'
      ? `连续${missed.length}期未报：${names.join('、')}`
      : `${missed.length} reports missed in a row: ${names.join(', ')}`;
  },
  write: writeReports,
};

async function findReports(documents: DocumentContext, subject: Subject): Promise<Candidate[]> {
  const key = reportKeyOf(subject, subject.unit.code);
  const [due, submitted] = await Promise.all([
    evidenceRows(documents, key, 'REPORT_COMPLETENESS', { den: true }),
    evidenceRows(documents, key, 'REPORT_COMPLETENESS'),
  ]);
  const cameIn = new Set(submitted.map(identityOf));
  const missing = [...Map.groupBy(due, ({ unit }) => unit)].flatMap(([unit, rows]) => {
    const missed = lastRuns(rows, (row) => !cameIn.has(identityOf(row)));
    return missed.length > 0 ? [{ unit, missed }] : [];
  });
  const codes = missing.map(({ unit }) => unit);
  const [names, found] = await Promise.all([
    nameUnits(documents, subject, codes),
    documents.units.unit.loadMany(codes.map((code) => ({ code, on: subject.asOf }))),
  ]);
  return missing.map(({ unit, missed }, i): Candidate => {
    const row = found[i];
    const placed = row && !(row instanceof Error) ? row : { name: unit, level: 4 };
    const named = names.get(unit);
    return {
      key: `REPORTS_MISSED:${unit}`,
      unit,
      caseNo: null,
      organisation: { text: named?.name ?? unit, illustrative: named?.illustrative ?? false },
      unitShort: placed.name,
      addressees: addresseesOfUnit(unit, placed, subject.lang),
      facts: {
        rule: 'REPORTS_MISSED',
        missed: missed.map((report) => ({
          period: cellOf(report, 'period'),
          dueOn: report.effectiveOn ?? '',
          illustrative: report.illustrative,
        })),
      },
    };
  });
}

const identityOf = (row: EvidenceRow): string => `${row.unit}|${cellOf(row, 'period')}`;

/** The reports of one unit that were missed last and in a row, those of each cadence for themselves; in order of their day. */
export function lastRuns(rows: readonly EvidenceRow[], isMissed: (row: EvidenceRow) => boolean): EvidenceRow[] {
  const byDay = (a: EvidenceRow, b: EvidenceRow): number =>
    (a.effectiveOn ?? '').localeCompare(b.effectiveOn ?? '') || cellOf(a, 'period').localeCompare(cellOf(b, 'period'));
  const groups = Map.groupBy(rows, (row) => cadenceOf(cellOf(row, 'period')));
  return [...groups.values()]
    .flatMap((group) => {
      const ordered = group.toSorted(byDay);
      const run = ordered.slice(ordered.findLastIndex((row) => !isMissed(row)) + 1);
      return run.length >= IN_A_ROW ? run : [];
    })
    .toSorted(byDay);
}

function writeReports({ lang, asOf, replyBy, campaign, whom, facts }: CardMatter<ReportFacts>): readonly Block[] {
  const zh = lang === 'zh';
  const { missed } = facts;
  const definition = registry.get('REPORT_COMPLETENESS')!.definition[lang];
  const illustrative = missed.some((report) => report.illustrative);
  const number = figure('missed', String(missed.length), definition, illustrative);
  const until = figure('reply-by', writeDay(replyBy, lang), zh ? '答复期限' : 'Day to answer by');
  const today = writeDay(asOf, lang);
  if (zh) {
    return [
      paragraph(
        words(`截至${today}，`),
        ...whom,
        words(`${campaign}工作报表已连续`),
        number,
        words('期未报送：'),
        ...listReports(missed, lang),
        words('。特此提醒。'),
      ),
      paragraph(words('请查明原因，明确专人负责，于'), until, words('前补报并书面答复；今后按时如实报送。')),
    ];
  }
  return [
    paragraph(
      words(`As of ${today}, `),
      number,
      words(` reports in a row on the ${campaign} have not come in from `),
      ...whom,
      words(': '),
      ...listReports(missed, lang),
      words('.'),
    ),
    paragraph(
      words(
        'Please find out why, name the post that answers for reports, and hand in those missing with an answer in writing by ',
      ),
      until,
      words('; report truthfully and in time from now on.'),
    ),
  ];
}

/** The last reports that were missed with the day on which each was due; of those before them their number. */
function listReports(missed: ReportFacts['missed'], lang: Lang): Run[] {
  const zh = lang === 'zh';
  const listed = missed.slice(-MOST_LISTED);
  const left = missed.length - listed.length;
  const runs = listed.flatMap(({ period, dueOn, illustrative }, i) => {
    const day = figure(`due.${period}`, writeDay(dueOn, lang), zh ? '应报日期' : 'Day due', illustrative);
    const name = writePeriod(period, lang);
    const before = i === 0 ? '' : zh ? '、' : '; ';
    return zh
      ? [words(`${before}${name}（应于`), day, words('报送）')]
      : [words(`${before}${name} (due `), day, words(')')];
  });
  return left === 0 ? runs : [...runs, words(zh ? `，以及此前${left}期` : `; and ${left} before these`)];
}
