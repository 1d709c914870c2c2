import type { GraphContext } from '../../graphql-types/context.ts';
import type { DocumentContext } from './document-context.ts';

export const contextOfRequest = ({
  db,
  engine,
  record,
  campaigns,
  units,
  reports,
  today,
}: GraphContext): DocumentContext => ({ db, engine, record, campaigns, units, reports, today });
