import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chartSheet } from '@wallchart/charts/sheet';
import {
  acceptanceCard,
  causesCard,
  chartAddress,
  moneyCard,
  payCard,
  townsCard,
  trendCard,
  visitsCard,
  type CardPlace,
  type ChartCard,
  type ChartKind,
} from '@wallchart/charts/cards';
import type * as Api from '../../dashboard/src/generated/graphql.ts';
import { CHART_KINDS } from '../../server/src/features/charts/index.ts';
import { wordsOf } from '../../server/src/rendering/font-subset.ts';
import { readChunks } from '../../server/src/rendering/png-chunks.ts';
import { tofuIn } from '../support/glyphs.ts';
import type { SampleApp } from './sample-app.ts';

const documents = Object.values(
  JSON.parse(
    readFileSync(new URL('../../dashboard/src/generated/persisted-documents.json', import.meta.url), 'utf8'),
  ) as Record<string, string>,
);
/** An operation of the dashboard, as the screen sends it. */
const operation = (name: string): string =>
  documents.find((text) => text.includes(`query ${name}(`) || text.includes(`query ${name} `)) ?? '';

export interface Subject {
  readonly campaign: string;
  readonly unit: string;
  readonly level: number;
  readonly asOf: string;
}

type Lang = 'zh' | 'en';

/** The cards as the screen makes them: the dashboard's operations, and the same functions on their answers. */
async function cardsOnScreen(app: SampleApp, subject: Subject, lang: Lang): Promise<Record<ChartKind, ChartCard>> {
  const { campaign, unit: code, asOf } = subject;
  const variables = { campaign, code, asOf, knownAt: null, tree: 'THEN' };
  const query = <T>(name: string): Promise<T> => app.query<T>(operation(name), variables);
  const report = async <T extends { orgUnit: { report: unknown } | null }>(name: string) =>
    (await query<T>(name)).orgUnit?.report as NonNullable<T['orgUnit']>['report'];
  const { campaigns } = await app.query<Api.CampaignsQuery>(operation('Campaigns'));
  const { metrics } = await app.query<Api.MetricLabelsQuery>(operation('MetricLabels'));
  const head = (await query<Api.OverviewHeadQuery>('OverviewHead')).orgUnit;
  const place: CardPlace = {
    lang: lang === 'en' ? 'en' : 'zh-CN',
    unitName: head?.name ?? '',
    unitLevel: subject.level,
    asOf,
    campaign: campaigns.find(({ id }) => id === campaign) ?? null,
    definition: (id) => {
      const metric = metrics.find((one) => one.id === id);
      return (lang === 'en' ? metric?.definitionEn : metric?.definitionZh) ?? '';
    },
  };
  const causes = await report<Api.OverviewCausesQuery>('OverviewCauses');
  return {
    TOWNS: townsCard(head?.report.ranking ?? [], place),
    CAUSES: causesCard({ metrics: causes.metrics, breakdown: causes.primary }, 'primary', place),
    CAUSE_INCIDENCE: causesCard({ metrics: causes.metrics, breakdown: causes.incidence }, 'incidence', place),
    TREND: trendCard((await report<Api.OverviewTrendQuery>('OverviewTrend')).trend, place),
    VENUE_GAP: moneyCard(await report<Api.OverviewMoneyQuery>('OverviewMoney'), place),
    PAY: payCard(await report<Api.OverviewPayQuery>('OverviewPay'), place),
    VISITS: visitsCard(await report<Api.OverviewVisitsQuery>('OverviewVisits'), place),
    ACCEPTANCE: acceptanceCard((await report<Api.OverviewAcceptanceQuery>('OverviewAcceptance')).metrics, place),
  };
}

/** What is drawn, without what the file says about itself. */
const drawn = (svg: string): string => svg.replace(/<title>[\s\S]*?<\/metadata>(?:<style>[\s\S]*?<\/style>)?/, '');

/** The tests that every chart of a sample has to pass, for a unit of it. */
export function describePictures(app: SampleApp, subject: Subject): void {
  const { campaign, unit, asOf } = subject;
  const address = (kind: ChartKind, format: 'svg' | 'png', lang: Lang): string =>
    chartAddress(kind, format, { campaign, unit, asOf, knownAt: null, tree: 'then', lang });

  describe.each(['zh', 'en'] as const)(`pictures of ${unit} in %s`, (lang) => {
    it('are those on screen, word for word and line for line', async () => {
      const cards = await cardsOnScreen(app, subject, lang);
      for (const kind of CHART_KINDS) {
        const { body } = await app.get(address(kind, 'svg', lang));
        const [, font = ''] = / font-family="([^"]*)"/.exec(body) ?? [];
        const [, digest = ''] = / digest="sha256:([0-9a-f]+)"/.exec(body) ?? [];
        const ids = `${kind.toLowerCase()}-${digest.slice(0, 8)}`;
        const expected = chartSheet(cards[kind], { lang: lang === 'en' ? 'en' : 'zh-CN', font, ids });
        expect([kind, drawn(body)]).toEqual([kind, expected]);
      }
    });

    it('have a glyph for each character', async () => {
      const texts = await Promise.all(
        CHART_KINDS.map(async (kind) => wordsOf(drawn((await app.get(address(kind, 'svg', lang))).body))),
      );
      expect(texts.join('').length).toBeGreaterThan(400);
      expect(tofuIn(texts)).toEqual([]);
    });
  });

  it(`a PNG of ${unit} is 1843 px at 300 dpi and says what it shows`, async () => {
    const { rawPayload, headers } = await app.get(address('TOWNS', 'png', 'zh'));
    const chunks = readChunks(rawPayload);
    const chunk = (type: string): Buffer => chunks.find((one) => one.type === type)?.data ?? Buffer.alloc(9);
    expect(headers['content-type']).toBe('image/png');
    expect(chunk('IHDR').readUInt32BE(0)).toBe(1843);
    expect([chunk('pHYs').readUInt32BE(0), chunk('pHYs').readUInt32BE(4), chunk('pHYs')[8]]).toEqual([
      11_811, 11_811, 1,
    ]);
    const metadata = Object.fromEntries(chunks.filter(({ type }) => type === 'iTXt').map(({ data }) => textOf(data)));
    expect(metadata).toMatchObject({
      'wallchart:unit': unit,
      'wallchart:campaign': campaign,
      'wallchart:as-of': asOf,
      'wallchart:tree': 'then',
      'wallchart:kind': 'TOWNS',
    });
    expect(metadata['wallchart:known-at']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(metadata['wallchart:metrics']).toContain('RECTIFICATION_RATE');
    expect(metadata['wallchart:digest']).toBe(`sha256:${String(headers['x-wallchart-digest'])}`);
  });
}

/** Keyword and text of an uncompressed iTXt chunk. */
function textOf(data: Buffer): [string, string] {
  const end = data.indexOf(0);
  return [data.toString('latin1', 0, end), data.subarray(end + 5).toString('utf8')];
}
