import 'reflect-metadata';
import { defineCommand } from 'citty';
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { WallchartError } from '../domain/errors.ts';
import {
  FORMATS,
  lastEdition,
  preloadRenderers,
  renderAs,
  sealedFile,
  sealNewCircular,
  writeDraft,
  type DocumentContext,
  type DraftInput,
  type Format,
  type SealingInput,
} from '../features/circulars/index.ts';
import { isDay } from '../domain/day.ts';
import { checkFile } from './circular-check.ts';
import { actingAs, AS } from './acting-as.ts';
import { withDocuments } from './document-context.ts';
import { officeSettingsCommand, SETTINGS_ARGS } from './circular-settings.ts';
import { givenPath, placeForFile } from './given-path.ts';
import { EXIT, note, say, sayJson } from './output.ts';

export default defineCommand({
  meta: {
    name: 'circular',
    description:
      'Write a staged circular (通报) from the metrics to a file. --seal numbers and stores it. ' +
      '"circular check FILE" holds an edited .docx against what was sealed; "circular settings --unit CODE" shows, or ' +
      'keeps, what circulars of an office start with.',
  },
  args: {
    action: { type: 'positional', required: false, description: '"check" or "settings". Omit to write a circular.' },
    file: { type: 'positional', required: false, description: 'The .docx file to check.' },
    campaign: { type: 'string', description: 'Campaign key, e.g. county-2014.' },
    out: { type: 'string', valueHint: 'FILE', description: 'File to write: .docx, .pdf or .html.' },
    unit: { type: 'string', description: "Unit code, a town or above. Defaults to the campaign's own unit." },
    asOf: { type: 'string', alias: 'as-of', valueHint: 'DAY', description: 'Cut-off date, e.g. 2014-07-31.' },
    previous: { type: 'string', valueHint: 'DAY', description: 'Date from which changes are counted.' },
    knownAt: {
      type: 'string',
      alias: 'known-at',
      valueHint: 'MOMENT',
      description: 'Use the data as recorded then. Defaults to the latest.',
    },
    replyDays: {
      type: 'string',
      alias: 'reply-days',
      description: 'Days after the cut-off by which to reply. Defaults to 10.',
    },
    lang: { type: 'enum', options: ['zh', 'en'], default: 'zh', description: 'Language of the circular.' },
    issuedOn: { type: 'string', alias: 'issued-on', valueHint: 'DAY', description: 'Date printed on it (成文日期).' },
    seal: {
      type: 'boolean',
      description: 'Seal it: assign a number and fix the text. Sealing the same text again returns the same edition.',
    },
    number: { type: 'string', valueHint: 'N', description: 'seal: serial number, if the register is kept elsewhere.' },
    force: { type: 'boolean', description: 'Overwrite an existing file.' },
    circular: {
      type: 'string',
      valueHint: 'ID',
      description:
        'With --out: write the latest sealed edition of this circular. check: which circular to compare with, if the file does not say.',
    },
    ...SETTINGS_ARGS,
    against: {
      type: 'enum',
      options: ['sealed', 'current'],
      default: 'sealed',
      description: 'check: what to compare the file with.',
    },
    as: AS,
    json: { type: 'boolean', description: 'Print JSON.' },
  },
  run: async ({ args }) => {
    if (args.action === 'settings') return officeSettingsCommand(args);
    if (args.action !== undefined) return check(args.action, args);
    const { campaign, out, circular } = args;
    if ((!campaign && !circular) || !out) {
      note('wallchart circular: --campaign (or --circular) and --out are required; see wallchart circular --help.');
      return EXIT.usage;
    }
    const format = formatOf(out);
    if (!format) {
      note(
        `wallchart circular: --out ${out}: expected a file name ending in ${FORMATS.map((name) => `.${name}`).join(', ')}.`,
      );
      return EXIT.usage;
    }
    const input = {
      campaign: campaign ?? '',
      unit: args.unit ?? null,
      asOf: dayOf('--as-of', args.asOf),
      lang: args.lang === 'en' ? 'en' : 'zh',
      sections: null,
      annexes: null,
      previous: dayOf('--previous', args.previous),
      replyDays: args.replyDays === undefined ? null : Number(args.replyDays),
      issuedOn: dayOf('--issued-on', args.issuedOn),
    } as const;
    const sealing = { number: args.number === undefined ? null : Number(args.number) };
    const knownAt = momentOf(args.knownAt);
    if (args.seal && knownAt !== null) {
      throw new WallchartError(
        'BAD_INPUT',
        '--known-at: cannot be used with --seal, which always uses the latest data.',
      );
    }
    if (!args.seal && sealing.number !== null) {
      throw new WallchartError('BAD_INPUT', '--number: requires --seal.');
    }
    if (circular && (campaign || args.seal)) {
      throw new WallchartError('BAD_INPUT', '--circular: cannot be used with --campaign or --seal.');
    }
    // A number is not to be spent on a file that cannot be written.
    const path = await placeForFile(out, [`.${format}`], args.force === true);
    return withDocuments(
      actingAs(args.as),
      async (documents) => {
        const made = circular
          ? await writeSealed(documents, circular, format)
          : args.seal
            ? await seal(documents, input, sealing, format)
            : await write(documents, input, format, knownAt);
        await keep(path, made.bytes, args.force === true);
        const { bytes, ...facts } = made;
        if (args.json) sayJson({ file: path, format, bytes: bytes.length, ...facts });
        else say(made.number === null ? path : `${path}  ${made.number}`);
        if (!args.json) made.warnings.forEach((warning) => note(warning));
        return EXIT.done;
      },
      preloadRenderers,
    );
  },
});

