import canonicalize from 'canonicalize';
import { metricVersion, tablesOf, type MetricId } from '../../../metrics/index.ts';
import { createCampaignLoaders } from '../../campaigns/index.ts';
import type { Binding, RankBinding } from '../content/binding.ts';
import type { CircularContent } from '../content/content.ts';
import { nameUnits } from '../figures/unit-names.ts';
import type { Page, PlacedFigure } from '../pages/build-document.ts';
import { placesOfBlocks } from '../pages/places.ts';
import { isRedefined, type Frozen } from '../sealing/frozen.ts';
import { reportKeyOf, type FigureSource, type Subject } from '../subject.ts';
import { changedAnnexes, type ChangedAnnex } from './changed-annexes.ts';
import { changedFigures, rowOf, type ChangedFigure } from './changed-figures.ts';
import { changedRows, type ChangedRows } from './changed-rows.ts';
import { changedText, type ChangedText } from './changed-text.ts';
import { describeRecord } from './describe-record.ts';
import { ERRATUM_BLANKS, reasonOf } from './erratum-words.ts';
import { because, type Cause, type CauseKind, type ErratumLine } from './erratum.ts';
import { basisOf, type FigureBasis } from './figure-basis.ts';
import { recordedChanges, type RecordedChange } from './recorded-changes.ts';

type KnownSubject = Subject & { readonly knownAt: string };

/**
 * What differs from the sealed edition before, and why: sentences that were struck, added or worded otherwise, figures,
 * charts, and words in tables. The reasons are the rows of the ledger behind each that were corrected, withdrawn, moved to
 * another unit, or recorded after the sealing though they took effect by the cut-off.
 *
 * @param subject of the new edition, known at a later moment
 */
export async function explainChanges(
  source: FigureSource,
  subject: KnownSubject,
  sealed: Frozen,
  { content, figures, document }: Page & { readonly content: CircularContent },
): Promise<ErratumLine[]> {
  const texts = changedText(subject.lang, sealed, { content, figures });
  const told = new Set(texts.flatMap(keysOf));
  const changed = changedFigures(sealed.figures, figures).filter(
    ({ before, after }) => !told.has((after ?? before)!.key),
  );
  const annexes = changedAnnexes(sealed.document, document);
  const explainer = new Explainer(source, subject, sealed);
  const [ranks, others] = partitionRanks(changed);
  const order = [content, sealed.content].flatMap((text) => placesOfBlocks(subject.lang, text));
  const orderOf = ({ place }: ErratumLine): number => (order.includes(place) ? order.indexOf(place) : order.length);
  const lines = await Promise.all([
    ...texts.map((change) => explainer.text(change)),
    ...others.map((change) => explainer.line(change)),
    ...(ranks.length > 0 ? [explainer.ranks(ranks)] : []),
    ...annexes.map((change) => explainer.annex(change, figures)),
  ]);
  // As they are read; those of annexes come last, as they are.
  return lines.toSorted((a, b) => orderOf(a) - orderOf(b));
}

const keysOf = ({ figuresBefore, figuresAfter }: ChangedText): string[] =>
  [...figuresBefore, ...figuresAfter].map(({ attrs }) => attrs.key);

/** Ranks of units of which no other figure changed, and everything else. */
function partitionRanks(changed: readonly ChangedFigure[]): [ChangedFigure[], ChangedFigure[]] {
  const keyOf = ({ before, after }: ChangedFigure): string => (after ?? before)!.key;
  const rows = Map.groupBy(changed, (change) => rowOf(keyOf(change)));
  const onlyRank = ({ before, after, ...change }: ChangedFigure): boolean =>
    before !== null && after?.bind.of === 'rank' && rows.get(rowOf(keyOf({ before, after, ...change })))?.length === 1;
  const ranks = changed.filter(onlyRank);
  return ranks.length > 1 ? [ranks, changed.filter((change) => !onlyRank(change))] : [[], [...changed]];
}

/** More records than this are counted, not named. */
const MOST_RECORDS = 3;

class Explainer {
  readonly #source: FigureSource;
  readonly #subject: KnownSubject;
  readonly #sealed: Frozen;
  readonly #rows = new Map<string, Promise<ChangedRows>>();
  #recorded: Promise<RecordedChange[]> | undefined;

  constructor(source: FigureSource, subject: KnownSubject, sealed: Frozen) {
    this.#source = source;
    this.#subject = subject;
    this.#sealed = sealed;
  }

