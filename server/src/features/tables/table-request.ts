import type { Lang } from '../../domain/text.ts';
import type { Report } from '../reports/index.ts';
import type { OrgUnit } from '../units/index.ts';
import type { MetricEngine, MetricId } from '../../metrics/index.ts';
import type { ChartSources } from '../charts/index.ts';
import type { WrittenSheet } from '../../rendering/workbook/write-workbook.ts';

/** Where the figures of tables come from; a request's context is one. */
export interface TableSources extends ChartSources {
  readonly engine: MetricEngine;
}

/** A report that a table is drawn from. */
export interface TableReport {
  readonly report: Report;
  readonly unit: OrgUnit;
  readonly lang: Lang;
}

/** A table before it is a file: its sheet, and the metrics that the sheet on definitions explains. */
export interface BuiltTable {
  readonly title: string;
  readonly sheet: WrittenSheet;
  readonly metricIds: readonly MetricId[];
  /** Sentences about how the table reads. */
  readonly notes: readonly string[];
}
