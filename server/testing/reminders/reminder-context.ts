import { expect } from 'vitest';
import { readDocx } from '../../src/rendering/document/index.ts';
import type { Block, OfficialDocument, Run } from '../../src/rendering/document/official-document.ts';
import type { TestApp } from '../test-app.ts';

export interface Card {
  id: string;
  batch: string;
  number: string;
  rule: string;
  matters: { caseNo: string | null; organisation: string; reason: string; unit: { code: string } }[];
  matterCount: number;
  voided: { reason: string; voidedAt: string; voidedBy: string } | null;
  answeredBy: string;
  asOf: string;
  knownAt: string;
  issuedOn: string;
  issuedBy: string;
  replyBy: string;
  digest: string;
  docxUrl: string;
  pdfUrl: string;
}
export interface CandidateAnswer {
  key: string;
  rule: string;
  caseNo: string | null;
  organisation: string;
  answeredBy: string;
  addressees: { kind: string; post: string; illustrative: boolean; warning: string | null; card: string }[];
  reason: string;
  illustrative: boolean;
  recent: boolean;
  lastReminder: { number: string; issuedOn: string } | null;
}
export interface Outcome {
  ok: boolean;
  error: { code: string; message: string; place: string | null } | null;
  batch: { id: string; issuedOn: string; replyBy: string; docxUrl: string; pdfUrl: string; reminders: Card[] } | null;
  skipped: CandidateAnswer[];
}

export interface VoidOutcome {
  ok: boolean;
  error: { code: string; message: string; place: string | null } | null;
  reminder: Card | null;
}
export interface Batch {
  id: string;
  reminderCount: number;
  reminders: Card[];
}

const CARD = `id batch number rule matters { caseNo organisation reason unit { code } } matterCount answeredBy
  voided { reason voidedAt voidedBy } asOf knownAt issuedOn issuedBy replyBy digest docxUrl pdfUrl`;
const CANDIDATE = `key rule caseNo organisation answeredBy addressees { kind post illustrative warning card } reason
  illustrative recent lastReminder { number issuedOn }`;
const OUTCOME = `ok error { code message place } batch { id issuedOn replyBy docxUrl pdfUrl reminders { ${CARD} } }
  skipped { ${CANDIDATE} }`;

/** The queries and mutations of reminder cards over a test server. */
export function reminderContext(server: TestApp) {
  const query = async <T>(text: string, variables: Record<string, unknown>): Promise<T> => {
    const { data, errors } = await server.query(text, variables);
    expect(errors).toBeUndefined();
    return data as unknown as T;
  };
  return {
    query,
    /** Who is to be reminded, all rules together. */
    candidates: async (variables: Record<string, unknown>): Promise<CandidateAnswer[]> => {
      const { reminders } = await query<{ reminders: { groups: { candidates: CandidateAnswer[] }[] } }>(
        `query ($campaign: ID!, $unit: ID, $asOf: Date, $knownAt: DateTime, $lang: Lang, $repeatDays: Int) {
          reminders(campaign: $campaign, unit: $unit, asOf: $asOf, knownAt: $knownAt, lang: $lang, repeatDays: $repeatDays) {
            groups { candidates { ${CANDIDATE} } } } }`,
        variables,
      );
      return reminders.groups.flatMap(({ candidates }) => candidates);
    },
    issue: async (input: Record<string, unknown>): Promise<Outcome> =>
      (
        await query<{ issueReminders: Outcome }>(
          `mutation ($input: IssueReminderCardsInput!) { issueReminders(input: $input) { ${OUTCOME} } }`,
          { input },
        )
      ).issueReminders,
    declareVoid: async (id: string, reason: string): Promise<VoidOutcome> =>
      (
        await query<{ voidReminder: VoidOutcome }>(
          `mutation ($id: ID!, $reason: String!) { voidReminder(id: $id, reason: $reason) {
            ok error { code message place } reminder { ${CARD} } } }`,
          { id, reason },
        )
      ).voidReminder,
    batches: async (campaign: string, unit: string | null = null, knownAt: string | null = null): Promise<Batch[]> =>
      (
        await query<{ reminderBatches: Batch[] }>(
          `query ($campaign: ID!, $unit: ID, $knownAt: DateTime) {
            reminderBatches(campaign: $campaign, unit: $unit, knownAt: $knownAt) { id reminderCount reminders { ${CARD} } } }`,
          { campaign, unit, knownAt },
        )
      ).reminderBatches,
    ofCase: async (caseNo: string, asOf: string, knownAt: string | null = null): Promise<Card[]> =>
      (
        await query<{ case: { reminders: Card[] } }>(
          `query ($caseNo: ID!, $asOf: Date, $knownAt: DateTime) {
            case(caseNo: $caseNo, asOf: $asOf, knownAt: $knownAt) { reminders { ${CARD} } } }`,
          { caseNo, asOf, knownAt },
        )
      ).case.reminders,
    file: async (url: string): Promise<Buffer> => (await server.inject({ url })).rawPayload,
  };
}

/** A card as it is read: illustrative figures with their mark, a paragraph or a row of a table a line. */
export function textOf(document: OfficialDocument): string {
  const runs = (all: readonly Run[]): string =>
    all.map(({ text, illustrative }) => (illustrative ? `${text}◈` : text)).join('');
  const linesOf = (block: Block): string[] => {
    if (block.kind === 'paragraph' || block.kind === 'heading') return [runs(block.runs)];
    if (block.kind === 'picture') return [];
    return [
      block.columns.map(({ title }) => title).join(' | '),
      ...block.rows.map((row) => row.map((cell) => runs([cell])).join(' | ')),
      ...(block.note === null ? [] : [block.note]),
    ];
  };
  const lines = document.blocks.flatMap(linesOf);
  const annexes = document.annexes.flatMap(({ title: name, blocks }) => [name, ...blocks.flatMap(linesOf)]);
  const { masthead, number, title, issuer, issuedOn } = document;
  const addressees = `${document.addressees}${document.addresseesIllustrative ? '◈' : ''}`;
  return `${[masthead, number ?? '', title, addressees, ...lines, issuer, issuedOn, ...annexes].join('\n')}\n`;
}

/** Words of a DOCX file without blanks, a paragraph a line. */
export async function wordsOfDocx(bytes: Uint8Array): Promise<string> {
  const { paragraphs } = await readDocx(bytes);
  return paragraphs.map(({ text }) => text.replaceAll(/\s+/gu, '')).join('\n');
}

/** Pages of a PDF file, by the root of its tree of pages. */
export const pagesOf = (pdf: Buffer): number =>
  Math.max(...[...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)));
