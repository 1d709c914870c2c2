export { Cell } from './case-detail.types.ts';
export { createCaseLoaders, type CaseLoaders } from './case.loaders.ts';
export type { CaseListKey } from './case-list.sql.ts';
export { countCases, neighboursOf } from './case-list.service.ts';
export { CaseCount, CaseNeighbours } from './case-list.types.ts';
export { listCases } from './case.service.ts';
export { Case, CaseConnection, CaseFilter, CaseOrder } from './case.types.ts';
export { resolveFilter } from './resolve-filter.ts';
