import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { defineCommand } from 'citty';
import { WallchartError } from '../domain/errors.ts';
import { embedFonts } from '../rendering/embed-fonts.ts';
import { makePoster, SIZES, type Poster, type PosterSize } from '../features/poster/index.ts';
import { readReportQuery } from '../features/reports/report-query.ts';
import { actingAs, AS } from './acting-as.ts';
import { placeForFile } from './given-path.ts';
import { resolveScope } from './resolve-scope.ts';
import { EXIT, say, sayJson } from './output.ts';
import { withSources } from './table-sources.ts';

export default defineCommand({
  meta: { name: 'poster', description: 'Write the wall chart as a poster (.pdf or .svg), from A3 to A0.' },
  args: {
    out: { type: 'string', required: true, valueHint: 'FILE', description: 'File to write (.pdf or .svg).' },
    campaign: { type: 'string', description: 'Campaign key, e.g. county-2014. Defaults to the active campaign.' },
    unit: { type: 'string', description: "Unit code, e.g. 350322. Defaults to the campaign's own unit." },
    size: { type: 'enum', options: Object.keys(SIZES), default: 'A1', description: 'Paper, landscape.' },
    asOf: {
      type: 'string',
      alias: 'as-of',
      valueHint: 'DAY',
      description: "Date of the figures. Defaults to the campaign's default day.",
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
    lang: { type: 'enum', options: ['zh', 'en'], default: 'zh', description: 'Language of the text.' },
    force: { type: 'boolean', description: 'Overwrite an existing file.' },
    as: AS,
    json: { type: 'boolean', description: 'Print JSON.' },
  },
  run: async ({ args }) => {
    const path = await placeForFile(args.out, ['.pdf', '.svg'], args.force === true);
    const { asOf, knownAt, tree, lang } = args;
    return withSources(actingAs(args.as), async (sources) => {
      const place = await resolveScope(sources.campaigns, args);
      const query = readReportQuery({ ...place, asOf, knownAt, tree, lang }, {});
      const poster = await makePoster(sources, query, args.size as PosterSize);
      const files =
        extname(path).toLowerCase() === '.pdf' ? [[path, await poster.pdf()] as const] : await svgFiles(poster, path);
      for (const [file, bytes] of files) await write(file, bytes, args.force === true);
      if (args.json)
        sayJson({ files: files.map(([file]) => file), sheets: poster.sheets.length, digest: poster.digest });
      else for (const [file] of files) say(file);
      return EXIT.done;
    });
  },
});

/** poster.svg, or poster-1.svg, poster-2.svg … where one sheet does not hold it. */
function svgFiles({ sheets }: Poster, path: string) {
  const named = (at: number): string => (sheets.length === 1 ? path : path.replace(/\.svg$/i, `-${at + 1}.svg`));
  return Promise.all(sheets.map(async (svg, at) => [named(at), Buffer.from(await embedFonts(svg))] as const));
}

async function write(path: string, bytes: Buffer, force: boolean): Promise<void> {
  await writeFile(path, bytes, { flag: force ? 'w' : 'wx' }).catch((error: Error) => {
    throw new WallchartError('FILE_NOT_READABLE', `cannot write ${path}: ${error.message}`);
  });
}
