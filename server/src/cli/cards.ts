import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { defineCommand } from 'citty';
import type { Lang } from '../domain/text.ts';
import { WallchartError } from '../domain/errors.ts';
import {
  batchFile,
  bundleOf,
  CARD_FORMATS,
  cardsOfBatches,
  cardsOfNumber,
  draftCards,
  issueCards,
  storeBatchFiles,
  listCandidates,
  organisationsOf,
  reasonOf,
  renderCards,
  RULES,
  voidCard,
  type CardFormat,
  type CardPlanning,
  type KnownCandidate,
} from '../features/reminders/index.ts';
import type { DocumentContext } from '../features/circulars/index.ts';
import { isDay } from '../domain/day.ts';
import { actingAs, AS } from './acting-as.ts';
import { withDocuments } from './document-context.ts';
import { givenPath } from './given-path.ts';
import { EXIT, note, say, sayJson } from './output.ts';

export default defineCommand({
  meta: {
    name: 'cards',
    description:
      'Write reminder cards (提醒卡) for overdue or lagging matters to one file. --issue numbers and records them; --void declares one void.',
  },
  args: {
    campaign: { type: 'string', required: true, valueHint: 'KEY', description: 'Campaign, e.g. county-2014.' },
    out: {
      type: 'string',
      valueHint: 'FILE',
      description: 'File to write (.docx or .pdf). Without it, prints a list.',
    },
    unit: { type: 'string', valueHint: 'CODE', description: "Unit code. Defaults to the campaign's own unit." },
    asOf: { type: 'string', alias: 'as-of', valueHint: 'DAY', description: 'Cut-off date, e.g. 2014-07-31.' },
    replyBy: {
      type: 'string',
      alias: 'reply-by',
      valueHint: 'DAY',
      description: 'Date by which to reply. Defaults to 10 days after the issue date.',
    },
    lang: { type: 'enum', options: ['zh', 'en'], default: 'zh', description: 'Language of the cards.' },
    issue: { type: 'boolean', description: 'Number and record the cards. Without it, only drafts are written.' },
    again: { type: 'boolean', description: 'Also remind about matters that had a card in the last 10 days.' },
    to: {
      type: 'enum',
      options: ['rule', 'committee', 'unit'],
      default: 'rule',
      description:
        "Whom they go to: the post that answers, the town's Party committee, or the unit that supports the organisation (where one is entered).",
    },
    separate: { type: 'boolean', description: 'Issue one card per matter, even if one post has several.' },
    void: {
      type: 'string',
      valueHint: 'NUMBER',
      description: 'Declare the card with this number void. Requires --reason.',
    },
    reason: { type: 'string', valueHint: 'TEXT', description: 'Reason for declaring a card void.' },
    force: { type: 'boolean', description: 'Overwrite an existing file.' },
    as: AS,
    json: { type: 'boolean', description: 'Print JSON.' },
  },
  run: ({ args }) => {
    const { campaign, unit = null, out } = args;
    const principal = actingAs(args.as);
    if (args.void !== undefined)
      return withDocuments(principal, (documents) =>
        declareVoid(documents, campaign, args.void!, args.reason ?? '', args.json === true),
      );
    const lang: Lang = args.lang === 'en' ? 'en' : 'zh';
    const asOf = dayOf('--as-of', args.asOf);
    const input: Options = {
      campaign,
      unit,
      asOf,
      lang,
      replyBy: dayOf('--reply-by', args.replyBy),
      to: args.to === 'committee' ? 'COMMITTEE' : args.to === 'unit' ? 'UNIT' : null,
      separate: args.separate === true,
    };
    const file = out === undefined ? null : placeOf(out, args.force === true);
    if (file === null && args.issue) {
      throw new WallchartError('BAD_INPUT', '--issue requires --out.');
    }
    return withDocuments(principal, async (documents) => {
      const made = args.issue
        ? await issue(documents, input, args.again === true, file!.format)
        : await draft(documents, input, file);
      if (file && made.bytes) await keep(file.path, made.bytes, args.force === true);
      const written = file && made.bytes ? file.path : null;
      if (args.json) sayJson({ file: written, batch: made.batch, cards: made.cards, skipped: made.skipped });
      else report(made, written, lang);
      return EXIT.done;
    });
  },
});

/** Progress is printed after this many cards. */
const CARDS_A_LINE = 20;

interface Options {
  readonly campaign: string;
  readonly unit: string | null;
  readonly asOf: string | null;
  readonly lang: Lang;
  readonly replyBy: string | null;
  /** Null: the post that answers. */
  readonly to: 'COMMITTEE' | 'UNIT' | null;
  readonly separate: boolean;
}

/** A matter, or an issued card, as the command tells of it. */
interface Told {
  /** The matters of an issued card, apart by blanks. */
  readonly key: string;
  readonly number: string | null;
  readonly organisation: string;
  readonly reason: string;
  readonly answeredBy: string;
  /** The day of the last card about the same matter. */
  readonly lastIssuedOn: string | null;
}

interface Made {
  readonly batch: string | null;
  readonly bytes: Buffer | null;
  readonly cards: readonly Told[];
  readonly skipped: readonly Told[];
}

const tell = ({ key, organisation, addressees, facts, lastCard }: KnownCandidate, { lang, to }: Options): Told => ({
  key,
  number: null,
  organisation: organisation.text,
  reason: reasonOf(facts, lang),
  answeredBy: (addressees.find(({ kind }) => kind === to) ?? addressees[0]).post,
  lastIssuedOn: lastCard?.issuedOn ?? null,
});

