import { chartWords } from '@wallchart/charts';
import { formatDay, formatMoment, formatMonthDay, formatPercent, NONE } from '@wallchart/charts/format';
import { STATE_MARKS, stateMark } from '@wallchart/charts/terms';
import type { Lang } from '../../domain/text.ts';
import { listCases, type Case } from '../ledger/index.ts';
import { openReport, type Report } from '../reports/index.ts';
import type { OrgUnit } from '../units/index.ts';
import type { MetricId, MetricValue, TownRank } from '../../metrics/index.ts';
import type { ChartRequest } from '../charts/index.ts';
import { digestOf } from '../../domain/digest.ts';
import { lastRecorded } from '../../recording/last-recorded.ts';
import type { TableSources } from '../tables/index.ts';
import { POSTER_WORDS } from './poster-words.ts';
import type { PosterCase, PosterContent, PosterTown } from './poster.types.ts';

/** Which wall chart, in which language. */
export type PosterRequest = Omit<ChartRequest, 'kind'>;

export interface PosterFacts {
  readonly content: PosterContent;
  readonly unitName: string;
  readonly asOf: string;
  /** SHA-256 over what the poster says of organisations and towns, hex. */
  readonly digest: string;
  /** ISO moment that a file gives as its creation time: that of the last record it contains. */
  readonly createdAt: string;
}

const TOTALS = [
  'IDENTIFIED',
  'RECTIFIED',
  'RECTIFICATION_RATE',
  'OUTSTANDING',
  'OVERDUE',
] as const satisfies MetricId[];
const TOWN = 4;
const EPOCH = '1970-01-01T00:00:00.000Z';

/**
 * What the wall chart of a unit says, from the same figures and rows as its page.
 * @throws WallchartError UNKNOWN_CAMPAIGN, UNKNOWN_UNIT, OUTSIDE_CAMPAIGN
 */
export async function posterContent(sources: TableSources, query: PosterRequest): Promise<PosterFacts> {
  const { lang } = query;
  const words = POSTER_WORDS[lang];
  const { report, unit } = await openReport(sources, query.unit, query);
  const campaign = report.campaignRow;
  const [ranks, [totals], cases, causes, known] = await Promise.all([
    sources.reports.ranking.load(report.key),
    sources.engine.values([report.key], TOTALS),
    allCases(sources, report, unit),
    sources.campaigns.causes(),
    query.knownAt ?? lastRecorded(sources),
  ]);
  const causeOf = new Map(causes.map((cause) => [cause.code, lang === 'zh' ? cause.nameZh : cause.nameEn]));
  const written = cases.map((row) => ({ row, wording: caseOf(row, causeOf, lang) }));
  const towns = townsOf(ranks, written, unit, lang);
  const idle = ranks.filter(({ identified }) => identified === 0).map(({ name }) => name);
  const digest = digestOf({ unit: unit.code, campaign: campaign.id, asOf: report.asOf, towns, idle });
  return {
    unitName: unit.name,
    asOf: report.asOf,
    digest,
    createdAt: known ?? EPOCH,
    content: {
      lang,
      title: words.title(unit.name),
      headline: words.headline(totalsOf(totals ?? [])),
      place: `${(lang === 'en' ? campaign.nameEn : null) ?? campaign.nameZh} · ${words.asOf(formatDay(report.asOf, langTag(lang)))}`,
      legend: legendOf(cases, lang),
      towns,
      idle: cases.length === 0 ? words.nothing : idle.length > 0 ? words.noCase + idle.join(words.comma) : null,
      foot: `${words.known(formatMoment(known, langTag(lang)))} · ${words.digest} sha256:${digest}`,
      illustrative: written.some(({ wording }) => Object.values(wording).some((text) => text.includes('◈')))
        ? words.illustrative
        : null,
    },
  };
}

const langTag = (lang: Lang): 'zh-CN' | 'en' => (lang === 'en' ? 'en' : 'zh-CN');

/** More than a campaign lists in one unit. */
const ALL = 100_000;

async function allCases({ db }: TableSources, report: Report, unit: OrgUnit): Promise<Case[]> {
  const { asOf, knownAt, treeDay, campaignRow: campaign } = report;
  const key = { asOf, knownAt, treeDay, campaign: campaign.id, unit: unit.code, level: unit.level };
  const page = { filter: { latest: true }, counted: null, orderBy: null, first: ALL, after: null };
  const { edges } = await listCases(db, key, page);
  return edges.map(({ node }) => node);
}

