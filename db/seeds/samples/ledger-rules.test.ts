import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Row } from './read-csv.ts';
import { cityWorkbook, countyWorkbook, type SampleSheets } from './sample-workbooks.ts';
import { SAMPLE_SHEETS } from './sheet-format.ts';

const STEPS: Record<string, readonly string[]> = {
  identified: ['planned'],
  planned: ['rectifying'],
  rectifying: ['submitted'],
  submitted: ['accepted', 'rectifying'],
  accepted: ['struck_off'],
  struck_off: ['consolidating'],
  consolidating: ['relapsed'],
};
const POST =
  /(书记|部长|主任|县长|主席|局|组|指导员|党校|文明办|组织部|所长|站长|委员|单位\d*|领导|党委主管副职|选派）|镇（街道）长（主任）)$/u;
/** SHA-256 of the names of people in the reports, so that the names themselves stand nowhere. */
const NAMES = new Set([
  '57766ca8938b6cc34e40cfd17a0690b11d9ccff02828419d501aeab2d58687e3',
  '1b8b662caabb5c4fc0ec91efbe4d592b503708b33ff147bf1635346720addd01',
  'b8d218593b6944387c103832e8ba144d7c1cf5378958a5aca20088c873bd9205',
]);

const SAMPLES: readonly [string, SampleSheets, string][] = [
  ['county-2014', await countyWorkbook(), '350322'],
  ['city-2019', await cityWorkbook(), '131182'],
];

