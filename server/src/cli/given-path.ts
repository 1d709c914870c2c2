import { resolve } from 'node:path';

/** A path as the user gave it: package managers run scripts in the project's folder and tell in INIT_CWD where they were called. */
export const givenPath = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
