import { testDatabase } from '@wallchart/db/testing';
import { expect, it, vi } from 'vitest';
import { asViewer, recordingAs } from '../../../../testing/handles.ts';
import { progressOf, withProgress } from './progress.ts';

const database = testDatabase();

it('the issuing of cards tells its progress to every process, and is forgotten when it ends', async () => {
  const { db } = database;
  const seen = await withProgress(recordingAs(db, 'clerk'), 'batch-1', async (report) => {
    report({ done: 1, total: 3 });
    return vi.waitFor(async () => {
      const progress = await progressOf(asViewer(db), 'batch-1');
      expect(progress).not.toBeNull();
      return progress;
    });
  });
  expect(seen).toEqual({ done: 1, total: 3 });
  expect(await progressOf(asViewer(db), 'batch-1')).toBeNull();
  await expect(withProgress(recordingAs(db, 'clerk'), 'a\0', () => Promise.resolve())).rejects.toMatchObject({
    code: 'BAD_INPUT',
  });
});
