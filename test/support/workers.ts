import { availableParallelism } from 'node:os';

/** Workers of a run: one more than there are cores, as a file waits for PostgreSQL and for disks part of its time. */
export const WORKERS = availableParallelism() + 1;
