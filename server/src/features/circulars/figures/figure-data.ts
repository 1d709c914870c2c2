import type { BreakdownRow, Dimension, MetricId, MetricValue, TownRank } from '../../../metrics/index.ts';
import { createCampaignLoaders, type Cause } from '../../campaigns/index.ts';
import { activitiesOf, goodPracticesOf, type Activity, type GoodPractice } from '../../reports/index.ts';
import type { Binding, ListId, MetricBinding, NamesBinding } from '../content/binding.ts';
import { reportKeyOf, type FigureSource, type Subject } from '../subject.ts';
import { loadCases, type CaseFacts } from './case-facts.ts';
import { nameUnits } from './unit-names.ts';

type At = 'now' | 'previous';

/** A child unit as it stands, and whether its figures depend on illustrative content. */
export interface Standing extends TownRank {
  readonly illustrative: boolean;
}

/** What deserves to be followed, with the unit by the name that a circular gives it. */
export interface NamedPractice extends GoodPractice {
  readonly name: string;
}

/** What a unit of a kind is due a year from so many inhabitants on. */
export interface FundingTier {
  readonly kind: string;
  readonly populationOver: number;
  /** exact */
  readonly dueYuan: string;
}

/** Everything that some bindings say, loaded together. */
export interface FigureData {
  readonly subject: Subject;
  /** Null where there is no such day, or no such part of the breakdown. */
  readonly metric: (bind: Pick<MetricBinding, 'metric' | 'unit' | 'by'>, at: At) => MetricValue | null;
  /** The child units of a unit in the order of the circular. */
  readonly standings: (unit: string) => readonly Standing[];
  /** Organisations of the circular's unit that are not rectified. */
  readonly outstanding: readonly CaseFacts[];
  readonly caseOf: (caseNo: string) => CaseFacts | null;
  /** Held since the last circular up to the cut-off, planned after it, or planned and past. */
  readonly activities: readonly Activity[];
  /** Entered since the last circular up to the cut-off. */
  readonly practices: readonly NamedPractice[];
  readonly causes: ReadonlyMap<string, Cause>;
  /** The standard of operating funds, from the smallest population up. */
  readonly tiers: readonly FundingTier[];
}

const RANKED: ReadonlySet<ListId> = new Set(['ALL_DONE', 'BELOW_AVERAGE', 'NO_CASE']);
const OF_CASES: ReadonlySet<ListId> = new Set(['OUTSTANDING', 'OVERDUE', 'RELAPSED', 'ACCEPTED_PENDING']);
const STANDING_METRICS: MetricId[] = ['IDENTIFIED', 'RECTIFIED', 'OVERDUE', 'RECTIFICATION_RATE'];

/** What a child unit is compared with. */
const AVERAGE = { of: 'metric', metric: 'RECTIFICATION_RATE', part: 'value', at: 'now' } as const;

/** What the bindings need, sorted by how it is asked. */
function needsOf(subject: Subject, bindings: readonly Binding[]) {
  const metrics = bindings.filter((bind) => bind.of === 'metric');
  const lists = bindings.filter((bind): bind is NamesBinding => bind.of === 'names' || bind.of === 'count');
  const ownUnit = ({ unit }: { readonly unit?: string }) => unit ?? subject.unit.code;
  const rankedHere = bindings.some((bind) => bind.of === 'rank') ? [subject.unit.code] : [];
  const ranked = [...new Set([...rankedHere, ...lists.filter(({ list }) => RANKED.has(list)).map(ownUnit)])];
  const average = ranked.map((unit): MetricBinding => ({ ...AVERAGE, unit }));
  return {
    whole: [...metrics.filter(({ by }) => !by), ...average],
    byDimension: Map.groupBy(
      metrics.filter(({ by }) => by),
      ({ by }) => by!.dimension,
    ),
    ranked,
    outstanding: lists.some(({ list }) => OF_CASES.has(list)),
    activities: lists.some(({ list }) => list === 'ACTIVITIES' || list === 'PLANNED'),
    standard: bindings.some(({ of }) => of === 'standard'),
    practices: lists.some(({ list }) => list === 'GOOD_PRACTICES'),
    cases: [...new Set(bindings.filter((bind) => bind.of === 'case').map(({ caseNo }) => caseNo))],
    ownUnit,
  };
}

const cellKey = (unit: string, at: At, metric: MetricId, part = ''): string => [unit, at, metric, part].join('|');

/** Loads what some bindings say: one call of the engine per kind of question, not per figure. */
export async function loadFigureData(
  source: FigureSource,
  subject: Subject,
  bindings: readonly Binding[],
): Promise<FigureData> {
  const needs = needsOf(subject, bindings);
  const cells = new Map<string, MetricValue>();
  const standings = new Map<string, readonly Standing[]>();
  const [outstanding, named, activities, practices, causes, tiers] = await Promise.all([
    needs.outstanding ? loadCases(source, subject, { rectified: false }) : [],
    needs.cases.length > 0 ? loadCases(source, subject, {}, needs.cases) : [],
    needs.activities ? activitiesOfPeriod(source, subject) : [],
    needs.practices ? practicesOfPeriod(source, subject) : [],
    createCampaignLoaders(source.db, subject.asOf).causes(),
    needs.standard ? fundingTiers(source, subject) : [],
    loadWhole(source, subject, needs.whole, cells),
    ...[...needs.byDimension].map(([by, binds]) => loadParts(source, subject, by, binds, cells)),
    loadStandings(source, subject, needs.ranked, standings),
  ]);
  const byNumber = new Map([...outstanding, ...named].map((facts) => [facts.row.caseNo, facts]));
  return {
    subject,
    metric: (bind, at) => cells.get(cellKey(needs.ownUnit(bind), at, bind.metric, bind.by && partKey(bind.by))) ?? null,
    standings: (unit) => standings.get(unit) ?? [],
    outstanding,
    caseOf: (caseNo) => byNumber.get(caseNo) ?? null,
    activities,
    practices,
    tiers,
    causes: new Map(causes.map((cause) => [cause.code, cause])),
  };
}

