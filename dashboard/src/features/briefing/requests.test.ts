import { describe, expect, it } from 'vitest';
import { quietMatters, requestsOf, type RequestSource } from './requests.ts';

type Figures = Readonly<Record<string, string | null>>;

const figures = (values: Figures, notes: Figures = {}): RequestSource['metrics'] =>
  Object.entries(values).map(([id, value]) => ({
    id: id as RequestSource['metrics'][number]['id'],
    value,
    illustrative: false,
    noteZh: notes[id] ?? null,
  }));
const source = (values: Figures, more: Partial<RequestSource> & { notes?: Figures } = {}): RequestSource => ({
  metrics: figures(values, more.notes),
  parts: more.parts ?? [],
  left: more.left ?? [],
});
const part = (key: string, values: Figures): RequestSource['parts'][number] => ({
  key,
  unit: { name: `镇${key}` },
  values: figures(values),
});
const late = (
  caseNo: string,
  daysLeft: number | null,
  contactLeader: string | null,
): RequestSource['left'][number] => ({
  caseNo,
  overdue: daysLeft !== null && daysLeft < 0,
  daysLeft,
  contactLeader,
  unit: { code: `35032210020${caseNo}`, name: `村${caseNo}` },
  town: { name: '榜头镇' },
});
const kinds = (given: RequestSource): string[] => requestsOf(given).map(({ kind }) => kind);

describe('requests', () => {
  it('ask for nothing when everything is zero or nothing is on record', () => {
    const zero = { VENUES_NEEDED: '3', VENUES_DONE: '3', VENUE_GAP: '0.00', VACANCIES_NOW: '0', OVERDUE: '0' };
    expect(kinds(source({ ...zero, OPERATING_GAP: '0.00' }))).toEqual([]);
    expect(kinds(source({}))).toEqual([]);
    expect(kinds(source({ VENUE_GAP: null, VACANCIES_NOW: null, OPERATING_GAP: null, OVERDUE: '0' }))).toEqual([]);
  });

  it('come in the order overdue, venues, vacancies, operating funds, each with its figures', () => {
    const given = source({
      VENUES_NEEDED: '10',
      VENUES_DONE: '2',
      VENUE_GAP: '430000.00',
      VACANCIES_NOW: '1',
      OVERDUE: '2',
      OPERATING_DUE: '1340000.00',
      OPERATING_PAID: '1249000.00',
      OPERATING_GAP: '91000.00',
    });
    const requests = requestsOf(given);
    expect(requests.map(({ kind }) => kind)).toEqual(['overdue', 'venues', 'vacancies', 'operating']);
    expect(requests[1]).toMatchObject({ open: '8', figures: { gap: 'VENUE_GAP' }, about: 'VENUE_GAP' });
    expect(requests[3]?.figures).toEqual({ due: 'OPERATING_DUE', paid: 'OPERATING_PAID', gap: 'OPERATING_GAP' });
  });

  it('say where, the largest part first, and leave out the parts that are zero or unknown', () => {
    const gap = (value: string | null): Figures => ({ VENUE_GAP: value });
    const parts = [part('b', gap('90000.00')), part('a', gap('90000.0')), part('c', gap(null)), part('d', gap('0.00'))];
    const more = [...parts, part('e', gap('100000.00'))];
    const [request] = requestsOf(
      source({ VENUES_NEEDED: '3', VENUES_DONE: '3', VENUE_GAP: '280000' }, { parts: more }),
    );
    expect(request?.kind).toBe('venuesDone');
    expect(request?.places.map(({ code }) => code)).toEqual(['e', 'a', 'b']);
  });

  it('name the post that answers for each overdue case, longest first, and say when none is recorded', () => {
    const left = [
      late('1', -1, '县政协副主席'),
      late('2', 15, '镇党委书记'),
      late('3', -16, null),
      late('4', null, '甲'),
    ];
    const [request] = requestsOf(source({ OVERDUE: '2' }, { left }));
    expect(request?.late).toEqual([
      { caseNo: '3', code: '350322100203', name: '榜头镇村3', days: 16, post: null },
      { caseNo: '1', code: '350322100201', name: '榜头镇村1', days: 1, post: '县政协副主席' },
    ]);
  });

  it('ask for an estimate where the gap cannot be told, which is not a gap of zero', () => {
    const notes = { VENUE_GAP: '3 处无概算' };
    expect(kinds(source({ VENUES_NEEDED: '3', VENUES_DONE: '0', VENUE_GAP: null }, { notes }))).toEqual(['estimates']);
    expect(kinds(source({ VENUES_NEEDED: '3', VENUES_DONE: '0', VENUE_GAP: '0.00' }, { notes }))).toEqual([
      'estimates',
    ]);
    expect(kinds(source({ VENUES_NEEDED: '3', VENUES_DONE: '0', VENUE_GAP: '5.00' }, { notes }))).toEqual(['venues']);
  });
});

describe('matters without a request', () => {
  it('tell zero from not recorded', () => {
    const given = source({
      VENUES_NEEDED: '0',
      VENUE_GAP: null,
      VACANCIES_BEFORE: '2',
      VACANCIES_NOW: '0',
      IDENTIFIED: '4',
      OVERDUE: '0',
      OPERATING_GAP: null,
    });
    expect(quietMatters(given)).toEqual([
      { kind: 'overdue', state: 'zero' },
      { kind: 'venues', state: 'unrecorded' },
      { kind: 'vacancies', state: 'zero' },
      { kind: 'operating', state: 'unrecorded' },
    ]);
  });

  it('are those that no request is about', () => {
    const somethingDue = source({ IDENTIFIED: '1', OVERDUE: '1', VENUES_NEEDED: '1', VENUE_GAP: '1.00' });
    expect(quietMatters(somethingDue).map(({ kind }) => kind)).toEqual(['vacancies', 'operating']);
  });
});
