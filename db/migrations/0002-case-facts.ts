import { Migration } from '@mikro-orm/migrations';
import { createFactTable, notNegative, ofCampaignAndUnit, ofCase, oneOf, type FactTable } from './fact-table.ts';

const ROLES = 'leader unit town_leader first_secretary strong_village working_group instructor';

const TABLES: FactTable[] = [
  {
    name: 'cases',
    columns: `case_no text not null, campaign text not null, unit_code text not null, primary_cause text not null,
  other_causes text[] not null default '{}', deadline date, symptoms text, aim text, relapse_of text`,
    identity: 'case_no',
    rollUp: 'campaign, unit_code',
    constraints: [
      ofCase('cases'),
      ...ofCampaignAndUnit('cases'),
      'constraint cases_primary_cause_foreign foreign key (primary_cause) references cause (code)',
      'constraint cases_primary_cause_not_among_others check (not (primary_cause = any (other_causes)))',
      'constraint cases_deadline_after_identified check (deadline >= effective_on)',
      'constraint cases_not_relapse_of_itself check (relapse_of <> case_no)',
    ],
  },
  {
    name: 'transitions',
    columns: 'case_no text not null, state text not null, document_no text, note text',
    identity: 'case_no, state, effective_on',
    constraints: [
      ofCase('transitions'),
      oneOf('transitions', 'state', 'planned rectifying submitted accepted struck_off consolidating relapsed'),
    ],
  },
  {
    name: 'measures',
    columns: `case_no text not null, no integer not null, area text not null, content text not null, responsible text,
  due_on date, done_on date`,
    identity: 'case_no, no',
    constraints: [
      ofCase('measures'),
      oneOf('measures', 'area', 'people place money rules'),
      'constraint measures_no_positive check (no > 0)',
    ],
  },
  {
    name: 'contacts',
    columns: 'case_no text not null, role text not null, holder text not null, until date',
    identity: 'case_no, role, holder',
    constraints: [
      ofCase('contacts'),
      oneOf('contacts', 'role', ROLES),
      'constraint contacts_until_after_since check (until >= effective_on)',
    ],
  },
  {
    name: 'visits',
    columns: `case_no text not null, role text not null,
  problems_found integer, problems_found_at_least boolean not null default false,
  problems_solved integer, problems_solved_at_least boolean not null default false, note text`,
    identity: 'case_no, role, effective_on',
    constraints: [
      ofCase('visits'),
      oneOf('visits', 'role', ROLES),
      ...notNegative('visits', 'problems_found', 'problems_solved'),
    ],
  },
  {
    name: 'evaluations',
    columns: `case_no text not null, kind text not null, issued integer, returned integer, satisfied integer,
  fairly integer, dissatisfied integer, score numeric(5,2), grade text`,
    identity: 'case_no, kind, effective_on',
    constraints: [
      ofCase('evaluations'),
      oneOf('evaluations', 'kind', 'self ballot group city'),
      oneOf('evaluations', 'grade', 'good fairly_good average poor'),
      ...notNegative('evaluations', 'issued', 'returned', 'satisfied', 'fairly', 'dissatisfied'),
      'constraint evaluations_score_in_range check (score >= 0 and score <= 100)',
      'constraint evaluations_returned_at_most_issued check (returned <= issued)',
      'constraint evaluations_answers_sum_to_returned check (satisfied + fairly + dissatisfied = returned)',
    ],
  },
];

/** The register of cases and everything that is recorded of a case. */
export class CaseFacts extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      'create table case_register (county_code text not null, case_no text not null, primary key (county_code, case_no))',
    );
    for (const sql of TABLES.flatMap(createFactTable)) this.addSql(sql);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table ${TABLES.map(({ name }) => name).join(', ')}, case_register`);
  }
}
