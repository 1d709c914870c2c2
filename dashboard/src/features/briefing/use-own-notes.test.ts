import { expect, it } from 'vitest';
import { notesKey, readNotes } from './use-own-notes.ts';

it('notes are kept by campaign, unit and day', () => {
  expect(notesKey({ campaign: 'county-2014', unit: '350322', asOf: '2014-07-31' })).toBe(
    'wallchart.briefing-notes:county-2014:350322:2014-07-31',
  );
});

it('what is kept is read again, and what is no such thing is nothing', () => {
  expect(readNotes('{"left":"先讲鲁头村"}')).toEqual({ left: '先讲鲁头村' });
  expect([null, '', '[1]', 'null', '{'].map(readNotes)).toEqual([{}, {}, {}, {}, {}]);
});
