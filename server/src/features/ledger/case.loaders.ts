import type { Db } from '@wallchart/db';
import DataLoader from 'dataloader';
import type { RawBuilder } from 'kysely';
import type {
  Contact,
  Economy,
  Evaluation,
  Fund,
  HistoryEntry,
  Measure,
  OperatingFund,
  Transition,
  Venue,
  Visit,
} from './case-detail.types.ts';
import * as details from './case-details.sql.ts';
import type { Case, CaseView } from './case.types.ts';
import { historyOf } from './history.service.ts';

type RowsOfCase<T> = DataLoader<Case, T[], string>;

/** Loaders of one request: for a page of cases one statement a kind of detail. */
export interface CaseLoaders {
  readonly transitions: RowsOfCase<Transition>;
  readonly measures: RowsOfCase<Measure>;
  readonly contacts: RowsOfCase<Contact>;
  readonly visits: RowsOfCase<Visit>;
  readonly evaluations: RowsOfCase<Evaluation>;
  readonly venue: RowsOfCase<Venue>;
  readonly venueFunds: RowsOfCase<Fund>;
  readonly projectFunds: RowsOfCase<Fund>;
  readonly operatingFunds: RowsOfCase<OperatingFund>;
  readonly economy: RowsOfCase<Economy>;
  readonly history: RowsOfCase<HistoryEntry>;
}

type SqlOfGroup = (view: CaseView, cases: readonly Case[]) => RawBuilder<unknown>;
type KeyedRow = { caseNo?: string; unitCode?: string };

const caseNumbers = (cases: readonly Case[]): string[] => cases.map((row) => row.caseNo);
const unitCodes = (cases: readonly Case[]): string[] => cases.map((row) => row.unitCode);
const campaignOf = (cases: readonly Case[]): string => cases[0]?.campaignId ?? '';

/** A case seen from one place; cases seen alike are asked for together. */
const viewKey = ({ campaignId, view }: Case): string => [campaignId, view.asOf, view.knownAt, view.treeDay].join('|');
const cacheKeyFn = (row: Case): string => `${viewKey(row)}|${row.caseNo}`;

export function createCaseLoaders(db: Db): CaseLoaders {
  const rowsOf = <T>(by: 'caseNo' | 'unitCode', sqlOf: SqlOfGroup): RowsOfCase<T> =>
    groupedLoader(async (view, cases) => {
      const { rows } = await db.executeQuery<T & KeyedRow>((sqlOf(view, cases) as RawBuilder<T & KeyedRow>).compile(db));
      const found = Map.groupBy(rows, (row) => row[by]);
      return cases.map((row) => found.get(row[by]) ?? []);
    });
  const byCase = <T>(detail: details.DetailSql): RowsOfCase<T> =>
    rowsOf('caseNo', (view, cases) => detail(view, caseNumbers(cases)));
  const byUnit = <T>(detail: details.DetailSql): RowsOfCase<T> =>
    rowsOf('unitCode', (view, cases) => detail(view, unitCodes(cases)));
  const funds = (table: 'venue_funds' | 'project_funds'): RowsOfCase<Fund> =>
    rowsOf('unitCode', (view, cases) => details.fundsSql(table, view, campaignOf(cases), unitCodes(cases)));
  return {
    transitions: byCase(details.TRANSITIONS),
    measures: byCase(details.MEASURES),
    contacts: byCase(details.CONTACTS),
    visits: byCase(details.VISITS),
    evaluations: byCase(details.EVALUATIONS),
    venue: rowsOf('unitCode', (view, cases) => details.venueSql(view, campaignOf(cases), unitCodes(cases))),
    venueFunds: funds('venue_funds'),
    projectFunds: funds('project_funds'),
    operatingFunds: byUnit(details.OPERATING),
    economy: byUnit(details.ECONOMY),
    history: groupedLoader((view, cases) => historyOf(db, view, campaignOf(cases), cases)),
  };
}

function groupedLoader<T>(load: (view: CaseView, cases: readonly Case[]) => Promise<T[][]>): RowsOfCase<T> {
  return new DataLoader<Case, T[], string>(
    async (cases) => {
      const groups = Map.groupBy(cases, viewKey);
      const found = new Map<Case, T[]>();
      for (const group of groups.values()) {
        const view = group[0]?.view;
        if (!view) continue;
        const rows = await load(view, group);
        group.forEach((row, index) => found.set(row, rows[index] ?? []));
      }
      return cases.map((row) => found.get(row) ?? []);
    },
    { cacheKeyFn },
  );
}
