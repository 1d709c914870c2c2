export { createReportLoaders, type ReportLoaders } from './report.loaders.ts';
