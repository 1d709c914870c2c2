export { activitiesOf, goodPracticesOf, type GoodPractice } from './activities.service.ts';
export { openReport, reportOf, type ReportRequest, type ReportSources } from './open-report.ts';
export { createReportLoaders, type ReportLoaders } from './report.loaders.ts';
export { readReportQuery } from './report-query.ts';
export type { Activity, Report } from './report.types.ts';