const partKey = ({ dimension, key }: { readonly dimension: Dimension; readonly key: string }): string =>
  `${dimension}=${key}`;

const periodReport = (subject: Subject) => ({
  key: { ...reportKeyOf(subject, subject.unit.code), level: subject.unit.level },
  treeDay: subject.asOf,
  asOf: subject.asOf,
});

/** The tiers of the county, kind by kind its own or the general ones, as `OPERATING_DUE` takes them. */
async function fundingTiers({ db }: FigureSource, { unit }: Subject): Promise<FundingTier[]> {
  const county = unit.levelCodes[2] ?? '*';
  const rows = await db
    .selectFrom('operating_tier')
    .select(['county_code', 'kind', 'population_over as populationOver', 'due_yuan as dueYuan'])
    .where('county_code', 'in', [county, '*'])
    .orderBy('kind')
    .orderBy('population_over')
    .execute();
  const own = new Set(rows.filter(({ county_code }) => county_code !== '*').map(({ kind }) => kind));
  return rows.filter(({ county_code, kind }) => (county_code === '*') !== own.has(kind));
}

/** A circular tells of what came after the last one that was sealed; the first of all that went before. */
const inPeriod = ({ previous }: Subject, day: string): boolean => !previous?.sealed || day > previous.asOf;

async function activitiesOfPeriod({ db }: FigureSource, subject: Subject): Promise<Activity[]> {
  const activities = await activitiesOf(db, periodReport(subject));
  return activities.filter(({ heldOn, planned }) => planned || inPeriod(subject, heldOn));
}

async function practicesOfPeriod(source: FigureSource, subject: Subject): Promise<NamedPractice[]> {
  const found = await goodPracticesOf(source.db, periodReport(subject));
  const practices = found.filter(({ on }) => inPeriod(subject, on));
  const names = await nameUnits(
    source,
    subject,
    practices.map(({ unitCode }) => unitCode),
  );
  return practices.map((practice) => ({ ...practice, name: names.get(practice.unitCode)?.name ?? '' }));
}

/** The days that some metrics are asked for. */
const timesOf = ({ previous }: Subject, binds: readonly MetricBinding[]): At[] =>
  previous && binds.some(({ at }) => at !== 'now') ? ['now', 'previous'] : ['now'];

/** Units that want the same metrics are asked for together. */
async function loadWhole(
  { engine }: FigureSource,
  subject: Subject,
  binds: readonly MetricBinding[],
  cells: Map<string, MetricValue>,
): Promise<void> {
  const byUnit = Map.groupBy(binds, ({ unit }) => unit ?? subject.unit.code);
  const inputs = [...byUnit].flatMap(([unit, own]) =>
    timesOf(subject, own).map((at) => ({ unit, at, ids: [...new Set(own.map(({ metric }) => metric))].toSorted() })),
  );
  await Promise.all(
    [...Map.groupBy(inputs, ({ ids }) => ids.join()).values()].map(async (alike) => {
      const keys = alike.map(({ unit, at }) => reportKeyOf(subject, unit, at));
      const found = await engine.values(keys, alike[0]!.ids);
      alike.forEach(({ unit, at }, i) => {
        for (const value of found[i] ?? []) cells.set(cellKey(unit, at, value.id), value);
      });
    }),
  );
}

async function loadParts(
  { engine }: FigureSource,
  subject: Subject,
  by: Dimension,
  binds: readonly MetricBinding[],
  cells: Map<string, MetricValue>,
): Promise<void> {
  const ids = [...new Set(binds.map(({ metric }) => metric))];
  const units = [...new Set(binds.map(({ unit }) => unit ?? subject.unit.code))];
  const requested = timesOf(subject, binds).flatMap((at) => units.map((unit) => ({ at, unit })));
  const found = await engine.breakdown(
    requested.map(({ at, unit }) => reportKeyOf(subject, unit, at)),
    by,
    ids,
  );
  requested.forEach(({ at, unit }, i) => {
    for (const { key, values } of found[i]?.rows ?? []) {
      for (const value of values) cells.set(cellKey(unit, at, value.id, partKey({ dimension: by, key })), value);
    }
  });
}

async function loadStandings(
  { engine }: FigureSource,
  subject: Subject,
  units: readonly string[],
  standings: Map<string, readonly Standing[]>,
): Promise<void> {
  if (units.length === 0) return;
  const keys = units.map((unit) => reportKeyOf(subject, unit));
  const [ranks, parts] = await Promise.all([
    engine.ranking(keys),
    engine.breakdown(keys, 'CHILD_UNIT', STANDING_METRICS),
  ]);
  units.forEach((unit, i) => {
    const marked = new Map(parts[i]?.rows.map((row) => [row.key, isMarked(row)]));
    standings.set(
      unit,
      (ranks[i] ?? []).map((rank) => ({
        ...rank,
        name: subject.nameOf(rank.name),
        illustrative: marked.get(rank.unit) ?? false,
      })),
    );
  });
}

const isMarked = ({ values }: BreakdownRow): boolean => values.some(({ illustrative }) => illustrative);
