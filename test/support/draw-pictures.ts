import { createHash } from 'node:crypto';
import { townsCard, trendCard, type CardPlace, type ChartCard, type ChartKind } from '@wallchart/charts/cards';
import { embedFonts } from '../../server/src/rendering/embed-fonts.ts';
import { drawPicture } from '../../server/src/features/charts/index.ts';
import { toPng } from '../../server/src/rendering/png.ts';

/* Run on its own it prints what the pictures of fixed figures come to: the same in every zone and language. */

const place: CardPlace = {
  lang: 'zh-CN',
  unitName: '仙游县',
  unitLevel: 3,
  asOf: '2014-07-31',
  campaign: { zh: '整顿', en: 'Campaign', startOn: '2014-03-20', deadline: '2014-08-31', visitsPerMonth: 3 },
  definition: () => '定义',
};
const figure = (id: 'RECTIFIED' | 'IDENTIFIED', value: string) => ({
  id,
  value,
  numerator: value,
  denominator: null,
  atLeast: false,
  illustrative: false,
});
const town = (name: string, rectified: number, overdue: number) => ({
  unit: { code: name, name },
  rank: 1,
  tied: overdue === 0,
  identified: rectified + overdue,
  rectified,
  acceptedPending: 0,
  overdue,
  relapsed: 0,
  inWork: 0,
  rate: '0.5',
  illustrative: true,
});

const facts = (kind: ChartKind) => ({
  kind,
  lang: 'zh' as const,
  unit: '350322',
  unitName: '仙游县',
  campaign: 'county-2014',
  campaignName: '整顿',
  asOf: '2014-07-31',
  knownAt: '2014-08-01T00:00:00.000Z',
  tree: 'then' as const,
  metricIds: [],
  digest: '0'.repeat(64),
});

const sha = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** Digests of two pictures as SVG with fonts and as PNG. */
export async function drawPictures(): Promise<string[]> {
  const weeks = ['04-07', '05-05', '06-02', '07-31'].map((day, index) => ({
    from: `2014-${day}`,
    to: `2014-${day}`,
    label: day,
    values: [figure('RECTIFIED', String(index * 9)), figure('IDENTIFIED', '37')],
  }));
  const cards: [ChartKind, ChartCard][] = [
    ['TOWNS', townsCard([town('大济镇', 4, 0), town('游洋镇', 1, 1)], place)],
    ['TREND', trendCard(weeks, place)],
  ];
  const digests: string[] = [];
  for (const [kind, card] of cards) {
    const { svg } = await drawPicture({ card, facts: facts(kind) });
    digests.push(sha(await embedFonts(svg)), sha(await toPng(svg)));
  }
  return digests;
}

if (process.argv[1] === import.meta.filename) process.stdout.write(JSON.stringify(await drawPictures()));