describe.each(SAMPLES)('%s', (_id, book, root) => {
  const rows = (sheet: string): readonly Row[] => book[sheet] ?? [];
  const units = new Map(rows('units').map((row) => [row.code, row]));
  const cases = new Map(rows('cases').map((row) => [row.case_no, row]));

  it('has only columns of the format, and the illustrative column names columns of its sheet', () => {
    for (const [sheet, list] of Object.entries(book)) {
      const keys = SAMPLE_SHEETS.find((format) => format.key === sheet)?.columns.map((column) => column.key) ?? [];
      for (const row of list) {
        expect(keys).toEqual(expect.arrayContaining(Object.keys(row)));
        const marked = (row.illustrative ?? '').split(';').filter((key) => !['', 'yes', '是'].includes(key));
        expect(keys).toEqual(expect.arrayContaining(marked));
        for (const key of marked) expect(row[key], `${sheet}.${key} is marked but blank`).not.toBe('');
      }
    }
  });

  it('has unique units whose codes fit their parents', () => {
    expect(units.size).toBe(rows('units').length);
    for (const row of rows('units')) {
      expect(row.code).toMatch(/^(\d{6}|\d{9}|\d{12})$/u);
      if (row.code !== root) expect(row.code?.startsWith(row.parent_code ?? '?')).toBe(true);
      if (row.code !== root) expect(units.has(row.parent_code)).toBe(true);
    }
  });

  it('gives unnamed organisations codes of their kind and marks the whole row', () => {
    const unnamed = rows('units').filter((row) => row.name?.startsWith('未具名'));
    expect(unnamed.length).toBeGreaterThan(0);
    for (const row of unnamed) {
      expect(row.illustrative).toBe('yes');
      expect(row.code?.slice(9)).toMatch(row.kind === 'village' ? /^3\d\d$/u : /^1\d\d$/u);
    }
  });

  it('refers only to units and cases that exist', () => {
    const all = Object.values(book).flat();
    expect(all.map((row) => row.unit_code).filter((code) => code !== undefined && !units.has(code))).toEqual([]);
    expect(all.map((row) => row.case_no).filter((caseNo) => caseNo !== undefined && !cases.has(caseNo))).toEqual([]);
  });

  it('follows the life of a case, never backwards in time', () => {
    for (const one of rows('cases')) {
      let state = 'identified';
      let day = one.identified_on ?? '';
      for (const row of rows('transitions').filter((step) => step.case_no === one.case_no)) {
        expect(STEPS[state], `${one.case_no} ${state} -> ${row.state}`).toContain(row.state);
        if (row.state === 'rectifying' && state === 'submitted') expect(day < (row.effective_on ?? '')).toBe(true);
        expect(day <= (row.effective_on ?? ''), `${one.case_no} ${row.state}`).toBe(true);
        state = row.state ?? '';
        day = row.effective_on ?? '';
      }
      expect((one.deadline ?? '') >= (one.identified_on ?? '')).toBe(true);
    }
  });

  it('has every measure done by the submission, none before its work began', () => {
    const stepDay = (caseNo: string | undefined, state: string): string =>
      rows('transitions').find((row) => row.case_no === caseNo && row.state === state)?.effective_on ?? '';
    for (const row of rows('measures')) {
      expect((row.due_on ?? '') > stepDay(row.case_no, 'rectifying')).toBe(true);
      const submitted = stepDay(row.case_no, 'submitted');
      if (submitted !== '')
        expect(row.done_on !== '' && (row.done_on ?? '') < submitted, `${row.case_no} ${row.no}`).toBe(true);
      if (row.done_on !== '') expect((row.done_on ?? '') > stepDay(row.case_no, 'rectifying')).toBe(true);
    }
  });

  it('has ballots that add up and scores that pass wherever the case was accepted', () => {
    const of = (row: Row, key: string): number => Number(row[key]);
    for (const row of rows('evaluations')) {
      if (row.kind === 'ballot') {
        expect(of(row, 'satisfied') + of(row, 'fairly') + of(row, 'dissatisfied')).toBe(of(row, 'returned'));
        expect(of(row, 'returned')).toBeLessThanOrEqual(of(row, 'issued'));
        expect(of(row, 'dissatisfied') * 2).toBeLessThan(of(row, 'returned'));
        for (const key of ['satisfied', 'fairly', 'dissatisfied']) expect(of(row, key)).toBeGreaterThanOrEqual(0);
      }
      const accepted = rows('transitions').some(
        (step) => step.case_no === row.case_no && step.state === 'accepted' && step.effective_on === row.evaluated_on,
      );
      if (row.kind === 'group') expect(of(row, 'score') >= 70).toBe(accepted);
    }
  });

  it('has visits only while the contact held, with whole numbers of problems', () => {
    for (const row of rows('visits')) {
      const contact = rows('contacts').find((one) => one.case_no === row.case_no && one.role === row.role);
      expect((row.visited_on ?? '') >= (contact?.since ?? '9')).toBe(true);
      expect(row.problems_solved).toMatch(/^\d*$/u);
      expect(row.problems_found).toMatch(/^\d*$/u);
    }
    for (const row of rows('contacts'))
      expect((row.since ?? '') >= (cases.get(row.case_no)?.identified_on ?? '')).toBe(true);
  });

  it('has every identity once', () => {
    const identities: Record<string, readonly string[]> = {
      cases: ['case_no'],
      transitions: ['case_no', 'state', 'effective_on'],
      measures: ['case_no', 'no'],
      contacts: ['case_no', 'role', 'holder'],
      visits: ['case_no', 'role', 'visited_on'],
      team: ['unit_code', 'item', 'effective_on'],
      supports: ['unit_code', 'item', 'since'],
      venues: ['unit_code'],
      venue_funds: ['unit_code', 'source', 'received_on'],
      evaluations: ['case_no', 'kind', 'evaluated_on'],
      activities: ['unit_code', 'kind', 'held_on', 'title'],
      reports: ['unit_code', 'period'],
    };
    for (const [sheet, keys] of Object.entries(identities)) {
      const ids = rows(sheet).map((row) => keys.map((key) => row[key]).join('|'));
      expect([...new Set(ids)]).toEqual(ids);
    }
  });

  it('has posts and offices for holders, and the name of no one', () => {
    for (const row of rows('contacts')) expect(row.holder).toMatch(POST);
    for (const row of rows('measures')) expect(row.responsible).toMatch(POST);
    const words = Object.values(book).flatMap((list) => list.flatMap((row) => Object.values(row)));
    for (const text of words) {
      const latin = text.toLowerCase().split(/[^a-z]+/u);
      const pairs = latin
        .slice(1)
        .map((word, index) => createHash('sha256').update(`${latin[index]} ${word}`).digest('hex'));
      expect(pairs.filter((hash) => NAMES.has(hash))).toEqual([]);
    }
  });
});
