import { addDays, daysBetween, lastDayOf } from './days.ts';
import { cell, type Row } from './read-csv.ts';

/**
 * Sheet `visits`: the contact leader's visits, as many a month as the data file says, spread evenly over the days of the
 * month on which the case was open; problems found fall on the first visits, problems solved on the last.
 * @param since day from which every case has its leader
 */
export function visitRows(work: readonly Row[], cases: readonly Row[], since: string): Row[] {
  const struckOff = new Map(cases.map((one) => [cell(one, 'case_no'), cell(one, 'struck_off_on')]));
  return work.flatMap((one) => {
    const caseNo = cell(one, 'case_no');
    const days = Object.keys(one)
      .filter((key) => key.startsWith('visits_'))
      .flatMap((key) => visitDays(key.slice('visits_'.length), Number(one[key]), since, struckOff.get(caseNo) ?? ''));
    const found = spread(Number(cell(one, 'problems_found')), days.length);
    const solved = spread(Number(cell(one, 'problems_solved')), days.length).toReversed();
    return days.map((day, index) => ({
      case_no: caseNo,
      role: 'leader',
      visited_on: day,
      problems_found: String(found[index]),
      problems_solved: String(solved[index]),
      note: '',
      illustrative: 'yes',
    }));
  });
}

function visitDays(month: string, count: number, since: string, struckOff: string): string[] {
  const first = since > `${month}-01` ? since : `${month}-01`;
  const last = struckOff !== '' && struckOff < lastDayOf(month) ? struckOff : lastDayOf(month);
  const span = daysBetween(first, last) + 1;
  return Array.from({ length: count }, (_, index) => addDays(first, Math.floor(((index + 0.5) * span) / count)));
}

/** `total` over `parts`, as evenly as whole numbers allow, the larger ones first. */
function spread(total: number, parts: number): number[] {
  return Array.from({ length: parts }, (_, index) => Math.floor(total / parts) + (index < total % parts ? 1 : 0));
}
