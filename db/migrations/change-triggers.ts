/**
 * What the change log says of the rows of a table: SQL over a touched row `r`, and over what `joins` adds. Frozen with the
 * migration, as are the triggers.
 */
interface Logged {
  readonly recording?: string;
  readonly county?: string;
  readonly campaign?: string;
  readonly day?: string;
  /** The unit that a row is about; null: the rows are about no unit; 'all': about every one. */
  readonly unit: string | null;
  readonly joins?: string;
}

const FACT = { recording: 'r.import_id', county: 'r.county_code', day: 'r.effective_on' };
const OF_UNIT: Logged = { ...FACT, unit: 'r.unit_code' };
const OF_CAMPAIGN: Logged = { ...OF_UNIT, campaign: 'r.campaign' };
const OF_CASE: Logged = {
  ...FACT,
  campaign: 'c.campaign',
  unit: 'c.unit_code',
  joins: `left join cases c on c.county_code = r.county_code and c.case_no = r.case_no and c.superseded_at = 'infinity'`,
};
const EVERYWHERE: Logged = { unit: 'all' };
const NOWHERE: Logged = { unit: null };

const document = (joins: string, row: string): Logged => ({
  campaign: `${row}.campaign`,
  day: `${row}.as_of`,
  unit: `${row}.unit_code`,
  joins,
});
const OF_CIRCULAR = document('left join circular d on d.id = r.circular_id', 'd');

/** Every table that an answer may read. */
export const LOGGED: Readonly<Record<string, Logged>> = {
  cause: EVERYWHERE,
  operating_tier: EVERYWHERE,
  import_run: { ...NOWHERE, recording: 'r.id' },
  org_unit: NOWHERE,
  // A unit above the counties is named wherever one below it is.
  org_unit_version: {
    recording: 'r.import_id',
    county: 'r.county_code',
    day: 'r.valid_from',
    unit: 'case when r.county_code is not null then r.code end',
  },
  campaign: NOWHERE,
  campaign_version: { ...EVERYWHERE, recording: 'r.import_id', campaign: 'r.campaign', day: 'r.start_on' },
  case_register: { ...NOWHERE, county: 'r.county_code' },
  cases: OF_CAMPAIGN,
  transitions: OF_CASE,
  measures: OF_CASE,
  contacts: OF_CASE,
  visits: OF_CASE,
  evaluations: OF_CASE,
  team: OF_CAMPAIGN,
  supports: OF_CAMPAIGN,
  venues: OF_CAMPAIGN,
  venue_funds: OF_CAMPAIGN,
  project_funds: OF_CAMPAIGN,
  operating_funds: OF_UNIT,
  remuneration: OF_UNIT,
  economy: OF_UNIT,
  activities: OF_CAMPAIGN,
  good_practices: OF_CAMPAIGN,
  reports: OF_CAMPAIGN,
  boundaries: OF_UNIT,
  circular: document('', 'r'),
  circular_draft: OF_CIRCULAR,
  circular_edition: OF_CIRCULAR,
  circular_settings: { unit: 'r.unit_code' },
  document_number: NOWHERE,
  reminder_batch: document('', 'r'),
  reminder_card: document('left join reminder_batch d on d.id = r.batch_id', 'd'),
  reminder_matter: { unit: 'r.unit_code' },
  reminder_void: document(
    'left join reminder_card k on k.id = r.card_id left join reminder_batch d on d.id = k.batch_id',
    'd',
  ),
};

/** Logs a statement: one row for each recording, county and campaign that its rows belong to. */
export const LOG_CHANGE = `create function log_change() returns trigger language plpgsql as $$
declare
  rows text := case tg_op
    when 'INSERT' then 'select * from after_it'
    when 'DELETE' then 'select * from before_it'
    else 'select * from before_it union all select * from after_it' end;
begin
  if tg_op = 'TRUNCATE' then
    insert into change_log (sheet) values (tg_table_name);
    return null;
  end if;
  execute format(
    'insert into change_log (sheet, recording, county_code, campaign, first_day, last_day, units)
     select %L, %s, %s, %s, min(%s), max(%s), %s from (%s) r %s group by 2, 3, 4',
    tg_table_name, tg_argv[0], tg_argv[1], tg_argv[2], tg_argv[3], tg_argv[3], tg_argv[4], rows, tg_argv[5]);
  return null;
end $$`;

const UNITS = (unit: string | null): string => {
  if (unit === 'all') return 'null::text[]';
  return unit === null ? `'{}'::text[]` : `array_agg(distinct ${unit}) filter (where ${unit} is not null)`;
};

const TRANSITIONS = {
  insert: 'referencing new table as after_it',
  update: 'referencing old table as before_it new table as after_it',
  delete: 'referencing old table as before_it',
  truncate: '',
} as const;

/** PostgreSQL lets a trigger with the rows of a statement watch one kind of statement only. */
export const LOGGED_EVENTS = ['insert', 'update', 'delete', 'truncate'] as const;

/** Statement that has the writes of one kind to a table logged. */
export function logChanges(table: string, event: (typeof LOGGED_EVENTS)[number]): string {
  const { recording, county, campaign, day, unit, joins = '' } = LOGGED[table] ?? EVERYWHERE;
  const given = [
    recording ?? 'null::bigint',
    county ?? 'null::text',
    campaign ?? 'null::text',
    day ?? 'null::date',
    UNITS(unit),
    joins,
  ];
  const quoted = given.map((sql) => `'${sql.replaceAll("'", "''")}'`).join(', ');
  return `create trigger logged_${event} after ${event} on ${table} ${TRANSITIONS[event]}
    for each statement execute function log_change(${quoted})`;
}
