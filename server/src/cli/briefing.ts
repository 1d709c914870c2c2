import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { defineCommand } from 'citty';
import pino from 'pino';
import { DASHBOARD, readConfig } from '../config.ts';
import { makeBriefing, readBriefingAsk, type Snapshot } from '../features/briefing/index.ts';
import { readTrustedDocuments } from '../graph/trusted-documents.ts';
import { createLoaderPool } from '../loader-pool.ts';
import { createMetricEngine } from '../metrics/index.ts';
import { createSchema } from '../schema.ts';
import { openDatabase } from './database.ts';
import { givenPath } from './given-path.ts';
import { EXIT, note, say, sayJson } from './output.ts';
import { progressLine } from './progress-line.ts';

export default defineCommand({
  meta: { name: 'briefing', description: 'Write a briefing as one HTML file that opens without a network.' },
  args: {
    campaign: { type: 'string', required: true, description: 'Campaign, e.g. county-2014.' },
    unit: { type: 'string', description: "Unit; the campaign's own if not given." },
    asOf: { type: 'string', alias: 'as-of', description: "Day, YYYY-MM-DD; the campaign's default day if not given." },
    knownAt: {
      type: 'string',
      alias: 'known-at',
      description: 'As recorded at this moment; all that is recorded if not given.',
    },
    tree: { type: 'enum', options: ['then', 'now'], default: 'then', description: 'Divisions of the day, or today’s.' },
    lang: { type: 'enum', options: ['zh', 'en'], default: 'zh', description: 'Language it opens in; it has both.' },
    out: { type: 'string', required: true, valueHint: 'FILE', description: 'Where to write it, e.g. briefing.html.' },
    json: { type: 'boolean', description: 'Answer as JSON.' },
  },
  run: async ({ args }) => {
    const { campaign, unit, asOf, knownAt, tree } = args;
    const { ask, lang } = readBriefingAsk({ campaign, unit, asOf, knownAt, tree, lang: args.lang });
    const out = givenPath(args.out);
    const config = readConfig();
    const progress = progressLine(process.stderr);
    const database = await openDatabase(config, { onProgress: note });
    try {
      const { db } = database;
      const engine = createMetricEngine(db);
      const sources = {
        db,
        schema: createSchema(),
        services: { db, engine, loaders: createLoaderPool(db, engine) },
        documents: readTrustedDocuments(DASHBOARD.documents),
        dashboardDir: DASHBOARD.dist,
        log: pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: true })),
      };
      const { file, snapshot } = await makeBriefing(sources, ask, lang, (done, known) =>
        progress.show(`${done}/${known} units`, done / known),
      ).finally(progress.end);
      await writeFile(out, file);
      sayMade(out, file.length, snapshot, args.json === true);
      return EXIT.done;
    } finally {
      await database.close();
    }
  },
});

function sayMade(out: string, bytes: number, snapshot: Snapshot, asJson: boolean): void {
  const { campaign, unit, asOf, knownAt, digest, digests } = snapshot;
  const units = Object.keys(digests).length;
  if (asJson) sayJson({ file: out, bytes, campaign, unit, asOf, knownAt, units, digest });
  else say(`${out}: ${units} units as of ${asOf}, ${Math.ceil(bytes / 1000)} kB, SHA-256 of the data ${digest}`);
}
