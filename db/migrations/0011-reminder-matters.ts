import { Migration } from '@mikro-orm/migrations';
import { ofUnit, oneOf } from './fact-table.ts';
import { ISSUED } from './issued-guards.ts';

const MATTER = `create table reminder_matter (
  card_id bigint not null,
  position integer not null,
  rule text not null,
  unit_code text not null,
  case_no text,
  primary key (card_id, position),
  constraint reminder_matter_card_id_foreign foreign key (card_id) references reminder_card (id),
  ${ofUnit('reminder_matter')},
  ${oneOf('reminder_matter', 'rule', 'OVERDUE VISITS_BELOW_DUTY REPORTS_MISSED')},
  constraint reminder_matter_position_positive check (position > 0))`;

const VOID = `create table reminder_void (
  card_id bigint primary key,
  reason text not null,
  voided_at timestamptz(6) not null,
  voided_by text not null,
  constraint reminder_void_card_id_foreign foreign key (card_id) references reminder_card (id),
  constraint reminder_void_reason_given check (reason ~ '\\S'))`;

const guards = (table: string): string[] => [
  `create function ${table}_issued_fn() returns trigger as $$ begin ${ISSUED} end; $$ language plpgsql`,
  `create trigger issued before delete or update on ${table} for each row execute function ${table}_issued_fn()`,
  `create trigger kept before truncate on ${table} for each statement execute function ${table}_issued_fn()`,
];

const UP = [
  MATTER,
  `insert into reminder_matter (card_id, position, rule, unit_code, case_no)
  select id, 1, rule, unit_code, case_no from reminder_card`,
  'create index reminder_matter_unit on reminder_matter (unit_code)',
  'create index reminder_matter_case on reminder_matter (case_no)',
  ...guards('reminder_matter'),
  'alter table reminder_card drop column rule, drop column unit_code, drop column case_no',
  VOID,
  ...guards('reminder_void'),
];

/** Of a card about several matters the first one is kept; that a card was declared void is forgotten. */
const DOWN = [
  'alter table reminder_card add column rule text, add column unit_code text, add column case_no text',
  'alter table reminder_card disable trigger issued',
  `update reminder_card c set rule = m.rule, unit_code = m.unit_code, case_no = m.case_no
  from reminder_matter m where m.card_id = c.id and m.position = 1`,
  'alter table reminder_card enable trigger issued',
  `alter table reminder_card alter column rule set not null, alter column unit_code set not null,
  add ${ofUnit('reminder_card')},
  add ${oneOf('reminder_card', 'rule', 'OVERDUE VISITS_BELOW_DUTY REPORTS_MISSED')}`,
  'create index reminder_card_matter on reminder_card (rule, unit_code, case_no)',
  'create index reminder_card_case on reminder_card (case_no)',
  'drop table reminder_void, reminder_matter',
  'drop function reminder_void_issued_fn, reminder_matter_issued_fn',
];

/** A card is about one matter or several of one post, and can be declared void (作废): its number stays taken. */
export class ReminderMatters extends Migration {
  override up(): void {
    for (const sql of UP) this.addSql(sql);
  }

  override down(): void {
    for (const sql of DOWN) this.addSql(sql);
  }
}