  async line({ before, after }: ChangedFigure): Promise<ErratumLine> {
    const { none, removed } = ERRATUM_BLANKS[this.#subject.lang];
    const shown = (after ?? before)!;
    const causes = await this.#causes(before, after);
    return this.#say(shown.key, shown.place, before?.text ?? none, after?.text ?? removed, causes);
  }

  /** A sentence that was struck, added or worded otherwise, with all that it says. */
  async text(change: ChangedText): Promise<ErratumLine> {
    const { none, removed } = ERRATUM_BLANKS[this.#subject.lang];
    const binds = [...change.figuresBefore, ...change.figuresAfter].map(({ attrs }) => attrs.bind);
    const causes = await this.#causesOfAll(binds);
    const kind = change.after === '' ? 'REMOVED' : change.before === '' ? 'ADDED' : 'REWORDED';
    const key = [...change.figuresAfter, ...change.figuresBefore][0]?.attrs.key ?? `text.${change.place}`;
    const [before, after] = [change.before || none, change.after || removed];
    return this.#say(key, change.place, before, after, causes.length > 0 ? causes : [because(kind)]);
  }

  /** Units of which only the rank moved, in one line. */
  async ranks(changes: readonly ChangedFigure[]): Promise<ErratumLine> {
    const { lang } = this.#subject;
    const codes = changes.map(({ after }) => (after!.bind as RankBinding).unit);
    const names = await nameUnits(this.#source, this.#subject, codes);
    const nameAt = (i: number): string => names.get(codes[i]!)?.name ?? codes[i]!;
    const join = (side: 'before' | 'after'): string =>
      changes
        .map((change, i) =>
          lang === 'zh' ? `${nameAt(i)}${change[side]!.text}` : `${nameAt(i)} ${change[side]!.text}`,
        )
        .join(lang === 'zh' ? '、' : ', ');
    const [first] = changes;
    const [annex = '', ...rest] = first!.after!.place.split(nameAt(0));
    const place = `${annex}${rest.join('').replace(/^(?:，|, )/, '')}`;
    return this.#say('ranking.ranks', place, join('before'), join('after'), [because('RANKS')]);
  }

  async annex(
    { key, place, before, after, chart, beside }: ChangedAnnex,
    figures: readonly PlacedFigure[],
  ): Promise<ErratumLine> {
    const { none, chartBefore, chartAfter } = ERRATUM_BLANKS[this.#subject.lang];
    if (chart) return this.#say(key, place, before ?? chartBefore, after ?? chartAfter, [because('REDRAWN')]);
    const bind = figures.find((figure) => figure.key === beside)?.bind;
    const causes = bind ? await this.#causesOfAll([bind]) : [];
    return this.#say(key, place, before ?? none, after ?? none, causes.length > 0 ? causes : [because('OTHER')]);
  }

  #say(key: string, place: string, before: string, after: string, causes: readonly Cause[]): ErratumLine {
    return { key, place, before, after, reason: reasonOf(causes, this.#subject.lang), causes };
  }

  async #causes(before: PlacedFigure | null, after: PlacedFigure | null): Promise<Cause[]> {
    if (before && after && canonicalize(before.bind) !== canonicalize(after.bind)) return [because('REBOUND')];
    const figure = (after ?? before)!;
    const causes = await this.#causesOfAll([figure.bind]);
    if (causes.length > 0) return causes;
    if (!before) return [because('ADDED')];
    if (!after) return [because('REMOVED')];
    const redefined =
      figure.metric !== null && isRedefined(this.#sealed.metrics[figure.metric], metricVersion(figure.metric));
    return [because(redefined ? 'DEFINITION' : 'OTHER')];
  }

  /** The rows of the ledger behind some figures that say otherwise now. */
  async #causesOfAll(binds: readonly Binding[]): Promise<Cause[]> {
    const found = await Promise.all(binds.map((bind) => this.#changesBehind(basisOf(this.#subject, bind))));
    const changes = [...new Set(found.flatMap(({ changes: some }) => some))];
    return this.#causesOf(changes, Math.max(0, ...found.map(({ moved }) => moved)));
  }

  async #changesBehind(basis: FigureBasis): Promise<{ changes: RecordedChange[]; moved: number }> {
    const [recorded, perMetric] = await Promise.all([
      (this.#recorded ??= recordedChanges(this.#source.db, this.#subject, {
        since: this.#sealed.knownAt,
        until: this.#subject.knownAt,
      })),
      Promise.all(
        basis.metrics.flatMap((id) =>
          basis.days.map(async (day) => ({ id, rows: await this.#changed(basis, id, day) })),
        ),
      ),
    ]);
    const moved = Math.max(0, ...perMetric.map(({ rows }) => rows.moved));
    const found = new Set<RecordedChange>();
    for (const { id, rows } of perMetric) {
      const tables = tablesOf(id);
      for (const change of recorded) if (tables.includes(change.table) && concerns(change, rows)) found.add(change);
    }
    for (const change of recorded) {
      const ownCase = basis.caseNo === null || change.caseNo === null || change.caseNo === basis.caseNo;
      if (basis.tables.includes(change.table) && ownCase) found.add(change);
    }
    return { changes: [...found], moved };
  }

  async #causesOf(changes: readonly RecordedChange[], moved: number): Promise<Cause[]> {
    // A move is a correction of the case or of its unit, and is named once.
    const isPlace = ({ table }: RecordedChange): boolean => moved > 0 && PLACES.has(table);
    const wording = changes.filter((change) => !isPlace(change));
    const kinds: [CauseKind, readonly RecordedChange[], number?][] = [
      ['CORRECTED', wording.filter(({ kind }) => kind === 'CORRECTED')],
      ['LATE', wording.filter(({ kind }) => kind === 'LATE')],
      ['WITHDRAWN', wording.filter(({ kind }) => kind === 'WITHDRAWN')],
      ['MOVED', changes.filter(isPlace), moved],
    ];
    return Promise.all(
      kinds
        .map(([kind, of, rows = of.length]) => ({ kind, of, rows }))
        .filter(({ rows }) => rows > 0)
        .map(async ({ kind, of, rows }): Promise<Cause> => ({ kind, rows, ...(await this.#recordsOf(of)) })),
    );
  }

  /** The first rows in words; of the states that a case went through, the last. */
  async #recordsOf(changes: readonly RecordedChange[]): Promise<Pick<Cause, 'records' | 'more'>> {
    const { lang, asOf } = this.#subject;
    const lastStates = new Map<string, RecordedChange>();
    for (const change of changes) {
      const known = lastStates.get(stateOf(change));
      if (!known || dayOf(known) <= dayOf(change)) lastStates.set(stateOf(change), change);
    }
    const told = [...lastStates.values()];
    const shown = told.slice(0, MOST_RECORDS);
    const codes = shown.flatMap(({ about, row, before }) => [about, row['unit_code'], before?.['unit_code']]);
    const [names, causes] = await Promise.all([
      nameUnits(
        this.#source,
        this.#subject,
        codes.flatMap((code) => code ?? []),
      ),
      createCampaignLoaders(this.#source.db, asOf).causes(),
    ]);
    const records = shown.map((change) =>
      describeRecord(change, {
        lang,
        year: asOf.slice(0, 4),
        unit: (code) => names.get(code)?.name ?? code,
        cause: (code) => {
          const found = causes.find((cause) => cause.code === code);
          return (lang === 'zh' ? found?.nameZh : found?.nameEn) ?? code;
        },
      }),
    );
    return { records, more: told.length > shown.length };
  }

  /** Asked once for the same rows on a day. */
  #changed({ unit, by, perUnit }: FigureBasis, metric: MetricId, day: 'now' | 'previous'): Promise<ChangedRows> {
    const name = [unit, metric, day, by?.dimension, by?.key, perUnit].join('|');
    const sealedView: Subject = { ...this.#subject, knownAt: this.#sealed.knownAt };
    const key = reportKeyOf(sealedView, unit, day);
    const found =
      this.#rows.get(name) ?? changedRows(this.#source, key, this.#subject.knownAt, { metric, by, perUnit });
    this.#rows.set(name, found);
    return found;
  }
}

/** A change of the campaign's settings concerns every figure that reads them. */
function concerns({ table, unit, caseNo }: RecordedChange, { units, cases }: ChangedRows): boolean {
  if (table === 'campaign_version') return units.size > 0;
  return (caseNo !== null && cases.has(caseNo)) || (unit !== null && units.has(unit));
}

const PLACES = new Set(['cases', 'org_unit_version']);

const dayOf = ({ row }: RecordedChange): string => row['effective_on'] ?? '';

/** The same for the states of one case, which it reached one after another. */
const stateOf = ({ table, caseNo, about, row }: RecordedChange): string =>
  table === 'transitions' ? `state ${caseNo}` : [table, caseNo, about, row['id']].join('|');
