import { describe, expect, it } from 'vitest';
import { evidenceQuery, ledgerQuery, readEvidence } from './evidence-address.ts';

describe('the way to the rows of a figure', () => {
  it('is the ledger for cases, with the part as its filter', () => {
    expect(ledgerQuery({ id: 'OVERDUE' })).toEqual({ countedIn: 'OVERDUE' });
    expect(ledgerQuery({ id: 'IDENTIFIED', part: { by: 'CAUSE', key: 'C14' } })).toEqual({
      countedIn: 'IDENTIFIED',
      cause: 'C14',
    });
  });

  it('is the drawer for everything that the ledger cannot show', () => {
    expect(ledgerQuery({ id: 'VENUE_GAP' })).toBeNull();
    expect(ledgerQuery({ id: 'RECTIFIED', part: { by: 'MONTH', key: '2014-07' } })).toBeNull();
    expect(ledgerQuery({ id: 'IDENTIFIED', den: true })).toBeNull();
  });

  it('survives a trip through the address', () => {
    const request = {
      id: 'VENUE_RAISED',
      code: '350322100',
      part: { by: 'FUND_SOURCE', key: 'upper', unassigned: false },
      den: true,
      missing: false,
    } as const;
    expect(readEvidence(evidenceQuery(request))).toEqual(request);
    const missing = { id: 'OPERATING_PAID', den: false, missing: true } as const;
    expect(readEvidence(evidenceQuery(missing))).toEqual(missing);
    expect(readEvidence({})).toBeNull();
  });
});
