import type DataLoader from 'dataloader';
import type { RawBuilder } from 'kysely';
import { readAbout } from '@wallchart/db';
import type { ViewerDb } from '../../database/handles.ts';
import { batchLoader } from '../../loading/batch-loader.ts';
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

declare module '../../graphql-types/context.ts' {
  interface RequestLoaders {
    readonly cases: CaseLoaders;
  }
}

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

type KeyedRow = { countyCode?: string; caseNo?: string; unitCode?: string };

/** Several counties may use the number of a case. */
const caseKey = ({ countyCode, caseNo }: KeyedRow): string => `${countyCode}|${caseNo}`;
const unitKey = ({ unitCode }: KeyedRow): string => `${unitCode}`;

/** A case seen from one place; cases seen alike are asked for together. */
const viewKey = ({ campaignId, view }: Case): string => [campaignId, view.asOf, view.knownAt, view.treeDay].join('|');
const cacheKeyFn = (row: Case): string => `${viewKey(row)}|${caseKey(row)}`;

export function createCaseLoaders(db: ViewerDb): CaseLoaders {
  const rowsBy = <T>(keyOf: (row: KeyedRow) => string, detail: details.DetailSql): RowsOfCase<T> =>
    groupedLoader(async (view, cases) => {
      const statement = detail(view, cases) as RawBuilder<T & KeyedRow>;
      const { rows } = await statement.execute(db);
      const found = Map.groupBy(rows, keyOf);
      return cases.map((row) => found.get(keyOf(row)) ?? []);
    });
  return {
    transitions: rowsBy(caseKey, details.TRANSITIONS),
    measures: rowsBy(caseKey, details.MEASURES),
    contacts: rowsBy(caseKey, details.CONTACTS),
    visits: rowsBy(caseKey, details.VISITS),
    evaluations: rowsBy(caseKey, details.EVALUATIONS),
    venue: rowsBy(unitKey, details.VENUE),
    venueFunds: rowsBy(unitKey, details.VENUE_FUNDS),
    projectFunds: rowsBy(unitKey, details.PROJECT_FUNDS),
    operatingFunds: rowsBy(unitKey, details.OPERATING),
    economy: rowsBy(unitKey, details.ECONOMY),
    history: groupedLoader((view, cases) => historyOf(db, view, cases)),
  };
}

function groupedLoader<T>(load: (view: CaseView, cases: readonly Case[]) => Promise<T[][]>): RowsOfCase<T> {
  return batchLoader<Case, T[], string>(
    async (cases) => {
      const groups = Map.groupBy(cases, viewKey);
      const found = new Map<Case, T[]>();
      for (const group of groups.values()) {
        const view = group[0]?.view;
        if (!view) continue;
        const about = group.flatMap(({ countyCode, unitCode }) => [countyCode, unitCode]);
        const rows = await readAbout(about, () => load(view, group));
        group.forEach((row, index) => found.set(row, rows[index] ?? []));
      }
      return cases.map((row) => found.get(row) ?? []);
    },
    { cacheKeyFn },
  );
}
