import { addDays } from './days.ts';
import { cell, type Row } from './read-csv.ts';

/** Sheet `reports`: one row per town and period; the data file gives days after the due day, blank where none came. */
export function reportRows(campaign: string, periods: readonly Row[], reports: readonly Row[]): Row[] {
  return periods.flatMap((one) => {
    const period = cell(one, 'period');
    const dueOn = cell(one, 'due_on');
    return reports.map((town) => ({
      campaign,
      unit_code: cell(town, 'unit_code'),
      period,
      due_on: dueOn,
      submitted_on: cell(town, period) === '' ? '' : addDays(dueOn, Number(cell(town, period))),
      illustrative: 'yes',
    }));
  });
}

/** Sheets `operating_funds` and `economy` of the listed organisations; all of it is illustrative. */
export function moneyRows(money: readonly Row[], year: number): { operating_funds: Row[]; economy: Row[] } {
  return {
    operating_funds: money.map((one) => ({
      unit_code: cell(one, 'unit_code'),
      year: String(year),
      due_yuan: '',
      paid_yuan: cell(one, 'operating_paid'),
      paid_on: cell(one, 'operating_paid_on'),
      illustrative: 'yes',
    })),
    economy: money.flatMap((one) =>
      [year - 1, year].map((of) => ({
        unit_code: cell(one, 'unit_code'),
        year: String(of),
        income_yuan: cell(one, `income_${of}`),
        illustrative: 'yes',
      })),
    ),
  };
}
