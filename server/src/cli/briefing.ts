import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { defineCommand } from 'citty';
import pino from 'pino';
import { DASHBOARD, readConfig } from '../config/config.ts';
import { makeBriefing, readBriefingAsk, type Snapshot } from '../features/briefing/index.ts';
import { readTrustedDocuments } from '../graphql-types/trusted-documents.ts';
import { createLoaderPool } from '../app/loader-pool.ts';
import { createSchema } from '../app/schema.ts';
import { placeForFile } from './given-path.ts';
import { givenPlace } from './given-place.ts';
import { EXIT, say, sayJson } from './output.ts';
import { progressLine } from './progress-line.ts';
import { withSources } from './table-sources.ts';

export default defineCommand({
  meta: { name: 'briefing', description: 'Write a briefing as one HTML file that opens without a network.' },
  args: {
    campaign: { type: 'string', description: 'Key of the campaign, e.g. county-2014; the one at work if none.' },
    unit: { type: 'string', description: "Code of the unit, e.g. 350322; the campaign's own if none." },
    asOf: { type: 'string', alias: 'as-of', description: "Day, YYYY-MM-DD; the campaign's default day if not given." },
    knownAt: {
      type: 'string',
      alias: 'known-at',
      description: 'As recorded at this moment; all that is recorded if not given.',
    },
    tree: { type: 'enum', options: ['then', 'now'], default: 'then', description: 'Divisions of the day, or today’s.' },
    lang: { type: 'enum', options: ['zh', 'en'], default: 'zh', description: 'Language it opens in; it has both.' },
    out: { type: 'string', required: true, valueHint: 'FILE', description: 'Where to write it, e.g. briefing.html.' },
    force: { type: 'boolean', description: 'Write over a file that is there already.' },
    json: { type: 'boolean', description: 'Answer as JSON.' },
  },
  run: async ({ args }) => {
    const out = await placeForFile(args.out, ['.html'], args.force === true);
    const { asOf, knownAt, tree, lang: first } = args;
    const progress = progressLine(process.stderr);
    return withSources(async ({ db, engine, campaigns }) => {
      const place = await givenPlace(campaigns, args);
      const { ask, lang } = readBriefingAsk({ ...place, asOf, knownAt, tree, lang: first });
      const sources = {
        db,
        schema: createSchema(),
        services: { db, engine, loaders: createLoaderPool(db, engine) },
        documents: readTrustedDocuments(DASHBOARD.documents),
        dashboardDir: DASHBOARD.dist,
        log: pino({ level: readConfig().logLevel, base: null }, pino.destination({ dest: 2, sync: true })),
      };
      const { file, snapshot } = await makeBriefing(sources, ask, lang, (done, known) =>
        progress.show(`${done}/${known} units`, done / known),
      ).finally(progress.end);
      await writeFile(out, file);
      sayMade(out, file.length, snapshot, args.json === true);
      return EXIT.done;
    });
  },
});

function sayMade(out: string, bytes: number, snapshot: Snapshot, asJson: boolean): void {
  const { campaign, unit, asOf, knownAt, digest, digests } = snapshot;
  const units = Object.keys(digests).length;
  if (asJson) sayJson({ file: out, bytes, campaign, unit, asOf, knownAt, units, digest });
  else say(`${out}: ${units} units as of ${asOf}, ${Math.ceil(bytes / 1000)} kB, SHA-256 of the data ${digest}`);
}
