import 'reflect-metadata';
import { kysely } from '@wallchart/db';
import { migrated, type Template } from '@wallchart/db/testing';
import { poolOf } from '../database/open-database.ts';
import { loadSamplesOnce } from '../app/samples.ts';

/** Both sample campaigns, read in as a first start does. */
export const samples: Template = {
  name: 'samples',
  from: migrated,
  fill: async (orm) => {
    const { signal } = new AbortController();
    await loadSamplesOnce({ db: kysely(orm), pool: await poolOf(orm) }, { say: () => undefined, signal });
  },
};
