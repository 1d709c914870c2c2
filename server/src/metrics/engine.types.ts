import type { Text } from '../domain/text.ts';
import type { Dimension } from './dimension.ts';
import type { MetricId } from './registry.ts';

/** One report: a unit in a campaign, as of a day, as known at a moment, on the tree of that day or of today. */
export interface ReportKey {
  readonly campaign: string;
  readonly unit: string;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly asOf: string;
  /** ISO moment; null is now. */
  readonly knownAt: string | null;
  readonly tree: 'then' | 'now';
  /** Level of the unit, 1 to 5, where the caller knows it; it saves a statement. */
  readonly level?: number;
}

/** How many organisations identified as of the day should have an entry, and how many do. */
export interface CoverageValue {
  readonly entered: number;
  readonly expected: number;
}

/** A figure with what it is made of. Amounts in yuan have two decimals, ratios up to ten, counts none. */
export interface MetricValue {
  readonly id: MetricId;
  readonly value: string | null;
  readonly numerator: string | null;
  /** Null for what is no ratio. */
  readonly denominator: string | null;
  readonly atLeast: boolean;
  readonly illustrative: boolean;
  readonly note: Text | null;
  /** Null where no entry is expected of anyone, and for parts that are no places. */
  readonly coverage: CoverageValue | null;
}

export interface BreakdownRow {
  /** Unit code, coded word, cause code, `2014-W27` or `2014-07`. */
  readonly key: string;
  readonly label: Text;
  /** Code of the unit, in a breakdown by child unit. */
  readonly unit: string | null;
  readonly values: readonly MetricValue[];
}

/** Whether the parts and what is unassigned sum to the whole; of a ratio, the figures are those of its numerator. */
export interface Proof {
  readonly id: MetricId;
  readonly parts: string | null;
  readonly unassigned: string | null;
  readonly total: string | null;
  /** Null where parts cannot be added; the reason says why. */
  readonly holds: boolean | null;
  readonly reason: Text | null;
}

export interface Breakdown {
  readonly by: Dimension;
  readonly rows: readonly BreakdownRow[];
  readonly total: readonly MetricValue[];
  readonly unassigned: readonly MetricValue[];
  /** False where a row may fall into several parts. */
  readonly exclusive: boolean;
  readonly proof: readonly Proof[];
}

export type Grain = 'WEEK' | 'MONTH';
export type TrendMode = 'level' | 'flow';

/** Half open, `[from, to)`. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

export interface TrendPoint extends Period {
  readonly values: readonly MetricValue[];
}

export type ChangeKind = 'NEWLY_IDENTIFIED' | 'NEWLY_RECTIFIED' | 'RELAPSED' | 'CORRECTED' | 'MOVED' | 'OTHER';

/** Part of the change of a numerator, and how many rows make it. */
export interface ChangePart {
  readonly kind: ChangeKind;
  readonly change: string;
  readonly rows: number;
}

/** From a report to another day, as known at a moment; null is now. */
export interface Span {
  readonly key: ReportKey;
  readonly to: string;
  readonly toKnownAt: string | null;
}

export interface MetricChange {
  readonly id: MetricId;
  readonly from: MetricValue;
  readonly to: MetricValue;
  /** In percentage points for a share, else in the metric's unit; null when either side has no value. */
  readonly change: string | null;
  readonly inPoints: boolean;
  /** Sum to the change of the numerator. */
  readonly parts: readonly ChangePart[];
}

/** One cell of a breakdown, or of its denominators. */
export interface Part {
  readonly by?: Dimension | null;
  readonly key?: string | null;
  readonly unassigned?: boolean;
  readonly den?: boolean;
  /** The organisations without an entry, instead of the rows that are counted. */
  readonly missing?: boolean;
}

export interface Page {
  readonly first: number;
  readonly after: string | null;
}

export interface EvidenceRow {
  /** Sheet of the ledger. */
  readonly sheet: string;
  /** Code of the unit that the row is entered at. */
  readonly unit: string;
  readonly caseNo: string | null;
  readonly effectiveOn: string | null;
  /** What the row adds to the figure; null where it lacks the amount. */
  readonly contribution: string | null;
  /** `file, row n`, or null when it was not imported. */
  readonly source: string | null;
  /** ISO moment. */
  readonly recordedAt: string;
  readonly cells: readonly { readonly column: string; readonly value: string | null }[];
  readonly illustrative: boolean;
  readonly cursor: string;
}

export interface EvidencePage {
  readonly rows: readonly EvidenceRow[];
  readonly totalCount: number;
  /** Sum of all contributions, not of the page alone: the figure. */
  readonly sum: string | null;
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/**
 * A child unit in the order of the circular (docs/domain.md#arithmetic). `relapsed`, `acceptedPending`, `overdue` and
 * `inWork` part the outstanding ones among them, in this precedence, so that a stacked bar is as long as `identified`.
 */
export interface TownRank {
  readonly unit: string;
  readonly name: string;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly identified: number;
  readonly rectified: number;
  readonly acceptedPending: number;
  readonly overdue: number;
  readonly relapsed: number;
  readonly inWork: number;
  readonly outstanding: number;
  readonly rate: string | null;
  /** Whether any of it rests on what the source does not give, the place included. */
  readonly illustrative: boolean;
}
