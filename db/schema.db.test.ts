import { defineEntity, MikroORM, p, type EntitySchema } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Row, TableName } from './database.ts';
import { entities, Team } from './entities/index.ts';
import { migrate, migrateDown, pendingMigrations } from './migrate.ts';
import { logChanges } from './migrations/change-triggers.ts';
import { migrations } from './migrations/index.ts';
import { testDatabase } from './testing/index.ts';

const database = testDatabase();

/** What MikroORM would change in the migrated database for these entities. */
async function diffFor(changed: EntitySchema[]): Promise<string> {
  const orm = await MikroORM.init({ clientUrl: database.url, entities: changed, ensureDatabase: false });
  try {
    return (await orm.schema.getUpdateSchemaSQL({ wrap: false })).trim();
  } finally {
    await orm.close(true);
  }
}

test('entities and the migrated database do not differ', async () => {
  expect((await database.orm.schema.getUpdateSchemaSQL({ wrap: false })).trim()).toBe('');
});

test('a column, an index, a check or a trigger that only one of the two has shows as a difference', async () => {
  const changes = [
    ['alter table team add column extra text', 'drop column "extra"', 'alter table team drop column extra'],
    ['create index team_extra on team (note)', 'drop index "team_extra"', 'drop index team_extra'],
    [
      'alter table team add constraint team_extra check (count < 9)',
      'drop constraint "team_extra"',
      'alter table team drop constraint team_extra',
    ],
    ['drop trigger logged_update on visits', 'create trigger logged_update', logChanges('visits', 'update')],
    [
      'alter table org_unit_version drop constraint org_unit_version_no_overlap',
      'org_unit_version_no_overlap',
      `alter table org_unit_version add constraint org_unit_version_no_overlap exclude using gist
         ((code || '') with =, daterange(valid_from, valid_to, '[)') with &&) where (not isfinite(superseded_at))`,
    ],
  ] as const;
  for (const [change, expected, back] of changes) {
    await sql.raw(change).execute(database.db);
    expect(await database.orm.schema.getUpdateSchemaSQL({ wrap: false })).toContain(expected);
    await sql.raw(back).execute(database.db);
  }
  expect((await database.orm.schema.getUpdateSchemaSQL({ wrap: false })).trim()).toBe('');
});

test('a column that only an entity has shows as a difference', async () => {
  const Extra = defineEntity({
    name: 'Team',
    tableName: 'team',
    properties: { ...Team.properties, extra: p.text().nullable() },
  });
  const others = entities.filter((entity) => entity !== Team);
  expect(await diffFor([...others, Extra])).toContain('alter table "team" add "extra" text null');
});

type ColumnsOf<T extends TableName> = Record<keyof Row<T>, true>;

/** The compiler holds these to the types, the test below to the database. */
const venueFunds: ColumnsOf<'venue_funds'> = {
  county_code: true,
  id: true,
  campaign: true,
  unit_code: true,
  source: true,
  amount_yuan: true,
  effective_on: true,
  illustrative: true,
  recorded_at: true,
  superseded_at: true,
  recorded_by: true,
  import_id: true,
  source_row: true,
};
const visits: ColumnsOf<'visits'> = {
  county_code: true,
  id: true,
  case_no: true,
  role: true,
  problems_found: true,
  problems_found_at_least: true,
  problems_solved: true,
  problems_solved_at_least: true,
  note: true,
  effective_on: true,
  illustrative: true,
  recorded_at: true,
  superseded_at: true,
  recorded_by: true,
  import_id: true,
  source_row: true,
};
const campaignVersion: ColumnsOf<'campaign_version'> = {
  id: true,
  campaign: true,
  unit_code: true,
  name_zh: true,
  name_en: true,
  start_on: true,
  deadline: true,
  rectified_from: true,
  declared_villages: true,
  declared_communities: true,
  village_quota: true,
  community_quota: true,
  visits_per_month: true,
  checklist: true,
  illustrative: true,
  recorded_at: true,
  superseded_at: true,
  recorded_by: true,
  import_id: true,
  source_row: true,
};

test('the types that Kysely infers name the columns that the database has', async () => {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select table_name as name, array_agg(column_name::text) as columns from information_schema.columns
    where table_schema = 'public' group by table_name`.execute(database.db);
  const columnsOf = (table: string) => rows.find(({ name }) => name === table)?.columns.toSorted();
  expect(columnsOf('venue_funds')).toEqual(Object.keys(venueFunds).toSorted());
  expect(columnsOf('visits')).toEqual(Object.keys(visits).toSorted());
  expect(columnsOf('campaign_version')).toEqual(Object.keys(campaignVersion).toSorted());
  expect(rows.map(({ name }) => name).toSorted()).toEqual(
    [...entities.map(({ meta }) => meta.tableName), 'wallchart_migration'].toSorted(),
  );
});

test('migrations go down to an empty database and up again to the same one', async () => {
  const { orm, db } = database;
  await migrateDown(orm);
  const left = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'wallchart_migration'`.execute(
    db,
  );
  expect(left.rows).toEqual([]);
  const names = migrations.map(({ name }) => name);
  expect(await pendingMigrations(orm)).toEqual(names);

  const [one, other] = await Promise.all([migrate(orm), migrate(orm)]);
  expect([...one, ...other]).toHaveLength(names.length);
  expect((await orm.schema.getUpdateSchemaSQL({ wrap: false })).trim()).toBe('');
  const { causes, tiers } = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('cause')
        .select((e) => e.fn.countAll<string>().as('n'))
        .as('causes'),
      eb
        .selectFrom('operating_tier')
        .select((e) => e.fn.countAll<string>().as('n'))
        .as('tiers'),
    ])
    .executeTakeFirstOrThrow();
  expect({ causes, tiers }).toEqual({ causes: '16', tiers: '4' });
});

test('a database of a newer Wallchart is refused', async () => {
  await sql`insert into wallchart_migration (name) values ('9999-from-the-future')`.execute(database.db);
  await expect(migrate(database.orm)).rejects.toMatchObject({
    code: 'DATABASE_NEWER',
    message: expect.stringContaining('9999-from-the-future'),
  });
});
