import 'reflect-metadata';
import { execute, parse, type GraphQLObjectType } from 'graphql';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { walkSchema } from '../../testing/schema-walk.ts';
import { watchedApp } from '../../testing/watched-app.ts';
import { createSchema } from './schema.ts';

const watched = watchedApp();
const { withoutViewer } = watched;
const schema = createSchema();

/** What arguments are given. */
const given: Record<string, string> = {
  campaign: '"county-2014"',
  unit: '"350322"',
  code: '"350322"',
  text: '"村"',
  ids: '[OUTSTANDING]',
  by: 'CHILD_UNIT',
  kind: 'TOWNS',
  grain: 'MONTH',
  to: '"2014-07-31"',
  lang: 'ZH',
  reason: '"试"',
  input: '{ campaign: "county-2014", unit: "350322", asOf: "2014-07-31" }',
  'Query.campaign.id': '"county-2014"',
  'OrgUnit.report.asOf': '"2014-07-31"',
  'Report.rows.id': 'OUTSTANDING',
  'Query.reminderProgress.id': '"none"',
  'Mutation.draftCircular.input': '{ campaign: "county-2014", unit: "350322", lang: ZH, asOf: "2014-07-31" }',
  'Mutation.saveCircularSettings.settings': '{ issuer: "中共仙游县委组织部" }',
};
const walk = walkSchema(schema, given);

async function ask<Data>(document: string): Promise<Data> {
  const { data, errors } = await execute({ schema, document: parse(document), contextValue: await watched.context() });
  expect(errors).toBeUndefined();
  return data as Data;
}

/** Work of the system: an import checks and writes in one transaction of its own. */
const OF_THE_SYSTEM = new Set(['startImport', 'withdrawRows', '/ready']);

async function run<Data>(kind: 'Query' | 'Mutation', name: string, more?: string): Promise<Data> {
  let data: Record<string, unknown> = {};
  const seen = await withoutViewer(async () => {
    data = await ask(walk.operation(kind, name, more));
  });
  if (!OF_THE_SYSTEM.has(name)) expect([name, seen]).toEqual([name, []]);
  return data[name] as Data;
}

const HOST = { host: '127.0.0.1:4000', 'apollo-require-preflight': '1' };
const get = (url: string) => watched.app.inject({ url, headers: HOST });

async function upload(name: string, bytes: Buffer): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  const body = new Response(form);
  const headers = { ...HOST, 'content-type': body.headers.get('content-type')! };
  const payload = Buffer.from(await body.arrayBuffer());
  const sent = await watched.app.inject({ method: 'POST', url: '/uploads', headers, payload });
  return JSON.stringify(sent.json<{ upload: string }>().upload);
}

async function one(column: string, table: string): Promise<string> {
  const { rows } = await sql<{
    value: string;
  }>`select ${sql.ref(column)}::text as value from ${sql.table(table)} limit 1`.execute(watched.database.db);
  return JSON.stringify(rows[0]!.value);
}

const fieldsOf = (name: 'Query' | 'Mutation'): string[] =>
  Object.keys((schema.getType(name) as GraphQLObjectType).getFields());

