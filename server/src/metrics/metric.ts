import type { Text } from '../domain/text.ts';
import type { Base, Coverage, Measure } from './base.ts';
import { DIMENSIONS, type Dimension } from './dimension.ts';

/** What a metric counts. */
export type MetricUnit =
  | 'CASES'
  | 'VILLAGES'
  | 'PERSONS'
  | 'TIMES'
  | 'ITEMS'
  | 'DAYS'
  | 'YUAN'
  | 'SHARE'
  | 'UNITS'
  | 'PLACES'
  | 'REPORTS'
  | 'PROBLEMS'
  | 'BRANCHES';

/** How a value is written. */
export type MetricFormat = 'INTEGER' | 'PERCENT' | 'SIGNED_PERCENT' | 'DECIMAL' | 'MONEY';

/** How a value totals over units: base rows added, sums divided once, or the latest of a unit taken. */
export type Rollup = 'SUM' | 'RATIO' | 'LATEST';

export type Polarity = 'HIGHER_IS_BETTER' | 'LOWER_IS_BETTER' | 'NEUTRAL';

/** The families in which metrics are shown. */
export type MetricGroup =
  | 'progress'
  | 'plan'
  | 'visits'
  | 'team'
  | 'support'
  | 'venues'
  | 'operating'
  | 'economy'
  | 'remuneration'
  | 'acceptance'
  | 'reports';

/** A remark that stands beside a value when some of the rows behind it lack something. */
export interface Remark {
  /** Counts the rows that lack it; the remark is made when the count is above zero. */
  readonly rows: Measure;
  readonly text: (rows: string) => Text;
  /** With such a row the value cannot be stated at all. */
  readonly voids?: boolean;
}

/** One declaration per metric: everything that is shown, computed or generated comes from it. */
export interface MetricSpec {
  readonly label: Text;
  readonly definition: Text;
  readonly formula: Text;
  /** How it totals; left out, the text that belongs to the shape of the metric. */
  readonly totals?: Text;
  readonly unit: MetricUnit;
  readonly format: MetricFormat;
  readonly polarity: Polarity;
  readonly group: MetricGroup;
  readonly numerator: Measure;
  /** Present for a ratio. */
  readonly denominator?: Measure;
  readonly remark?: Remark;
  /** Raised by one when its figures come to mean something else; left out, 1. */
  readonly revision?: number;
}

/** A declared metric with what follows from its declaration. */
export interface Metric extends MetricSpec {
  readonly id: string;
  readonly revision: number;
  readonly rollup: Rollup;
  readonly totals: Text;
  /** Of whom entries are expected; of a ratio, those of its numerator. */
  readonly coverage?: Coverage;
  readonly dimensions: readonly Dimension[];
  /** Sheet of the ledger whose rows the numerator counts. */
  readonly sheet: string;
}

const SUMMED: Text = {
  zh: '由本级及所辖全部单位的原始记录逐条相加；直接在上级登记、未落到下级单位的，列为“未分配”，各部分与未分配之和等于合计。',
  en: 'The base rows of the unit and of all units below it are added up; rows entered at the higher unit itself show as "unassigned", and parts + unassigned = whole.',
};
const DIVIDED: Text = {
  zh: '分子、分母分别由原始记录汇总，在所示层级只相除一次；不对下级的比率求平均。',
  en: 'Numerator and denominator are each summed over base rows and divided once at the level shown; rates of lower units are never averaged.',
};

const bases = ({ numerator, denominator }: MetricSpec): Base[] =>
  denominator ? [numerator.base, denominator.base] : [numerator.base];

const followedBy = ({ zh, en }: Text, more: Text | undefined): Text =>
  more ? { zh: `${zh}${more.zh}`, en: `${en} ${more.en}` } : { zh, en };

/** Completes a declaration under its id: roll-up, coverage, dimensions common to its bases, sheet. */
export function completeMetric(id: string, spec: MetricSpec): Metric {
  const { coverage } = spec.numerator;
  const common = (by: Dimension) => bases(spec).every((base) => by in base.dimensions);
  return {
    ...spec,
    id,
    revision: spec.revision ?? 1,
    coverage,
    definition: followedBy(spec.definition, coverage?.text),
    rollup: spec.denominator ? 'RATIO' : 'SUM',
    totals: spec.totals ?? (spec.denominator ? DIVIDED : SUMMED),
    dimensions: DIMENSIONS.filter(common),
    sheet: spec.numerator.base.sheet,
  };
}
