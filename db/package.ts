import { createRequire } from 'node:module';

/** This package's own `package.json`, found by name: it may have become part of another file. */
export const PACKAGE = createRequire(import.meta.url).resolve('@wallchart/db/package.json');
