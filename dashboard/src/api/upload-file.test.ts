import { describe, expect, it } from 'vitest';
import { faultOf, MOST_BYTES, uploadResult, IMPORTED } from './upload-file.ts';

describe('a file before it is sent', () => {
  it('is taken as workbook, zip or CSV in any case of letters', () => {
    const faults = ['台账.xlsx', 'A.XLSX', 'sheets.zip', 'cases.csv'].map((name) =>
      faultOf({ name, size: 10 }, IMPORTED),
    );
    expect(faults).toEqual([null, null, null, null]);
  });
  it('is taken as a map', () => {
    expect(['县界.geojson', 'map.JSON'].map((name) => faultOf({ name, size: 10 }, IMPORTED))).toEqual([null, null]);
  });
  it('is refused by kind, when empty and when too large', () => {
    expect(faultOf({ name: 'old.xls', size: 10 }, IMPORTED)).toBe('wrongType');
    expect(faultOf({ name: 'a.xlsx', size: 0 }, IMPORTED)).toBe('empty');
    expect(faultOf({ name: 'a.xlsx', size: MOST_BYTES }, IMPORTED)).toBeNull();
    expect(faultOf({ name: 'a.xlsx', size: MOST_BYTES + 1 }, IMPORTED)).toBe('tooLarge');
  });
});

describe('answer to an upload', () => {
  it('is the id of the upload', () => expect(uploadResult(200, '{"upload":"u1"}')).toEqual({ upload: 'u1' }));
  it('tells the reasons apart by status', () => {
    const fault = (status: number) => (uploadResult(status, '') as { failure: { fault: string } }).failure.fault;
    expect([413, 415, 429, 503, 500].map(fault)).toEqual(['tooLarge', 'wrongType', 'busy', 'busy', 'server']);
  });
  it('keeps the words of the server wherever they stand', () => {
    for (const body of ['{"error":{"message":"no"}}', '{"message":"no"}', '{"error":"no"}']) {
      expect(uploadResult(400, body)).toEqual({ failure: { fault: 'server', message: 'no' } });
    }
  });
  it('is a failure when it says success without an id, or is no JSON', () => {
    expect(uploadResult(200, '{}')).toMatchObject({ failure: { fault: 'server' } });
    expect(uploadResult(200, '<html>')).toMatchObject({ failure: { fault: 'server' } });
  });
});