describe('nothing reaches the database without a viewer', () => {
  const OUTCOME = 'ok error { code message }';
  interface Outcome {
    readonly circular: { readonly id: string; readonly draft: { readonly content: unknown } };
    readonly batch: { readonly id: string; readonly reminders: readonly { readonly id: string }[] };
  }
  const changing = async (name: string, more = OUTCOME, revision = 1): Promise<Outcome> => {
    given['revision'] = String(revision);
    const outcome = await run<Outcome & { readonly error?: unknown }>('Mutation', name, more);
    expect([name, outcome.error ?? null]).toEqual([name, null]);
    return outcome;
  };

  it('changes', async () => {
    given['caseNo'] = await one('case_no', 'cases');
    const { circular } = await changing('draftCircular', `${OUTCOME} circular { id draft { content } }`);
    for (const argument of ['id', 'circular']) given[argument] = JSON.stringify(circular.id);
    given['content'] = literal(circular.draft.content);
    await changing('saveCircular');
    await changing('renewCircularDraft', OUTCOME, 2);
    await changing('sealCircular', OUTCOME, 3);
    const sealed = await get(`/circulars/${circular.id}/editions/1.docx`);
    given['upload'] = await upload('sealed.docx', sealed.rawPayload);
    await changing('checkCircular', '');
    await changing('amendCircular');
    await changing('discardCircularDraft');
    await changing('amendCircular');
    await changing('saveCircularSettings');

    const reminders = await ask<{ reminders: { groups: { candidates: { key: string }[] }[] } }>(
      '{ reminders(campaign: "county-2014", asOf: "2014-07-31") { groups { candidates { key } } } }',
    );
    const keys = reminders.reminders.groups.flatMap(({ candidates }) => candidates.map((each) => each.key));
    const names = [
      ['issueReminders', 'voidReminder'],
      ['issueReminderCards', 'voidReminderCard'],
    ] as const;
    for (const [at, [issue, revoke]] of names.entries()) {
      given[`Mutation.${issue}.input`] =
        `{ campaign: "county-2014", asOf: "2014-07-31", keys: [${JSON.stringify(keys[at])}] }`;
      const { batch } = await changing(issue, `${OUTCOME} batch { id reminders { id } }`);
      given[`Mutation.${revoke}.id`] = JSON.stringify(batch.reminders[0]!.id);
      await changing(revoke);
    }

    given['Mutation.recordVisit.input'] =
      `{ caseNo: ${given['caseNo']}, role: "leader", visitedOn: "2014-07-18", idempotencyKey: "walked-through" }`;
    await changing('recordVisit', 'state');
    given['rows'] = '[]';
    await changing('withdrawRows', '');
    given['upload'] = await upload('blank.xlsx', (await get('/template.xlsx')).rawPayload);
    const job = await run<{ readonly id: string }>('Mutation', 'startImport', 'id');
    await watched.services.jobs.idle();
    given['Query.importJob.id'] = JSON.stringify(job.id);
    expect(walk.left().filter((name) => name.startsWith('Mutation.'))).toEqual([]);
  }, 120_000);

  it('queries and fields', async () => {
    given['Query.importRun.id'] = given['run'] = await one('id', 'import_run');
    for (const name of fieldsOf('Query')) await run('Query', name);
    expect(walk.left()).toEqual([]);
  }, 120_000);

  it('routes', async () => {
    const report = 'campaign=county-2014&unit=350322&asOf=2014-07-31';
    const id = JSON.parse(given['circular']!) as string;
    const batch = JSON.parse(await one('id', 'reminder_batch')) as string;
    const addresses: Record<string, string | null> = {
      '/': null,
      '/graphiql': null,
      '/graphiql*': null,
      '/briefing.html': null,
      '/health': '/health',
      '/ready': '/ready',
      '/graphql': '/graphql?query={campaigns{id}}',
      '/template.xlsx': '/template.xlsx',
      '/imports/:job/annotated.xlsx': `/imports/${JSON.parse(given['Query.importJob.id']!) as string}/annotated.xlsx`,
      '/exports/briefing.html': '/exports/briefing.html?campaign=county-2014&unit=350322107&asOf=2014-07-31',
      '/exports/chart/:file': `/exports/chart/towns.svg?${report}`,
      '/exports/table/:file': `/exports/table/ledger.xlsx?${report}`,
      '/exports/poster.pdf': `/exports/poster.pdf?${report}&size=A3`,
      '/exports/poster.svg': `/exports/poster.svg?${report}&size=A3`,
      '/circulars/:id/:file': `/circulars/${id}/draft.html`,
      '/circulars/:id/editions/:file': `/circulars/${id}/editions/1.pdf`,
      '/cards/:file': `/cards/${JSON.parse(given['Mutation.voidReminderCard.id']!) as string}.docx`,
      '/cards/batch/:file': `/cards/batch/${batch}.docx`,
    };
    const routes = routesOf(watched.app.printRoutes({ commonPrefix: false, method: 'GET' }));
    expect(routes.toSorted()).toEqual(Object.keys(addresses).toSorted());
    for (const route of routes) {
      const address = addresses[route];
      if (typeof address !== 'string') continue;
      const seen = await withoutViewer(async () => {
        expect([route, (await get(address)).statusCode]).toEqual([route, 200]);
      });
      if (!OF_THE_SYSTEM.has(route)) expect([route, seen]).toEqual([route, []]);
    }
  }, 120_000);

  it('but what goes round the handles is seen', async () => {
    const causes = (schema.getType('Query') as GraphQLObjectType).getFields()['causes']!;
    const { resolve } = causes;
    causes.resolve = () => watched.database.db.selectFrom('cause').select('code').execute();
    try {
      await expect(run('Query', 'causes')).rejects.toMatchObject({
        actual: ['causes', ['select "code" from "cause"']],
      });
    } finally {
      causes.resolve = resolve;
    }
  });

  it('and a viewer reads only', async () => {
    const { db } = await watched.context();
    await expect(sql`delete from circular_settings`.execute(db)).rejects.toMatchObject({ code: '25006' });
  });
});

/** A value as GraphQL writes it. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, each]) => `${name}: ${literal(each)}`)
    .join(', ')} }`;
}

/** The routes in the tree that Fastify prints, in full. */
function routesOf(tree: string): string[] {
  const path: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent, part, methods] = /^(.*?)[├└]── (\S*)(?: \((.*)\))?$/.exec(line) ?? [];
    if (indent === undefined) return [];
    path.splice(indent.length / 4, Infinity, part!);
    return methods && methods !== '-' ? [path.join('')] : [];
  });
}
