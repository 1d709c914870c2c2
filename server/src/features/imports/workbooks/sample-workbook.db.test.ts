import { testDatabase } from '@wallchart/db/testing';
import { expect, it } from 'vitest';
import { samples } from '../../../testing/samples.ts';
import { testFolder } from '../testing/build-xlsx.ts';
import { writtenAndReadAgain } from '../testing/round-trip.ts';

const database = testDatabase({ from: samples });
const folder = testFolder();

it('both samples are read in again without a change, as they are written out', async () => {
  const ended = await writtenAndReadAgain(database, folder);
  expect(ended).toHaveLength(4);
  expect(ended.filter((line) => !line.endsWith(' unchanged 0'))).toEqual([]);
});