/** Where a matter has no such addressee, its own answers. */
const planningOf = ({ to, separate }: Options, candidates: readonly KnownCandidate[]): CardPlanning => ({
  addressees: new Map(
    candidates.flatMap(({ key, addressees }) =>
      to !== null && addressees.some(({ kind }) => kind === to) ? [[key, to] as const] : [],
    ),
  ),
  separate,
});

async function draft(
  documents: DocumentContext,
  input: Options,
  file: { readonly format: CardFormat } | null,
): Promise<Made> {
  const found = await listCandidates(documents, { ...input, knownAt: null });
  const planning = planningOf(input, found.candidates);
  const cards = draftCards(documents, found, { issuer: null, replyBy: input.replyBy, planning });
  const bytes = file && cards.length > 0 ? await renderCards(file.format, bundleOf(cards)) : null;
  return { batch: null, bytes, cards: found.candidates.map((each) => tell(each, input)), skipped: [] };
}

async function issue(documents: DocumentContext, input: Options, again: boolean, format: CardFormat): Promise<Made> {
  const found = input.to === null ? null : await listCandidates(documents, { ...input, knownAt: null });
  const planning = planningOf(input, found?.candidates ?? []);
  const all = { ...input, keys: null, repeatDays: null, again, issuer: null, planning };
  const { batch, skipped } = await issueCards(documents, all);
  await storeBatchFiles(documents, batch, ({ done, total }) => {
    if (done > 0 && done < total && done % CARDS_A_LINE === 0) note(`${done} / ${total}`);
  });
  const rows = await cardsOfBatches(documents.db, [batch]);
  const cards = rows.map(({ number, card: { rule, recipient, matters } }): Told => {
    const names = matters.map(({ organisation }) => organisation);
    const [{ facts }] = matters;
    return {
      key: matters.map(({ caseNo, unit }) => `${rule}:${caseNo ?? unit}`).join(' '),
      number,
      organisation: organisationsOf(names, input.lang),
      reason: matters.length === 1 ? reasonOf(facts, input.lang) : ruleLabel(rule, input.lang),
      answeredBy: recipient.post,
      lastIssuedOn: null,
    };
  });
  const { bytes } = await batchFile(documents, batch, format);
  return { batch, bytes, cards, skipped: skipped.map((each) => tell(each, input)) };
}

const ruleLabel = (rule: string, lang: Lang): string => RULES.find(({ id }) => id === rule)?.label[lang] ?? rule;

async function declareVoid(
  documents: DocumentContext,
  campaign: string,
  number: string,
  reason: string,
  json: boolean,
): Promise<number> {
  const found = await cardsOfNumber(documents.db, campaign, number.trim());
  const [card, another] = found;
  if (!card)
    throw new WallchartError(
      'UNKNOWN_REMINDER',
      `Campaign ${campaign} has no card numbered ${number}. 没有这张提醒卡。`,
    );
  if (another) {
    const issuers = found.map(({ issuer }) => issuer).join(', ');
    throw new WallchartError(
      'BAD_INPUT',
      `${found.length} cards have the number ${number} (${issuers}): void it on the dashboard instead. 编号重复，请在网页上作废。`,
    );
  }
  const { id, voided } = await voidCard(documents, card.id, reason);
  if (json) sayJson({ id, number: card.number, voided });
  else say(card.lang === 'zh' ? `${card.number} 已作废` : `${card.number} is void`);
  return EXIT.done;
}

function report({ cards, skipped }: Made, file: string | null, lang: Lang): void {
  if (file !== null) say(file);
  if (cards.length === 0) note(lang === 'zh' ? '没有需要提醒的事项。' : 'No reminders are due.');
  for (const { number, organisation, reason, answeredBy } of cards) {
    const line = [number, organisation, reason, answeredBy].filter((part) => part !== null).join('  ');
    (file === null ? say : note)(line);
  }
  for (const { organisation, reason, lastIssuedOn } of skipped) {
    note(
      lang === 'zh'
        ? `已跳过：${organisation}  ${reason}（${lastIssuedOn}已发提醒卡；再次提醒请加 --again）`
        : `skipped: ${organisation}  ${reason} (a card was issued on ${lastIssuedOn}; use --again to remind again)`,
    );
  }
}

function dayOf(option: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  if (isDay(text)) return text;
  throw new WallchartError('BAD_DATE', `${option} ${text}: expected a date, e.g. 2014-07-31.`);
}

/** A number is not to be spent on a file that cannot be written. */
function placeOf(out: string, force: boolean): { readonly path: string; readonly format: CardFormat } {
  const path = givenPath(out);
  const format = CARD_FORMATS.find((each) => `.${each}` === extname(path).toLowerCase());
  if (!format) throw new WallchartError('BAD_INPUT', `--out ${out}: expected a file name ending in .docx or .pdf.`);
  if (existsSync(path) && !force) throw isThere(path);
  return { path, format };
}

const isThere = (path: string): WallchartError =>
  new WallchartError('FILE_NOT_READABLE', `${path} already exists; use --force to overwrite it`);

async function keep(path: string, bytes: Buffer, force: boolean): Promise<void> {
  await writeFile(path, bytes, { flag: force ? 'w' : 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') throw isThere(path);
    throw new WallchartError('FILE_NOT_READABLE', `cannot write ${path}: ${error.message}`);
  });
}
