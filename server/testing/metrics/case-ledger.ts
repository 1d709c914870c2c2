import type { Db } from '@wallchart/db';
import { buildCampaign, buildCase, buildCounty, insertFact } from '@wallchart/db/factories';

/** The villages A to D and the community E that have a case. */
export const [A, B, C, D, E] = [
  '350322100200',
  '350322100201',
  '350322101200',
  '350322101201',
  '350322101001',
] as const;

/**
 * Five cases, deadline 30 June. A struck off on 1 June (73 days); B accepted; C struck off, then relapsed; D in work with
 * a deadline of its own in September; E a community, identified late, nothing done.
 */
export async function buildCaseLedger(db: Db): Promise<void> {
  await buildCounty(db, { communities: 1 });
  await buildCampaign(db, { unit_code: '350322', deadline: '2014-06-30', declared_villages: 40, visits_per_month: 2 });
  await buildCase(db, {
    unit_code: A,
    primary_cause: 'C09',
    other_causes: ['C13', 'C14'],
    transitions: [
      ['planned', '2014-04-01'],
      ['accepted', '2014-05-20'],
      ['struck_off', '2014-06-01'],
      ['consolidating', '2014-06-01'],
    ],
  });
  await buildCase(db, {
    unit_code: B,
    primary_cause: 'C09',
    transitions: [
      ['planned', '2014-04-01'],
      ['accepted', '2014-07-30'],
    ],
  });
  await buildCase(db, {
    unit_code: C,
    primary_cause: 'C14',
    transitions: [
      ['struck_off', '2014-05-05'],
      ['consolidating', '2014-05-05'],
      ['relapsed', '2014-07-20'],
    ],
  });
  await buildCase(db, {
    unit_code: D,
    primary_cause: 'C01',
    deadline: '2014-09-30',
    transitions: [['planned', '2014-04-01']],
  });
  await buildCase(db, { unit_code: E, primary_cause: 'C01', effective_on: '2014-06-20' });
  for (const [case_no, until] of [
    [A, null],
    [D, '2014-05-15'],
  ] as const) {
    await insertFact(db, 'contacts', {
      case_no: `test-2014-${case_no}`,
      role: 'leader',
      holder: '县委组织部部长',
      effective_on: '2014-03-25',
      until,
    });
  }
  await insertFact(db, 'contacts', {
    case_no: `test-2014-${A}`,
    role: 'unit',
    holder: '县水利局',
    effective_on: '2014-03-25',
  });
  await insertFact(db, 'measures', {
    case_no: `test-2014-${A}`,
    no: 1,
    area: 'place',
    content: '修缮场所',
    effective_on: '2014-03-20',
    due_on: '2014-05-01',
    done_on: '2014-05-09',
  });
  await insertFact(db, 'measures', {
    case_no: `test-2014-${D}`,
    no: 1,
    area: 'people',
    content: '补齐班子',
    effective_on: '2014-03-20',
    due_on: '2014-06-01',
  });
  await insertFact(db, 'measures', {
    case_no: `test-2014-${D}`,
    no: 2,
    area: 'rules',
    content: '建章立制',
    effective_on: '2014-03-20',
    due_on: '2014-08-01',
    done_on: '2014-08-01',
  });
  const visits = [
    [A, '2014-04-02'],
    [A, '2014-04-20'],
    [A, '2014-05-02'],
    [D, '2014-04-30'],
    [D, '2014-05-01'],
    [D, '2014-05-02'],
  ] as const;
  for (const [unit, effective_on] of visits) {
    await insertFact(db, 'visits', {
      case_no: `test-2014-${unit}`,
      role: 'leader',
      effective_on,
      problems_found: 2,
      problems_solved: unit === A ? 1 : null,
    });
  }
  const ballot = { kind: 'ballot', issued: 60, dissatisfied: 10 } as const;
  await insertFact(db, 'evaluations', {
    ...ballot,
    case_no: `test-2014-${A}`,
    effective_on: '2014-05-01',
    returned: 50,
    satisfied: 20,
    fairly: 20,
  });
  await insertFact(db, 'evaluations', {
    ...ballot,
    case_no: `test-2014-${A}`,
    effective_on: '2014-05-19',
    returned: 50,
    satisfied: 30,
    fairly: 10,
    grade: 'fairly_good',
  });
  await insertFact(db, 'evaluations', {
    case_no: `test-2014-${A}`,
    kind: 'group',
    effective_on: '2014-05-19',
    grade: 'good',
  });
  await insertFact(db, 'evaluations', {
    ...ballot,
    case_no: `test-2014-${B}`,
    effective_on: '2014-07-29',
    returned: 20,
    satisfied: 5,
    fairly: 5,
    grade: 'average',
  });
}
