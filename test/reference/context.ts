import { isWithin, unitOn } from './tree.ts';
import type { Hundredths } from './amount.ts';
import { hundredths } from './amount.ts';
import type { CampaignRow, CaseRow, Dated, Ledger } from './ledger.ts';

/** One question: a campaign on a day, on the tree of a day, in a ledger that holds only what was known. */
export interface Question {
  ledger: Ledger;
  campaign: CampaignRow;
  day: string;
  treeDay: string;
}

/** What one row adds to a figure; a null amount adds nothing and leaves the figure null if nothing else adds to it. */
export interface Share {
  unit: string;
  caseNo: string | null;
  amount: Hundredths | null;
  atLeast: boolean;
  /** Whether the whole row is illustrative. */
  illustrative: boolean;
  /** Dimension -> the keys the row falls under. A dimension that is absent here is not one of the row's. */
  keys: Readonly<Record<string, readonly string[]>>;
}

/** The two lists a figure is made of. A count of rows or heads is 0 when there is none; a sum of amounts is null. */
export interface Figure {
  num: Share[];
  den?: Share[] | 'villages' | 'communities';
  kind: 'count' | 'sum';
  denKind?: 'count' | 'sum';
  /** Of whom an entry is expected, and whether there is one at a unit; left out where none is expected of anyone. */
  coverage?: { expected: CaseRow[]; at: (unit: string, of: CaseRow) => boolean };
  /** Nothing can be said, whatever was counted: the campaign lacks the rule it is measured by. */
  void?: boolean;
}

export function share(
  row: Dated,
  of: { unit: string; caseNo?: string; amount?: Hundredths | null; atLeast?: boolean; keys?: Share['keys'] },
): Share {
  return {
    unit: of.unit,
    caseNo: of.caseNo ?? null,
    amount: of.amount === undefined ? hundredths(1) : of.amount,
    atLeast: of.atLeast ?? false,
    illustrative: row.illustrative.includes('*'),
    keys: of.keys ?? {},
  };
}

/** The campaign's cases identified on or before the day. */
export function casesOf(q: Question): CaseRow[] {
  const found: CaseRow[] = [];
  for (const row of q.ledger.cases) {
    if (row.campaign === q.campaign.campaign && row.effective_on <= q.day) found.push(row);
  }
  return found;
}

/** Of the campaign's cases the latest of each organisation, which is the one that counts. */
export function latestCasesOf(q: Question): CaseRow[] {
  const latest = new Map<string, CaseRow>();
  for (const row of casesOf(q)) {
    const other = latest.get(row.unit_code);
    const isLater =
      other === undefined ||
      row.effective_on > other.effective_on ||
      (row.effective_on === other.effective_on && row.case_no > other.case_no);
    if (isLater) latest.set(row.unit_code, row);
  }
  return [...latest.values()];
}

/** Rows of the campaign that took effect on or before the day. */
export function ofCampaign<T extends Dated & { campaign: string }>(q: Question, rows: readonly T[]): T[] {
  return rows.filter((row) => row.campaign === q.campaign.campaign && row.effective_on <= q.day);
}

/** Rows that took effect on or before the day and whose unit lies in the campaign's own unit. */
export function ofCampaignUnit<T extends Dated & { unit_code: string }>(q: Question, rows: readonly T[]): T[] {
  return rows.filter(
    (row) => row.effective_on <= q.day && isWithin(q.ledger, row.unit_code, q.campaign.unit_code, q.treeDay),
  );
}

/** What kind the unit is on the tree of the question. */
export function kindOf(q: Question, code: string): string | null {
  return unitOn(q.ledger, code, q.treeDay)?.kind ?? null;
}
