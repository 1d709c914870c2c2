import type { Text } from '../domain/text.ts';
import type { Dimension } from './dimension.ts';
import type { Sql } from '../database/sql.ts';
import type { RecordView } from '../ledger/temporal/index.ts';

/** What a row source may refer to while a statement is built; its days are columns, so that one statement serves many. */
export interface RowContext extends RecordView {
  /** Column of a unit version that holds the code at the level of the report. */
  readonly unitColumn: string;
  /** Predicate: this version of a unit lies within the viewer's scope. */
  readonly visible: (alias: string) => Sql;
  /**
   * Codes of a unit version's own unit and of those above it whose rows count in the report, or in the part of it below the
   * report's own unit: they lie in the campaign's unit and within the viewer's scope.
   */
  readonly upward: (alias: string, from: 'report' | 'child') => readonly Sql[];
}

/** A value of a base row, as measures and dimensions refer to it. */
export interface Column {
  readonly sql: Sql;
  /** The joins that it needs, by their names in the base. */
  readonly joins?: readonly string[];
  /** The columns of the base's sheet that it reads: illustrative content there makes a figure illustrative. */
  readonly reads?: readonly string[];
  /** True when a joined row that it rests on is illustrative. */
  readonly illustrative?: Sql;
}

/** How base rows fall into the parts of a breakdown. */
export interface Partition {
  /** The column that holds the key; null there is "unassigned". */
  readonly column?: string;
  /** An array-valued column, for parts that overlap. */
  readonly overlapping?: string;
}

/** What a statement may join to the rows of a base. */
export interface Join {
  /** Tables that it reads. */
  readonly tables: readonly string[];
  readonly sql: (context: RowContext) => Sql;
}

/** A kind of base row: where it comes from, to which unit it belongs, and what can be read from it. */
export interface Base<C extends string = string> {
  readonly name: string;
  /** Sheet of the ledger that holds the rows. */
  readonly sheet: string;
  /** The table as `r`, or, for a base that draws itself, rows with the columns of a unit version as `u`. */
  readonly from: (context: RowContext) => Sql;
  /** Tables that its rows and their conditions read, beside the tree and the campaign. */
  readonly tables: readonly string[];
  /** Joins by name, in the order in which they may refer to each other. */
  readonly joins: Readonly<Record<string, Join>>;
  /** Names of the joins that every statement over the base takes. */
  readonly always?: readonly string[];
  readonly where: (context: RowContext) => readonly Sql[];
  /** Code of the unit that the row is entered at. */
  readonly unitCode: Sql;
  /** The alias whose `illustrative` speaks of the row's unit. */
  readonly place: string;
  /** The base carries unit versions itself as `u`, and no version is joined. */
  readonly drawsItself?: boolean;
  /** The sheet of a row where a base mixes sheets. */
  readonly sheetOf?: Sql;
  readonly columns: Readonly<Record<C, Column>>;
  readonly dimensions: Partial<Readonly<Record<Dimension, Partition>>>;
  /** The day of the row when a measure names none. */
  readonly day: NoInfer<C>;
  /** What makes the row the same row on two days. */
  readonly identity: readonly Sql[];
  readonly caseNo?: Sql;
  readonly effectiveOn?: Sql;
  /** Cells of the row under their workbook keys, in the workbook's order. */
  readonly cells: Readonly<Record<string, Sql>>;
  /** Joins that the cells need. */
  readonly cellJoins?: readonly string[];
}

/** Columns of a base as a measure names them. */
export type ColumnsOf<C extends string> = Readonly<Record<C, Sql>>;

/** Rows and amounts that make up a part of a breakdown. */
export interface PartReading<C extends string = string> {
  readonly where: (column: ColumnsOf<C>) => Sql;
  readonly amount?: (column: ColumnsOf<C>) => Sql;
}

/** Of which organisations on the list a sum should speak, and of which it does not because nothing is entered for them. */
export interface Coverage {
  /** Organisations of which an entry is expected. */
  readonly expected: Measure;
  /** Those of them without one. */
  readonly missing: Measure;
  /** What is entered, as it is called where it is missing: 运转经费. */
  readonly entry: Text;
  /** Who is expected to have an entry and what counts as one; it is part of the definition of a metric. */
  readonly text: Text;
}

/** What is counted or summed over the rows of a base. */
export interface Measure {
  readonly name: string;
  readonly base: Base;
  /** Rows that count; all when left out. */
  readonly where?: (column: ColumnsOf<string>) => Sql;
  /** What a row contributes; left out, a row counts one. Null contributes nothing, and a sum over none is null. */
  readonly amount?: (column: ColumnsOf<string>) => Sql;
  /** What makes up a part of a breakdown, where it differs from what makes up the whole. */
  readonly part?: (by: Dimension) => PartReading;
  /** Present where each organisation of a known set should have an entry. */
  readonly coverage?: Coverage;
  /** A sum that counts things: zero, not null, over no row. */
  readonly counts?: boolean;
  /** True for a row whose amount is a lower bound. */
  readonly atLeast?: (column: ColumnsOf<string>) => Sql;
  /** Columns of the sheet that it reads beyond those of its columns. */
  readonly reads?: readonly string[];
  /** Column that holds the row's own day. */
  readonly day?: string;
  /** Amounts in yuan are written with two decimals. */
  readonly yuan?: boolean;
}

interface MeasureSpec<C extends string> {
  readonly where?: (column: ColumnsOf<C>) => Sql;
  readonly amount?: (column: ColumnsOf<C>) => Sql;
  readonly part?: (by: Dimension) => PartReading<C>;
  readonly coverage?: Coverage;
  readonly counts?: boolean;
  readonly atLeast?: (column: ColumnsOf<C>) => Sql;
  readonly reads?: readonly string[];
  readonly day?: C;
  readonly yuan?: boolean;
}

/** Declares a measure over a base; only the base's own columns can be named. */
export function measure<C extends string>(base: Base<C>, name: string, spec: MeasureSpec<NoInfer<C>> = {}): Measure {
  return { ...(spec as MeasureSpec<string>), name, base };
}

/** A join that reads some tables. */
export const join = (tables: readonly string[], sql: Join['sql']): Join => ({ tables, sql });

/** Checks a base's declaration and keeps the names of its columns. */
export const defineBase = <const C extends string>(base: Base<C>): Base<C> => base;
