export { VisitEntryResolver, RecordedVisitResolver } from './entry.resolver.ts';
