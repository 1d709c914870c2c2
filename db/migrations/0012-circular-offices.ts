import { Migration } from '@mikro-orm/migrations';
import { GAPLESS_SERIES } from './issued-guards.ts';
import { ofUnit, oneOf } from './fact-table.ts';
import { COUNTED_SERIES } from './numbered-guards.ts';

const SETTINGS = `create table circular_settings (
  unit_code text not null,
  lang text not null,
  issuer text,
  issuer_code text,
  addressees text,
  copies text,
  printed_by text,
  dated text,
  updated_at timestamptz(6) not null,
  updated_by text not null,
  primary key (unit_code, lang),
  ${ofUnit('circular_settings')},
  ${oneOf('circular_settings', 'lang', 'zh en')},
  ${oneOf('circular_settings', 'dated', 'TODAY CUT_OFF')})`;

/** A draft's words follow what was recorded up to a moment: when it was written, or reopened. */
const WORDS_KNOWN_AT = [
  'alter table circular_draft add column words_known_at timestamptz(6)',
  `update circular_draft d set words_known_at = coalesce(
    (select max(e.known_at) from circular_edition e where e.circular_id = d.circular_id),
    (select c.created_at from circular c where c.id = d.circular_id))`,
  'alter table circular_draft alter column words_known_at set not null',
];

/** A translation has the number of the text that it translates. */
const EDITION_LANG = [
  'alter table circular_edition add column lang text',
  'alter table circular_edition disable trigger sealed',
  'update circular_edition e set lang = c.lang from circular c where c.id = e.circular_id',
  'alter table circular_edition enable trigger sealed',
  'alter table circular_edition alter column lang set not null',
  `alter table circular_edition add ${oneOf('circular_edition', 'lang', 'zh en')}`,
  'alter table circular_edition drop constraint circular_edition_number_once',
  'alter table circular_edition add constraint circular_edition_number_once unique (issuer, year, serial, edition, lang)',
];

const guardNumbers = (body: string): string =>
  `create or replace function document_number_gapless_fn() returns trigger as $$ begin ${body} end; $$ language plpgsql`;

/** What an office keeps for its circulars; numbers that may be given by hand, and one number for a text and its translation. */
export class CircularOffices extends Migration {
  override up(): void {
    for (const sql of [SETTINGS, ...WORDS_KNOWN_AT, ...EDITION_LANG, guardNumbers(COUNTED_SERIES)]) this.addSql(sql);
  }

  override down(): void {
    this.addSql('drop table circular_settings');
    this.addSql('alter table circular_draft drop column words_known_at');
    this.addSql('alter table circular_edition drop constraint circular_edition_number_once');
    this.addSql('alter table circular_edition drop column lang');
    this.addSql(
      'alter table circular_edition add constraint circular_edition_number_once unique (issuer, year, serial, edition)',
    );
    this.addSql(guardNumbers(GAPLESS_SERIES));
  }
}
