import 'reflect-metadata';
import { rename, rm } from 'node:fs/promises';
import { defineCommand } from 'citty';
import { openTable, TABLE_NAMES, tableOf } from '../features/tables/index.ts';
import { readReportQuery } from '../features/reports/report-query.ts';
import { writeWorkbookFile } from '../rendering/workbook/write-workbook.ts';
import { placeForFile } from './given-path.ts';
import { givenPlace } from './given-place.ts';
import { EXIT, note, say, sayJson } from './output.ts';
import { withSources } from './table-sources.ts';

/** Rows between two lines about progress. */
const SAID_EVERY = 20_000;

export default defineCommand({
  meta: {
    name: 'export',
    description: 'Write a table as a workbook: the ledger (it can be imported again), weekly table, ranking, a chart.',
  },
  args: {
    table: { type: 'positional', required: true, description: TABLE_NAMES.join(', ') },
    out: { type: 'string', required: true, valueHint: 'FILE', description: 'Where to write it (.xlsx).' },
    campaign: { type: 'string', description: 'Key of the campaign, e.g. county-2014; the one at work if none.' },
    unit: { type: 'string', description: "Code of the unit, e.g. 350322; the campaign's own if none." },
    asOf: { type: 'string', alias: 'as-of', valueHint: 'DAY', description: 'Day of the figures; not for the ledger.' },
    knownAt: { type: 'string', alias: 'known-at', valueHint: 'MOMENT', description: 'As recorded until then.' },
    tree: { type: 'enum', options: ['then', 'now'], default: 'then', description: 'Tree of the day, or of today.' },
    lang: { type: 'enum', options: ['zh', 'en'], default: 'zh', description: 'Language of headers and words.' },
    force: { type: 'boolean', description: 'Write over a file that is there already.' },
    json: { type: 'boolean', description: 'Answer as JSON.' },
  },
  run: async ({ args }) => {
    const table = tableOf(args.table);
    const path = await placeForFile(args.out, ['.xlsx'], args.force === true);
    const { asOf, knownAt, tree, lang } = args;
    return withSources(async (sources, { pool }) => {
      const place = await givenPlace(sources.campaigns, args);
      const query = readReportQuery({ ...place, asOf, knownAt, tree, lang }, {});
      let rows = 0;
      const file = await openTable(sources, pool, table, query, {
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
