import type { Principal } from '../domain/principal.ts';

const seesEverything = (id: string, name: string): Principal => ({ id, name, scope: { kind: 'all' } });

/** Start, samples, jobs and maintenance. */
export const SYSTEM = seesEverything('system', 'system');

/** The user of the dashboard: there is no sign-in yet. */
export const DASHBOARD = seesEverything('dashboard', 'dashboard');

/** Whom a command acts for. A user of this machine sees everything. */
export const principalNamed = (name: string): Principal => seesEverything(`command:${name}`, name);