interface Written {
  readonly row: Case;
  readonly wording: PosterCase;
}

const marked = (row: Case, column: string): string =>
  row.illustrative.includes('*') || row.illustrative.includes(column) ? '◈' : '';

/** States are named in capitals where marks are decided, as the API does. */
const markOf = ({ state, overdue, rectified }: Case) => stateMark({ state: state.toUpperCase(), overdue, rectified });

function caseOf(row: Case, causes: ReadonlyMap<string, string>, lang: Lang): PosterCase {
  const mark = markOf(row);
  return {
    name: row.unitName + marked(row, 'unit_code'),
    mark,
    word: chartWords(langTag(lang)).marks[mark],
    cause: (causes.get(row.primaryCauseCode) ?? row.primaryCauseCode) + marked(row, 'primary_cause'),
    when: whenOf(row, lang),
    leader: row.contactLeader ?? POSTER_WORDS[lang].noLeader,
  };
}

/** Days to the deadline, counted backwards, and the deadline; of a rectified case the day it was. */
function whenOf(row: Case, lang: Lang): string {
  const words = POSTER_WORDS[lang];
  const { rectifiedOn, daysLeft, deadline } = row;
  if (rectifiedOn !== null) return words.done(formatMonthDay(rectifiedOn, langTag(lang)));
  if (daysLeft === null || deadline === null) return words.noDeadline;
  const day = words.deadline(formatMonthDay(deadline, langTag(lang)));
  const count = daysLeft < 0 ? words.overdue(-daysLeft) : daysLeft === 0 ? words.today : words.left(daysLeft);
  return `${count}${words.comma}${day}${marked(row, 'deadline')}`;
}

/** Unfinished first, the longest overdue first; then by division code. */
function byUrgency({ row: a }: Written, { row: b }: Written): number {
  if (a.rectified !== b.rectified) return a.rectified ? 1 : -1;
  const days = (row: Case): number => (row.rectified ? 0 : (row.daysLeft ?? Number.MAX_SAFE_INTEGER));
  return days(a) - days(b) || (a.unitCode < b.unitCode ? -1 : 1);
}

/** The rows of the poster: ranked parts that are towns; else the towns that the cases name. */
function townsOf(ranks: readonly TownRank[], cases: readonly Written[], unit: OrgUnit, lang: Lang): PosterTown[] {
  const groups = Map.groupBy(cases, ({ row }) => (unit.level >= TOWN ? unit.code : (row.townCode ?? row.unitCode)));
  const inOrder = (group: readonly Written[]): PosterCase[] => group.toSorted(byUrgency).map(({ wording }) => wording);
  const ranked = ranks.filter(({ unit: code }) => groups.has(code));
  if (unit.level >= TOWN)
    return [{ name: unit.name, facts: [], cases: inOrder(cases) }].filter((row) => row.cases.length > 0);
  const rest = [...groups].filter(([code]) => !ranks.some((rank) => rank.unit === code));
  return [
    ...ranked.map((rank) => ({
      name: rank.name,
      facts: factsOf(rank, lang),
      cases: inOrder(groups.get(rank.unit) ?? []),
    })),
    ...rest.map(([code, group]) => ({ name: code, facts: [], cases: inOrder(group) })),
  ];
}

function factsOf({ rank, tied, rectified, identified, rate }: TownRank, lang: Lang): string[] {
  const words = POSTER_WORDS[lang];
  const place = rank === null ? [] : [tied ? words.tied(rank) : words.rank(rank)];
  return [`${rectified}/${identified}`, formatPercent(rate), ...place];
}

function totalsOf(values: readonly MetricValue[]) {
  const text = (id: MetricId): string => values.find((value) => value.id === id)?.value ?? NONE;
  return {
    identified: text('IDENTIFIED'),
    rectified: text('RECTIFIED'),
    rate: formatPercent(values.find(({ id }) => id === 'RECTIFICATION_RATE')?.value ?? null),
    outstanding: text('OUTSTANDING'),
    overdue: text('OVERDUE'),
  };
}

function legendOf(cases: readonly Case[], lang: Lang): PosterContent['legend'] {
  return STATE_MARKS.map((mark) => ({
    mark,
    word: chartWords(langTag(lang)).marks[mark],
    count: cases.filter((row) => markOf(row) === mark).length,
  })).filter(({ count }) => count > 0);
}
