import canonicalize from 'canonicalize';
import { metricSource, type MetricId } from '../../../metrics/index.ts';
import type { PlacedFigure } from '../pages/build-document.ts';
import type { Frozen } from '../sealing/frozen.ts';
import { reportKeyOf, type FigureSource, type Subject } from '../subject.ts';
import { changedFigures, type ChangedFigure } from './changed-figures.ts';
import { changedRows, type ChangedRows } from './changed-rows.ts';
import { reasonOf } from './erratum-words.ts';
import type { Cause, CauseKind, ErratumLine } from './erratum.ts';
import { basisOf, type FigureBasis } from './figure-basis.ts';
import { recordedChanges, type RecordedChange } from './recorded-changes.ts';

/**
 * Why figures differ from the sealed edition before: for each one the rows of the ledger behind it that were corrected,
 * or recorded after the sealing though they took effect by the cut-off, and those that were moved to another unit.
 *
 * @param subject of the new edition, known at a later moment
 */
export async function explainChanges(
  source: FigureSource,
  subject: Subject & { readonly knownAt: string },
  sealed: Frozen,
  figures: readonly PlacedFigure[],
): Promise<ErratumLine[]> {
  const changed = changedFigures(sealed.figures, figures);
  if (changed.length === 0) return [];
  const explainer = new Explainer(source, subject, sealed);
  return Promise.all(changed.map((change) => explainer.line(change)));
}

class Explainer {
  readonly #source: FigureSource;
  readonly #subject: Subject & { readonly knownAt: string };
  readonly #sealed: Frozen;
  readonly #rows = new Map<string, Promise<ChangedRows>>();
  #recorded: Promise<RecordedChange[]> | undefined;

  constructor(source: FigureSource, subject: Subject & { readonly knownAt: string }, sealed: Frozen) {
    this.#source = source;
    this.#subject = subject;
    this.#sealed = sealed;
  }

  async line({ before, after }: ChangedFigure): Promise<ErratumLine> {
    const { lang } = this.#subject;
    const causes = await this.#causes(before, after);
    const none = lang === 'zh' ? '（无）' : '(none)';
    const shown = (after ?? before)!;
    return {
      key: shown.key,
      place: shown.place,
      before: before?.text ?? none,
      after: after?.text ?? none,
      reason: reasonOf(causes, lang),
      causes,
    };
  }

  async #causes(before: PlacedFigure | null, after: PlacedFigure | null): Promise<Cause[]> {
    if (before && after && canonicalize(before.bind) !== canonicalize(after.bind))
      return [{ kind: 'REBOUND', rows: 0 }];
    const figure = (after ?? before)!;
    const causes = await this.#causesInLedger(basisOf(this.#subject, figure.bind));
    if (causes.length > 0) return causes;
    if (!before) return [{ kind: 'ADDED', rows: 0 }];
    if (!after) return [{ kind: 'REMOVED', rows: 0 }];
    const redefined =
      figure.metric !== null && this.#sealed.metrics[figure.metric] !== metricSource(figure.metric).digest;
    return [{ kind: redefined ? 'DEFINITION' : 'OTHER', rows: 0 }];
  }

  async #causesInLedger(basis: FigureBasis): Promise<Cause[]> {
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
      const { tables } = metricSource(id);
      for (const change of recorded) if (tables.includes(change.table) && concerns(change, rows)) found.add(change);
    }
    for (const change of recorded) {
      const ownCase = basis.caseNo === null || change.caseNo === null || change.caseNo === basis.caseNo;
      if (basis.tables.includes(change.table) && ownCase) found.add(change);
    }
    return causesOf([...found], moved);
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

function causesOf(changes: readonly RecordedChange[], moved: number): Cause[] {
  // What moved is a correction of the case or of its unit, and is said once.
  const said = moved > 0 ? changes.filter(({ table }) => !PLACES.has(table)) : changes;
  const count = (kind: RecordedChange['kind']): number => said.filter((change) => change.kind === kind).length;
  const kinds: [CauseKind, number][] = [
    ['CORRECTED', count('CORRECTED')],
    ['LATE', count('LATE')],
    ['WITHDRAWN', count('WITHDRAWN')],
    ['MOVED', moved],
  ];
  return kinds.filter(([, rows]) => rows > 0).map(([kind, rows]) => ({ kind, rows }));
}
