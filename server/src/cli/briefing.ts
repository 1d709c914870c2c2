import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { defineCommand } from 'citty';
import { DASHBOARD } from '../config/config.ts';
import { makeBriefing, readBriefingRequest, type Snapshot } from '../features/briefing/index.ts';
import { readTrustedDocuments } from '../graphql-types/trusted-documents.ts';
import { createSchema } from '../app/schema.ts';
import { actingAs, AS } from './acting-as.ts';
import { placeForFile } from './given-path.ts';
import { resolveScope } from './resolve-scope.ts';
import { EXIT, say, sayJson } from './output.ts';
import { progressLine } from './progress-line.ts';
import { withSources } from './table-sources.ts';

export default defineCommand({
  meta: { name: 'briefing', description: 'Write a briefing as one HTML file that opens without a network.' },
  args: {
    campaign: { type: 'string', description: 'Campaign key, e.g. county-2014. Defaults to the active campaign.' },
    unit: { type: 'string', description: "Unit code, e.g. 350322. Defaults to the campaign's own unit." },
    asOf: { type: 'string', alias: 'as-of', description: "Date, YYYY-MM-DD. Defaults to the campaign's default day." },
    knownAt: {
      type: 'string',
      alias: 'known-at',
      description: 'Use the data as recorded at this moment. Defaults to the latest.',
    },
    tree: {
      type: 'enum',
      options: ['then', 'now'],
      default: 'then',
      description: 'Divisions as of the date, or today’s.',
    },
    lang: {
      type: 'enum',
      options: ['zh', 'en'],
      default: 'zh',
      description: 'Language to open in; the file contains both.',
    },
    out: { type: 'string', required: true, valueHint: 'FILE', description: 'Where to write it, e.g. briefing.html.' },
    force: { type: 'boolean', description: 'Overwrite an existing file.' },
    as: AS,
    json: { type: 'boolean', description: 'Print JSON.' },
  },
  run: async ({ args }) => {
    const out = await placeForFile(args.out, ['.html'], args.force === true);
    const { asOf, knownAt, tree, lang: first } = args;
    const progress = progressLine(process.stderr);
    return withSources(actingAs(args.as), async (context) => {
      const place = await resolveScope(context.campaigns, args);
      const { query, lang } = readBriefingRequest({ ...place, asOf, knownAt, tree, lang: first });
      const sources = {
        schema: createSchema(),
        documents: readTrustedDocuments(DASHBOARD.documents),
        dashboardDir: DASHBOARD.dist,
      };
      const { file, snapshot } = await makeBriefing(sources, context, query, lang, (done, known) =>
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
