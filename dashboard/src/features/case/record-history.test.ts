import { describe, expect, it } from 'vitest';
import { recordHistory, type RecordedEntry } from './record-history.ts';

const FIRST = '2014-06-20T01:00:00.000Z';
const LATER = '2014-07-02T01:00:00.000Z';
const measure = (no: string, doneOn: string | null, part: Partial<RecordedEntry> = {}): RecordedEntry => ({
  id: `measures:350322:${no}`,
  sheet: 'measures',
  withdrawn: false,
  effectiveOn: '2014-04-01',
  recordedAt: FIRST,
  supersededAt: null,
  recordedBy: 'sample',
  source: 'county.xlsx 12',
  cells: [
    { column: 'no', value: no },
    { column: 'done_on', value: doneOn },
  ],
  changed: [],
  ...part,
});

describe('history of a record', () => {
  it('puts the newest recording first', () => {
    expect(
      recordHistory([measure('1', null), measure('2', null, { recordedAt: LATER })]).map((m) => m.recordedAt),
    ).toEqual([LATER, FIRST]);
  });

  it('shows a correction with the old value of the same row', () => {
    const moments = recordHistory([
      measure('1', '2014-05-01', { supersededAt: LATER }),
      measure('2', '2014-05-02', { supersededAt: LATER }),
      measure('2', '2014-05-20', { recordedAt: LATER, changed: ['done_on'] }),
    ]);
    expect(moments[0]?.corrected).toBe(1);
    expect(moments[0]?.lines[0]?.corrections).toEqual([
      { column: 'done_on', before: '2014-05-02', after: '2014-05-20' },
    ]);
    expect(moments[1]?.lines.map((line) => line.superseded)).toEqual([true, true]);
  });

  it('shows a correction whose old version is not at hand without inventing one', () => {
    const moments = recordHistory([measure('2', null, { recordedAt: LATER, changed: ['done_on'] })]);
    expect(moments[0]?.lines[0]?.corrections).toEqual([{ column: 'done_on', before: null, after: null }]);
  });

  it('orders one recording by day of effect', () => {
    const days = recordHistory([
      measure('1', null, { effectiveOn: '2014-04-01' }),
      measure('2', null, { effectiveOn: '2014-05-01' }),
    ]);
    expect(days[0]?.lines.map((line) => line.entry.effectiveOn)).toEqual(['2014-05-01', '2014-04-01']);
  });
});
