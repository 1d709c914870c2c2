import type { GraphContext } from '../../graphql-types/context.ts';
import type { DocumentContext } from './document-context.ts';

/** There is no sign-in yet: the user of this machine. */
const USER = 'dashboard';

export const contextOfRequest = ({
  db,
  engine,
  scope,
  campaigns,
  units,
  reports,
  today,
}: GraphContext): DocumentContext => ({
  db,
  engine,
  scope,
  campaigns,
  units,
  reports,
  today,
  user: USER,
});
