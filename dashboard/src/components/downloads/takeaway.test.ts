import { describe, expect, it } from 'vitest';
import { toCsv, toTabs, type CardTable } from '../card-table.ts';
import { evidenceQuery, ledgerQuery, readEvidence } from '../evidence/evidence-address.ts';

const table: CardTable = {
  columns: [{ label: '单位' }, { label: '数, 个', numeric: true }],
  rows: [
    { key: 'a', cells: [{ text: '大济"镇' }, { text: '+43.6%' }] },
    { key: 'b', cells: [{ text: '=SUM(A1)' }, { text: '4' }] },
  ],
};

describe('taking a card away', () => {
  it('writes CSV that office programs read and never run', () => {
    expect(toCsv(table)).toBe('\uFEFF单位,"数, 个"\r\n"大济""镇",+43.6%\r\n\'=SUM(A1),4\r\n');
    expect(toTabs(table).split('\n')[0]).toBe('单位\t数, 个');
  });
});

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
