export { MetricResolver } from './metric.resolver.ts';
export { createReportLoaders, type ReportLoaders } from './report.loaders.ts';
export { ReportResolver, UnitReportResolver } from './report.resolver.ts';
export {
  ActivityResolver,
  BreakdownRowResolver,
  EvidenceRowResolver,
  MetricValueResolver,
  ProofResolver,
  TownRankResolver,
} from './value.resolvers.ts';
