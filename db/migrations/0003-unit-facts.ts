import { Migration } from '@mikro-orm/migrations';
import { createFactTable, notNegative, ofCampaignAndUnit, ofUnit, oneOf, type FactTable } from './fact-table.ts';

const CAMPAIGN_AND_UNIT = 'campaign text not null, unit_code text not null';

const fundTable = (name: string): FactTable => ({
  name,
  columns: `${CAMPAIGN_AND_UNIT}, source text not null, amount_yuan numeric(18,2) not null`,
  identity: 'campaign, unit_code, source, effective_on',
  rollUp: 'campaign, unit_code',
  constraints: [
    ...ofCampaignAndUnit(name),
    oneOf(name, 'source', 'upper county_town village other'),
    ...notNegative(name, 'amount_yuan'),
  ],
});

const OF_CAMPAIGN: FactTable[] = [
  {
    name: 'team',
    columns: `${CAMPAIGN_AND_UNIT}, item text not null, count integer not null,
  at_least boolean not null default false, term_until date, note text`,
    identity: 'campaign, unit_code, item, effective_on',
    rollUp: 'campaign, unit_code',
    constraints: [
      ...ofCampaignAndUnit('team'),
      oneOf(
        'team',
        'item',
        'vacancy vacancy_filled adjusted secretary_adjusted warning_talk attached reserve trained trained_away',
      ),
      ...notNegative('team', 'count'),
      'constraint team_term_until_after_effective check (term_until >= effective_on)',
    ],
  },
  {
    name: 'supports',
    columns: `${CAMPAIGN_AND_UNIT}, item text not null, count integer not null,
  at_least boolean not null default false, note text`,
    identity: 'campaign, unit_code, item, effective_on',
    rollUp: 'campaign, unit_code',
    constraints: [
      ...ofCampaignAndUnit('supports'),
      oneOf(
        'supports',
        'item',
        'stationed_cadre twinned_unit first_secretary strong_village_pair branch_theme_day problem_helped',
      ),
      ...notNegative('supports', 'count'),
    ],
  },
  {
    name: 'venues',
    columns: `${CAMPAIGN_AND_UNIT}, way text not null, estimate_yuan numeric(18,2), done_on date`,
    identity: 'campaign, unit_code',
    rollUp: 'campaign, unit_code',
    constraints: [
      ...ofCampaignAndUnit('venues'),
      oneOf('venues', 'way', 'build rebuild repair'),
      ...notNegative('venues', 'estimate_yuan'),
      'constraint venues_done_after_identified check (done_on >= effective_on)',
    ],
  },
  fundTable('venue_funds'),
  fundTable('project_funds'),
  {
    name: 'activities',
    columns: `${CAMPAIGN_AND_UNIT}, kind text not null, title text not null,
  attendees integer, attendees_at_least boolean not null default false,
  count integer, count_at_least boolean not null default false`,
    identity: 'campaign, unit_code, kind, effective_on, title',
    rollUp: 'campaign, unit_code',
    constraints: [
      ...ofCampaignAndUnit('activities'),
      oneOf('activities', 'kind', 'meeting training notice site_visit symposium arrangement reminder briefing'),
      ...notNegative('activities', 'attendees', 'count'),
    ],
  },
  {
    name: 'reports',
    columns: `${CAMPAIGN_AND_UNIT}, period text not null, submitted_on date`,
    identity: 'campaign, unit_code, period',
    rollUp: 'campaign, unit_code',
    constraints: [
      ...ofCampaignAndUnit('reports'),
      "constraint reports_period_is_week_or_month check (period ~ '^[0-9]{4}-(W[0-9]{2}|[0-9]{2})$')",
    ],
  },
];

const OF_UNIT: FactTable[] = [
  {
    name: 'operating_funds',
    columns: `unit_code text not null, year smallint not null, due_yuan numeric(18,2), paid_yuan numeric(18,2) not null,
  paid_on date not null`,
    identity: 'unit_code, year',
    rollUp: 'unit_code',
    constraints: [
      ofUnit('operating_funds'),
      'constraint operating_funds_year_in_range check (year >= 1949 and year <= 2200)',
      ...notNegative('operating_funds', 'due_yuan', 'paid_yuan'),
    ],
  },
  {
    name: 'remuneration',
    columns: `unit_code text not null, class text not null, headcount integer not null,
  before_yuan numeric(18,2) not null, after_yuan numeric(18,2) not null, paid_on_time boolean`,
    identity: 'unit_code, class, effective_on',
    rollUp: 'unit_code',
    constraints: [
      ofUnit('remuneration'),
      oneOf('remuneration', 'class', 'leading general'),
      ...notNegative('remuneration', 'headcount', 'before_yuan', 'after_yuan'),
    ],
  },
  {
    name: 'economy',
    columns: 'unit_code text not null, year smallint not null, income_yuan numeric(18,2) not null',
    identity: 'unit_code, year',
    rollUp: 'unit_code',
    constraints: [ofUnit('economy'), 'constraint economy_year_in_range check (year >= 1949 and year <= 2200)'],
  },
];

const TABLES = [...OF_CAMPAIGN, ...OF_UNIT];

/** Everything that is recorded of a unit, in a campaign or by year. */
export class UnitFacts extends Migration {
  override async up(): Promise<void> {
    for (const sql of TABLES.flatMap(createFactTable)) this.addSql(sql);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table ${TABLES.map(({ name }) => name).join(', ')}`);
  }
}
