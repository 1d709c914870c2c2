import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { poolOf } from '../../src/database/open-database.ts';
import type { TestApp } from '../test-app.ts';
import { importWorkbook } from '../../src/features/imports/index.ts';
import type { CircularContent } from '../../src/features/circulars/content/content.ts';

export interface Figure {
  key: string;
  text: string;
  metric: string | null;
  unit: string | null;
  value: string | null;
  illustrative: boolean;
  concern: string | null;
}
export interface Edition {
  edition: number;
  number: string;
  digest: string;
  knownAt: string;
  sealedBy: string;
  docxUrl: string;
  pdfUrl: string;
  htmlUrl: string;
  erratum: Erratum[];
}
export interface Erratum {
  key: string;
  place: string;
  before: string;
  after: string;
  reason: string;
  causes: { kind: string; rows: number; records: string[] }[];
}
export interface Drafted {
  id: string;
  title: string;
  status: string;
  previousAsOf: string | null;
  draft: {
    revision: number;
    content: CircularContent;
    figures: Figure[];
    warnings: { code: string; message: string; paragraph: number | null; blocks: boolean }[];
    erratum: Erratum[];
  } | null;
  editions: Edition[];
}
export interface Outcome {
  ok: boolean;
  error: { code: string; message: string; place: string | null; paragraph: number | null } | null;
  circular: Drafted | null;
}

const ERRATUM = 'erratum { key place before after reason causes { kind rows records } }';
const CIRCULAR = `id title status previousAsOf
  draft { revision content figures { key text metric unit value illustrative concern } warnings { code message paragraph blocks } ${ERRATUM} }
  editions { edition number digest knownAt sealedBy docxUrl pdfUrl htmlUrl ${ERRATUM} }`;
const OUTCOME = `{ ok error { code message place paragraph } circular { ${CIRCULAR} } }`;

/** The mutations and queries of circulars over a test server. */
export function circularContext(server: TestApp) {
  const change = async (name: string, query: string, variables: Record<string, unknown>): Promise<Outcome> => {
    const { data, errors } = await server.query(query, variables);
    expect(errors).toBeUndefined();
    return (data as unknown as Record<string, Outcome>)[name]!;
  };
  return {
    draft: (input: Record<string, unknown>) =>
      change('draftCircular', `mutation ($input: DraftCircularInput!) { draftCircular(input: $input) ${OUTCOME} }`, {
        input,
      }),
    save: (id: string, revision: number, content: unknown) =>
      change(
        'saveCircular',
        `mutation ($id: ID!, $revision: Int!, $content: JSON!) { saveCircular(id: $id, revision: $revision, content: $content) ${OUTCOME} }`,
        { id, revision, content },
      ),
    seal: (id: string, revision = 1) =>
      change(
        'sealCircular',
        `mutation ($id: ID!, $revision: Int!) { sealCircular(id: $id, revision: $revision) ${OUTCOME} }`,
        { id, revision },
      ),
    renew: (id: string, revision: number) =>
      change(
        'renewCircularDraft',
        `mutation ($id: ID!, $revision: Int!) { renewCircularDraft(id: $id, revision: $revision) ${OUTCOME} }`,
        { id, revision },
      ),
    amend: (id: string) => change('amendCircular', `mutation ($id: ID!) { amendCircular(id: $id) ${OUTCOME} }`, { id }),
    discard: (id: string) =>
      change('discardCircularDraft', `mutation ($id: ID!) { discardCircularDraft(id: $id) ${OUTCOME} }`, { id }),
    find: async (id: string): Promise<Drafted> => {
      const { data, errors } = await server.query(`query ($id: ID!) { circular(id: $id) { ${CIRCULAR} } }`, { id });
      expect(errors).toBeUndefined();
      return (data as unknown as { circular: Drafted }).circular;
    },
    file: async (url: string): Promise<Buffer> => (await server.inject({ url })).rawPayload,
  };
}

/** The text as it is read: illustrative figures with their mark, a paragraph a line. */
export function textOf({ content, figures }: NonNullable<Drafted['draft']>): string {
  const written = new Map(figures.map(({ key, text, illustrative }) => [key, illustrative ? `${text}◈` : text]));
  const lines = content.body.content.map(({ content: nodes = [] }) =>
    nodes.map((node) => (node.type === 'text' ? node.text : (written.get(node.attrs.key) ?? '?'))).join(''),
  );
  return `${[content.title, content.addressees, ...lines, content.issuer, content.issuedOn, content.copies].join('\n')}\n`;
}

/** What arrives after a circular was sealed: sheets as CSV, imported as anybody would. */
export async function importLater(server: TestApp, sheets: Readonly<Record<string, string>>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'wallchart-later-'));
  try {
    for (const [name, csv] of Object.entries(sheets)) await writeFile(join(folder, `${name}.csv`), csv);
    const pool = await poolOf(server.database.orm);
    const outcome = await importWorkbook(pool, { path: folder }, { channel: 'cli', recordedBy: 'test' });
    expect(outcome).toMatchObject({ state: 'accepted', problems: [] });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
