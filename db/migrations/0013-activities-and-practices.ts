import { Migration } from '@mikro-orm/migrations';
import { APPEND_ONLY } from './append-only.ts';
import { createFactTable, notEmpty, ofCampaignAndUnit, oneOf, type FactTable } from './fact-table.ts';

const GOOD_PRACTICES: FactTable = {
  name: 'good_practices',
  columns: `campaign text not null, unit_code text not null, title text not null, sentence text not null, sentence_en text,
  source text`,
  identity: 'campaign, unit_code, title',
  rollUp: 'campaign, unit_code',
  constraints: [
    ...ofCampaignAndUnit('good_practices'),
    ...['county_code', 'title', 'sentence'].map((column) => notEmpty('good_practices', column)),
    'constraint good_practices_dates_finite check (isfinite(effective_on) and isfinite(recorded_at))',
  ],
};

const ACTIVITY_WORDS: Readonly<Record<string, string>> = {
  held_on_span: 'early middle late month',
  status: 'planned held cancelled',
  led_by: 'committee secretary minister leader department town',
};

const TEXTS = [
  ['activities', 'sentence'],
  ['activities', 'sentence_en'],
  ['cases', 'symptoms_en'],
  ['contacts', 'holder_en'],
] as const;

/** What circulars say in words of their own: activities with a status and a sentence, good practice, and English beside Chinese. */
export class ActivitiesAndPractices extends Migration {
  override async up(): Promise<void> {
    for (const [column, words] of Object.entries(ACTIVITY_WORDS))
      this.addSql(`alter table activities add column ${column} text, add ${oneOf('activities', column, words)}`);
    for (const [table, column] of TEXTS) this.addSql(`alter table ${table} add column ${column} text`);
    for (const sql of createFactTable(GOOD_PRACTICES)) this.addSql(sql);
    this.addSql(
      `create function good_practices_append_only_fn() returns trigger as $$ begin ${APPEND_ONLY} end; $$ language plpgsql`,
    );
    this.addSql(`create trigger append_only before delete or update on good_practices
      for each row execute function good_practices_append_only_fn()`);
    this.addSql(`create trigger kept before truncate on good_practices
      for each statement execute function good_practices_append_only_fn()`);
  }

  override async down(): Promise<void> {
    this.addSql('drop table good_practices');
    this.addSql('drop function good_practices_append_only_fn');
    for (const [table, column] of TEXTS) this.addSql(`alter table ${table} drop column ${column}`);
    for (const column of Object.keys(ACTIVITY_WORDS)) this.addSql(`alter table activities drop column ${column}`);
  }
}
