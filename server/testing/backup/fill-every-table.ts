import { buildCampaign, buildCase, buildCounty, insertFact } from '@wallchart/db/factories';
import type { Db } from '@wallchart/db';
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';

/** Moments to the microsecond, which a Date does not hold. */
const RECORDED = '2014-04-01 08:00:00.123456+08';
const CORRECTED = '2014-05-01 08:00:00.654321+08';
const UNIT = '350322100200';
const TEXT = '制表\t换行\n反斜杠\\ 引号"\' \\N 空';

/** Writes rows into every table, with what is hard to copy: both clocks to the microsecond, infinity, bytes, quotes, null beside ''. */
export async function fillEveryTable(db: Db): Promise<void> {
  await buildCounty(db, { recordedAt: RECORDED });
  await buildCampaign(db, { id: 'c', unit_code: '350322', recordedAt: RECORDED });
  const { case: first } = await buildCase(db, {
    campaign: 'c',
    unit_code: UNIT,
    recordedAt: RECORDED,
    symptoms: TEXT,
    aim: '',
    other_causes: ['C02', 'C14'],
    transitions: [['planned', '2014-04-01']],
  });
  await sql`update cases set superseded_at = ${CORRECTED}`.execute(db);
  await buildCase(db, { campaign: 'c', unit_code: UNIT, recordedAt: CORRECTED });
  await fillFacts(db, first.case_no);
  await sql`insert into import_run (file_name, sha256, channel, recorded_at, recorded_by)
    values (${TEXT}, 'x', 'cli', ${CORRECTED}, 'test')`.execute(db);
  await sql`insert into idempotency_key select 'test', 'key', 'x', id, '{}' from import_run`.execute(db);
  await fillDocuments(db);
}

async function fillFacts(db: Db, case_no: string): Promise<void> {
  const ofCase = { case_no, effective_on: '2014-04-02' };
  const ofUnit = { campaign: 'c', unit_code: UNIT, effective_on: '2014-04-02' };
  const atUnit = { unit_code: UNIT, effective_on: '2014-04-02' };
  await insertFact(db, 'measures', { ...ofCase, no: 1, area: 'people', content: TEXT });
  await insertFact(db, 'contacts', { ...ofCase, role: 'leader', holder: '县委副书记' });
  await insertFact(db, 'visits', { ...ofCase, role: 'leader', problems_found: 3, problems_found_at_least: true });
  await insertFact(db, 'evaluations', { ...ofCase, kind: 'self', score: '99.50' });
  await insertFact(db, 'team', { ...ofUnit, item: 'reserve', count: 1 });
  await insertFact(db, 'supports', { ...ofUnit, item: 'twinned_unit', count: 1 });
  await insertFact(db, 'venues', { ...ofUnit, way: 'build', estimate_yuan: '0.10' });
  await insertFact(db, 'venue_funds', { ...ofUnit, source: 'upper', amount_yuan: '9999999999999999.99' });
  await insertFact(db, 'project_funds', { ...ofUnit, source: 'upper', amount_yuan: '1.00' });
  await insertFact(db, 'activities', { ...ofUnit, kind: 'meeting', title: TEXT });
  await insertFact(db, 'good_practices', { ...ofUnit, title: TEXT, sentence: TEXT });
  await insertFact(db, 'reports', { ...ofUnit, period: '2014-W20' });
  await insertFact(db, 'operating_funds', { ...atUnit, year: 2014, paid_yuan: '1.00', paid_on: '2014-04-02' });
  const pay = { headcount: 1, before_yuan: '1.00', after_yuan: '2.00', class: 'leading' } as const;
  await insertFact(db, 'remuneration', { ...atUnit, ...pay });
  await insertFact(db, 'economy', { ...atUnit, year: 2014, income_yuan: '-1.00' });
  const geometry = sql`${'{"type":"Point","coordinates":[118.69,25.36]}'}::jsonb` as never;
  await insertFact(db, 'boundaries', { ...atUnit, shape: 'site', geometry });
}

async function fillDocuments(db: Db): Promise<void> {
  const [digest, bytes] = ['0'.repeat(64), () => randomBytes(2_000)];
  await sql`insert into circular (campaign, unit_code, lang, as_of, reply_days, created_at, created_by)
    values ('c', '350322', 'zh', '2014-07-31', 10, ${CORRECTED}, 'test')`.execute(db);
  await sql`insert into circular_draft select id, 1, '{"b": [1.50, null], "a": ""}', ${CORRECTED}, ${RECORDED} from circular`.execute(
    db,
  );
  await sql`insert into circular_edition select id, 1, 'o', 2014, 1, '〔2014〕1号', ${TEXT}, ${RECORDED}, ${CORRECTED}, 'test', ${digest}, ${TEXT},
    ${bytes()}, ${bytes()}, ${bytes()}, 'zh' from circular`.execute(db);
  await sql`insert into document_number values ('circular', 'o', 2014, 1), ('reminder', 'o', 2014, 1)`.execute(db);
  await sql`insert into circular_settings values ('350322', 'zh', null, '仙委组', ${TEXT}, '', null, 'TODAY', ${RECORDED}, 'test')`.execute(
    db,
  );
  await sql`insert into reminder_batch (campaign, unit_code, lang, as_of, known_at, issuer, issued_on, reply_by, issued_at, issued_by, docx, pdf)
    values ('c', '350322', 'zh', '2014-07-31', ${RECORDED}, 'o', '2014-08-01', '2014-08-11', ${CORRECTED}, 'test', ${bytes()}, ${bytes()})`.execute(
    db,
  );
  await sql`insert into reminder_card (batch_id, issuer, year, serial, number, frozen, digest, docx, pdf)
    select id, 'o', 2014, 1, '1', ${TEXT}, ${digest}, ${bytes()}, ${bytes()} from reminder_batch`.execute(db);
  await sql`insert into reminder_matter (card_id, position, rule, unit_code)
    select id, 1, 'OVERDUE', ${UNIT} from reminder_card`.execute(db);
  await sql`insert into reminder_void select id, ${TEXT}, ${CORRECTED}, 'test' from reminder_card`.execute(db);
}