interface CheckArgs {
  readonly as: string;
  readonly file?: string;
  readonly circular?: string;
  readonly against?: string;
  readonly json?: boolean;
}

async function check(action: string, { as, file, circular, against, json }: CheckArgs): Promise<number> {
  if (action !== 'check' || !file) {
    note(
      'wallchart circular: expected "check FILE", "settings", or --campaign and --out; see wallchart circular --help.',
    );
    return EXIT.usage;
  }
  return checkFile({
    path: givenPath(file),
    viewer: actingAs(as),
    circular: circular ?? null,
    against: against === 'current' ? 'CURRENT' : 'SEALED',
    json: json === true,
  });
}

interface Made {
  readonly bytes: Buffer;
  readonly title: string;
  readonly number: string | null;
  readonly circular: string | null;
  readonly digest: string | null;
  /** What to check before it is sent, in the language of the circular. */
  readonly warnings: readonly string[];
}

async function write(
  documents: DocumentContext,
  input: DraftInput,
  format: Format,
  knownAt: string | null,
): Promise<Made> {
  const { document, warnings } = await writeDraft(documents, input, knownAt);
  const bytes = await renderAs(format, document);
  const told = warnings.map(({ message }) => message);
  return { bytes, title: document.title, number: null, circular: null, digest: null, warnings: told };
}

async function seal(
  documents: DocumentContext,
  input: DraftInput,
  sealing: SealingInput,
  format: Format,
): Promise<Made> {
  const { circular, edition } = await sealNewCircular(documents, input, sealing);
  return fileOf(documents, circular, edition, format);
}

async function writeSealed(documents: DocumentContext, circular: string, format: Format): Promise<Made> {
  return fileOf(documents, circular, await lastEdition(documents, circular), format);
}

async function fileOf(documents: DocumentContext, circular: string, edition: number, format: Format): Promise<Made> {
  const { bytes, title, number, digest } = await sealedFile(documents, circular, edition, format);
  return { bytes, title, number, circular, digest, warnings: [] };
}

const formatOf = (path: string): Format | undefined =>
  FORMATS.find((format) => `.${format}` === extname(path).toLowerCase());

function dayOf(option: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  if (isDay(text)) return text;
  throw new WallchartError('BAD_DATE', `${option} ${text}: expected a date, e.g. 2014-07-31.`);
}

function momentOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const moment = new Date(text);
  if (/T.*(Z|[+-]\d\d:?\d\d)$/.test(text) && !Number.isNaN(moment.getTime())) return moment.toISOString();
  throw new WallchartError(
    'BAD_DATE',
    `--known-at ${text}: expected a time with an offset, e.g. 2014-08-01T09:30:00+08:00.`,
  );
}

async function keep(path: string, bytes: Buffer, force: boolean): Promise<void> {
  await writeFile(path, bytes, { flag: force ? 'w' : 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') {
      throw new WallchartError('FILE_NOT_READABLE', `${path} already exists; use --force to overwrite it`);
    }
    throw new WallchartError('FILE_NOT_READABLE', `cannot write ${path}: ${error.message}`);
  });
}
