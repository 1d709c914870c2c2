import type { MetricId } from '../../../metrics/index.ts';
import type { Binding, ListId } from '../content/binding.ts';
import type { Subject } from '../subject.ts';
import type { RowsOfFigure } from './changed-rows.ts';

/** What a figure depends on, for explaining why it changed. */
export interface FigureBasis {
  /** Metrics whose rows decide it, in a unit, on days. */
  readonly metrics: readonly MetricId[];
  readonly unit: string;
  readonly days: readonly ('now' | 'previous')[];
  /** The cell of a breakdown that it is; null for the whole. */
  readonly by: RowsOfFigure['by'];
  /** It tells the units apart, so that it matters at which one per row is entered. */
  readonly perUnit: boolean;
  /** Tables whose rows it reads directly. */
  readonly tables: readonly string[];
  /** The one case that it speaks of; null for no case in particular. */
  readonly caseNo: string | null;
}

const RANKING: readonly MetricId[] = ['RECTIFICATION_RATE', 'OVERDUE'];

const METRICS_OF_LIST: Readonly<Record<ListId, readonly MetricId[]>> = {
  ALL_DONE: ['RECTIFICATION_RATE'],
  BELOW_AVERAGE: ['RECTIFICATION_RATE'],
  NO_CASE: ['IDENTIFIED'],
  OUTSTANDING: ['OUTSTANDING'],
  OVERDUE: ['OVERDUE'],
  RELAPSED: ['RELAPSED'],
  ACCEPTED_PENDING: ['ACCEPTED_PENDING'],
  ACTIVITIES: [],
  PLANNED: [],
  GOOD_PRACTICES: [],
};

const TABLES_OF_LIST: Readonly<Partial<Record<ListId, readonly string[]>>> = {
  ACTIVITIES: ['activities'],
  PLANNED: ['activities'],
  GOOD_PRACTICES: ['good_practices'],
};

const OF_CASE = ['cases', 'contacts', 'transitions', 'campaign_version'];

export function basisOf({ unit: { code }, previous }: Subject, bind: Binding): FigureBasis {
  const basis: FigureBasis = {
    metrics: [],
    unit: code,
    days: ['now'],
    by: null,
    perUnit: false,
    tables: [],
    caseNo: null,
  };
  switch (bind.of) {
    case 'metric': {
      const days =
        bind.at === 'now'
          ? (['now'] as const)
          : bind.at === 'previous'
            ? (['previous'] as const)
            : (['now', 'previous'] as const);
      // What the last circular was sealed with does not change any more.
      const open = days.filter((day) => day === 'now' || !previous?.knownAt);
      return { ...basis, metrics: [bind.metric], unit: bind.unit ?? code, days: open, by: bind.by ?? null };
    }
    case 'names':
    case 'count': {
      return {
        ...basis,
        metrics: METRICS_OF_LIST[bind.list],
        unit: bind.unit ?? code,
        perUnit: true,
        tables: TABLES_OF_LIST[bind.list] ?? [],
      };
    }
    case 'rank':
      return { ...basis, metrics: RANKING, perUnit: true };
    case 'case':
      return { ...basis, tables: OF_CASE, caseNo: bind.caseNo };
    case 'day':
      return { ...basis, tables: ['campaign_version'] };
    case 'standard':
      return basis;
  }
}
