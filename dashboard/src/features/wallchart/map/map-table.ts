import type { RouteLocationRaw } from 'vue-router';
import type { CardTable, TableCell } from '../../../components/card-table.ts';

/** A part of the unit in words, with its cases. */
interface MapTableArea {
  readonly code: string;
  readonly name: string;
  readonly figure: string;
  readonly progress: string;
  readonly to: RouteLocationRaw;
  readonly cases: readonly MapTableCase[];
}

interface MapTableCase {
  readonly caseNo: string;
  readonly name: string;
  readonly state: string;
  readonly when: string;
  readonly to: RouteLocationRaw;
}

/** The map as a table: a row a case, and one for each part without any. */
export function mapTable(labels: readonly string[], areas: readonly MapTableArea[]): CardTable {
  return {
    columns: labels.map((label) => ({ label })),
    rows: areas.flatMap((area) => {
      const head: TableCell[] = [{ text: area.name, to: area.to }, { text: area.figure }, { text: area.progress }];
      if (area.cases.length === 0) {
        return [{ key: area.code, cells: [...head, { text: '—' }, { text: '—' }, { text: '—' }] }];
      }
      return area.cases.map(({ caseNo, name, state, when, to }) => ({
        key: caseNo,
        cells: [...head, { text: name, to }, { text: state }, { text: when }],
      }));
    }),
  };
}
