import type { GraphContext } from '../../context.ts';
import type { CircularDesk } from './circular.service.ts';

/** There is no sign-in yet: whoever works at this machine. */
const USER = 'dashboard';

export const deskOfRequest = ({ db, engine, scope, campaigns, units, today }: GraphContext): CircularDesk => ({
  db,
  engine,
  scope,
  campaigns,
  units,
  today,
  user: USER,
});
