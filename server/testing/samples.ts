import 'reflect-metadata';
import { migrated, type Template } from '@wallchart/db/testing';
import { systemDb } from '../src/database/open-database.ts';
import { loadSamplesOnce } from '../src/app/samples.ts';

/** Both sample campaigns, read in as a first start does. */
export const samples: Template = {
  name: 'samples',
  from: migrated,
  fill: async (orm) => {
    const { signal } = new AbortController();
    await loadSamplesOnce({ system: await systemDb(orm) }, { say: () => undefined, signal });
  },
};
