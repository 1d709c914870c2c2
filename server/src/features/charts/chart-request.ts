import type { ChartKind, PictureRequest } from '@wallchart/charts/cards';
import type { ViewerDb } from '../../database/handles.ts';
import type { ReportLoaders, ReportSources } from '../reports/index.ts';

/** Where the figures come from; a request's context is one. */
export interface ChartSources extends ReportSources {
  readonly db: ViewerDb;
  readonly reports: ReportLoaders;
}

/** Which chart of which report, in which language. */
export interface ChartRequest extends PictureRequest {
  readonly kind: ChartKind;
}
