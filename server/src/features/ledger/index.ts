export { Cell } from './case-detail.types.ts';
export { createCaseLoaders, type CaseLoaders } from './case.loaders.ts';
export { listCases } from './case.service.ts';
export { Case, CaseConnection, CaseFilter, CaseOrder } from './case.types.ts';
