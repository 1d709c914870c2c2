import { defineCommand } from 'citty';
import type { SystemDb } from '../database/handles.ts';
import type { Principal } from '../domain/principal.ts';
import type { Lang } from '../domain/text.ts';
import { readConfig } from '../config/config.ts';
import {
  annotateWorkbook,
  importFile,
  type FigureChange,
  type ImportOutcome,
  type Problem,
  type RowChange,
} from '../features/imports/index.ts';
import { openDatabase } from '../database/open-database.ts';
import { actingAs, AS } from './acting-as.ts';
import { givenPath, placeForWorkbook } from './given-path.ts';
import { importProgress } from './import-progress.ts';
import { EXIT, note, say, sayJson } from './output.ts';
import { shutdownSignal } from './shutdown-signal.ts';

export default defineCommand({
  meta: {
    name: 'import',
    description:
      'Import a ledger workbook (.xlsx, or CSV files in a folder or .zip) or a map (.geojson). All or nothing.',
  },
  args: {
    file: {
      type: 'positional',
      required: true,
      description: 'Workbook, .zip, CSV file, folder of CSV files, or .geojson of towns or villages.',
    },
    'dry-run': { type: 'boolean', description: 'Check everything without writing anything.' },
    replace: {
      type: 'boolean',
      description:
        'Treat the workbook as complete: withdraw existing rows of its campaigns that its sheets do not contain. Try --dry-run first.',
    },
    annotated: {
      type: 'string',
      valueHint: 'OUT',
      description: 'File to write the workbook with the wrong cells marked (.xlsx).',
    },
    lang: { type: 'enum', options: ['en', 'zh'], default: 'en', description: 'Language of the problem messages.' },
    as: AS,
    json: { type: 'boolean', description: 'Print JSON.' },
  },
  run: async ({ args }) => {
    const source = { path: givenPath(args.file) };
    const annotated = args.annotated === undefined ? null : await placeForWorkbook(args.annotated, source.path);
    const principal = actingAs(args.as);
    const progress = importProgress(process.stderr);
    const { signal } = shutdownSignal(note);
    const database = await openDatabase(readConfig(), { onProgress: note, statementTimeoutMs: 0, signal });
    try {
      const outcome = await importFile(database.system.pool, source, {
        dryRun: args['dry-run'] === true,
        replace: args.replace === true,
        withEffect: true,
        channel: 'cli',
        recordedBy: principal.name,
        onProgress: progress.show,
        signal,
      }).finally(progress.end);
      const moved = outcome.run ? await movedBy(database.system, principal, outcome.run.recordedAt) : null;
      if (annotated !== null) await annotateWorkbook(source, outcome.problems, annotated);
      if (args.json) sayJson({ ...outcome, movedCirculars: moved?.facts ?? [] });
      else {
        const lang = args.lang === 'zh' ? 'zh' : 'en';
        sayOutcome(outcome, lang);
        for (const line of moved?.lines[lang] ?? []) say(line);
      }
      return outcome.state === 'refused' ? EXIT.refused : EXIT.done;
    } finally {
      await database.close();
    }
  },
});

/** The sealed circulars that an import touched; their code is loaded for an import that wrote something only. */
const movedBy = async (system: SystemDb, viewer: Principal, recordedAt: string) =>
  (await import('./moved-circulars.ts')).tellMoved(system, viewer, recordedAt);

/** Changed rows that are listed at most; `--json` has up to 500. */
const LINES = 40;

function sayOutcome(outcome: ImportOutcome, lang: Lang): void {
  for (const problem of outcome.problems) say(problemLine(problem, lang));
  const hidden = outcome.problemCount + outcome.warningCount - outcome.problems.length;
  if (hidden > 0) say(lang === 'zh' ? `…… 另有${hidden}处` : `… and ${hidden} more`);
  for (const sheet of outcome.sheets) {
    if (outcome.state === 'refused') continue;
    const withdrawn = sheet.withdrawn > 0 ? `, ${sheet.withdrawn} withdrawn` : '';
    say(
      `${sheet.title[lang]} (${sheet.sheet}): ${sheet.new} new, ${sheet.corrected} corrected, ${sheet.unchanged} unchanged${withdrawn}`,
    );
  }
  const changes = (outcome.effect?.changes ?? []).filter(({ kind }) => kind !== 'new');
  for (const change of changes.slice(0, LINES)) say(changeLine(change));
  const more = outcome.sheets.reduce((sum, { corrected, withdrawn }) => sum + corrected + withdrawn, 0) - LINES;
  if (changes.length > 0 && more > 0) say(lang === 'zh' ? `…… 另有${more}行改动` : `… and ${more} more changed rows`);
  for (const figure of outcome.effect?.figures ?? []) if (figure.before.value !== null) say(figureLine(figure, lang));
  say(outcome.message[lang]);
}

/** `corrected visits 001 leader 2014-05-08: problems_found 1 -> 3` */
function changeLine({ kind, sheet, identity, cells }: RowChange): string {
  const which = identity.map(({ value }) => value).join(' ');
  const what = cells.map(({ column, before, after }) =>
    kind === 'withdrawn' ? `${column} ${before}` : `${column} ${before ?? '(blank)'} -> ${after ?? '(blank)'}`,
  );
  return `${kind} ${sheet} ${which}${what.length > 0 ? `: ${what.join(', ')}` : ''}`;
}

/** `整顿 2014-07-31 OUTSTANDING: 5 -> 6` */
const figureLine = ({ campaignName, asOf, before, after }: FigureChange, lang: Lang): string =>
  `${campaignName[lang]} ${asOf} ${before.id}: ${before.value} -> ${after.value ?? '(none)'}`;

/** `cases!C7 "350322100" — the unit is a town; expected a village … [NOT_AN_ORGANISATION]` */
function problemLine(
  { sheet, cell, row, column, value, message, expected, code, severity }: Problem,
  lang: Lang,
): string {
  const place = cell ?? (row === null ? '' : `${row}`) + (column ? ` ${column}` : '');
  const where = sheet === '' ? '' : `${sheet}${place === '' ? '' : `!${place}`} `;
  const what = value === null ? '' : `"${value}" `;
  const words = lang === 'zh' ? `${message.zh}；应为：${expected.zh}` : `${message.en}; expected ${expected.en}`;
  const warning = severity === 'warning' ? (lang === 'zh' ? '提醒：' : 'warning: ') : '';
  return `${where}${what}— ${warning}${words} [${code}]`;
}
