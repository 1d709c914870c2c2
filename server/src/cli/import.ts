import { userInfo } from 'node:os';
import { defineCommand } from 'citty';
import { readConfig } from '../config.ts';
import { annotateWorkbook, importFile, type ImportOutcome, type Problem } from '../features/imports/index.ts';
import { openDatabase } from './database.ts';
import { givenPath, placeForWorkbook } from './given-path.ts';
import { importProgress } from './import-progress.ts';
import { EXIT, note, say, sayJson } from './output.ts';
import { untilAskedToStop } from './until-asked-to-stop.ts';

type Lang = 'zh' | 'en';

export default defineCommand({
  meta: {
    name: 'import',
    description:
      'Read a ledger workbook (.xlsx, or CSV files in a folder or .zip), or a map (.geojson), into the database, all or nothing.',
  },
  args: {
    file: {
      type: 'positional',
      required: true,
      description: 'Workbook, .zip, CSV file, folder of CSV files, or .geojson of towns and villages.',
    },
    'dry-run': { type: 'boolean', description: 'Check everything, write nothing.' },
    annotated: {
      type: 'string',
      valueHint: 'OUT',
      description: 'Where to write the workbook with its bad cells marked (.xlsx).',
    },
    lang: { type: 'enum', options: ['en', 'zh'], default: 'en', description: 'Language of the problems.' },
    json: { type: 'boolean', description: 'Answer as JSON.' },
  },
  run: async ({ args }) => {
    const source = { path: givenPath(args.file) };
    const annotated = args.annotated === undefined ? null : await placeForWorkbook(args.annotated, source.path);
    const progress = importProgress(process.stderr);
    const { signal } = untilAskedToStop(note);
    const database = await openDatabase(readConfig(), { onProgress: note, statementTimeoutMs: 0, signal });
    try {
      const outcome = await importFile(database.pool, source, {
        dryRun: args['dry-run'] === true,
        channel: 'cli',
        recordedBy: userInfo().username,
        onProgress: progress.show,
        signal,
      }).finally(progress.end);
      if (annotated !== null) await annotateWorkbook(source, outcome.problems, annotated);
      if (args.json) sayJson(outcome);
      else sayOutcome(outcome, args.lang === 'zh' ? 'zh' : 'en');
      return outcome.state === 'refused' ? EXIT.refused : EXIT.done;
    } finally {
      await database.close();
    }
  },
});

function sayOutcome(outcome: ImportOutcome, lang: Lang): void {
  for (const problem of outcome.problems) say(problemLine(problem, lang));
  const hidden = outcome.problemCount + outcome.warningCount - outcome.problems.length;
  if (hidden > 0) say(lang === 'zh' ? `…… 另有${hidden}处` : `… and ${hidden} more`);
  for (const sheet of outcome.sheets) {
    if (outcome.state === 'refused') continue;
    say(
      `${sheet.title[lang]} (${sheet.sheet}): ${sheet.new} new, ${sheet.corrected} corrected, ${sheet.unchanged} unchanged`,
    );
  }
  say(outcome.message[lang]);
}

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
