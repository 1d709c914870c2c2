import 'reflect-metadata';
import { rename, rm } from 'node:fs/promises';
import { defineCommand } from 'citty';
import { openTable, TABLE_NAMES, tableOf } from '../features/tables/index.ts';
import { readReportQuery } from '../features/reports/report-query.ts';
import { writeWorkbookFile } from '../rendering/workbook/write-workbook.ts';
import { actingAs, AS } from './acting-as.ts';
import { placeForFile } from './given-path.ts';
import { resolveScope } from './resolve-scope.ts';
import { EXIT, note, say, sayJson } from './output.ts';
import { withSources } from './table-sources.ts';

/** Rows between two lines about progress. */
const SAID_EVERY = 20_000;

export default defineCommand({
  meta: {
    name: 'export',
    description:
      'Write a table as a workbook: the ledger (which can be imported again), the weekly report, the ranking or a chart.',
  },
  args: {
    table: { type: 'positional', required: true, description: TABLE_NAMES.join(', ') },
    out: { type: 'string', required: true, valueHint: 'FILE', description: 'File to write (.xlsx).' },
    campaign: { type: 'string', description: 'Campaign key, e.g. county-2014. Defaults to the active campaign.' },
    unit: { type: 'string', description: "Unit code, e.g. 350322. Defaults to the campaign's own unit." },
    asOf: {
      type: 'string',
      alias: 'as-of',
      valueHint: 'DAY',
      description: 'Date of the figures. Does not apply to the ledger.',
    },
    knownAt: {
      type: 'string',
      alias: 'known-at',
      valueHint: 'MOMENT',
      description: 'Use the data as recorded then. Defaults to the latest.',
    },
    tree: {
      type: 'enum',
      options: ['then', 'now'],
      default: 'then',
      description: 'Divisions as of the date, or today’s.',
    },
    lang: { type: 'enum', options: ['zh', 'en'], default: 'zh', description: 'Language of headers and values.' },
    force: { type: 'boolean', description: 'Overwrite an existing file.' },
    as: AS,
    json: { type: 'boolean', description: 'Print JSON.' },
  },
  run: async ({ args }) => {
    const table = tableOf(args.table);
    const path = await placeForFile(args.out, ['.xlsx'], args.force === true);
    const { asOf, knownAt, tree, lang } = args;
    return withSources(actingAs(args.as), async (sources) => {
      const place = await resolveScope(sources.campaigns, args);
      const query = readReportQuery({ ...place, asOf, knownAt, tree, lang }, {});
      let rows = 0;
      const file = await openTable(sources, table, query, {
        onRows: (sheet, rowsDone) => {
          if (Math.floor(rowsDone / SAID_EVERY) > Math.floor(rows / SAID_EVERY)) note(`${sheet} … ${rowsDone} rows`);
          rows = rowsDone;
        },
      });
      const unfinished = `${path}.part`;
      try {
        await writeWorkbookFile(file.sheets, unfinished);
        await rename(unfinished, path);
      } finally {
        await file.close();
        await rm(unfinished, { force: true });
      }
      if (args.json) sayJson({ file: path, table: args.table, sheets: file.sheets.map(({ name }) => name) });
      else say(path);
      return EXIT.done;
    });
  },
});
