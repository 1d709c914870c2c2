import type { GraphContext } from '../../graphql-types/context.ts';
import type { CircularDesk } from './desk.ts';

/** There is no sign-in yet: the user of this machine. */
const USER = 'dashboard';

export const deskOfRequest = ({ db, engine, scope, campaigns, units, reports, today }: GraphContext): CircularDesk => ({
  db,
  engine,
  scope,
  campaigns,
  units,
  reports,
  today,
  user: USER,
});
