import { compare, subtract } from '@wallchart/charts/decimal';
import type { MetricId } from '../../generated/graphql.ts';

/** A figure of the report; the API's field names. */
interface RequestFigure {
  readonly id: MetricId;
  readonly value: string | null;
  readonly illustrative: boolean;
  readonly noteZh?: string | null;
  readonly noteEn?: string | null;
}

/** What the requests are derived from: figures of the unit, the same by child unit, and who is left. */
export interface RequestSource {
  readonly metrics: readonly RequestFigure[];
  readonly parts: readonly {
    readonly key: string;
    readonly unit: { readonly name: string } | null;
    readonly values: readonly RequestFigure[];
  }[];
  readonly left: readonly {
    readonly caseNo: string;
    readonly overdue: boolean;
    readonly daysLeft: number | null;
    readonly contactLeader: string | null;
    readonly unit: { readonly code: string; readonly name: string };
    readonly town: { readonly name: string } | null;
  }[];
}

/** A child unit with its part of the figure. */
interface RequestPlace {
  readonly code: string;
  readonly name: string;
  readonly figure: RequestFigure;
}

/** A case past its deadline, and the post that answers for it; null: none is recorded. */
interface LateCase {
  readonly caseNo: string;
  readonly code: string;
  readonly name: string;
  readonly days: number;
  readonly post: string | null;
}

/**
 * One matter for the committee. `kind` names its sentence (`briefing.requests.<kind>`), `figures` the metrics that stand in
 * it, `count` a number of venues that is not a metric; `about` is the metric that made it, whose remark it carries.
 */
export interface CommitteeRequest {
  readonly kind: 'venues' | 'venuesDone' | 'estimates' | 'vacancies' | 'overdue' | 'operating';
  readonly about: MetricId;
  readonly figures: Readonly<Record<string, MetricId>>;
  /** Venues not done yet, as an exact integer. */
  readonly open: string | null;
  readonly places: readonly RequestPlace[];
  readonly late: readonly LateCase[];
}

const some = (value: string | null | undefined): value is string => value != null && compare(value, '0') > 0;

/** Where a figure arises, the largest part first. */
function placesOf({ parts }: RequestSource, id: MetricId): RequestPlace[] {
  return parts
    .flatMap(({ key, unit, values }) => {
      const figure = values.find((value) => value.id === id);
      return figure && some(figure.value) ? [{ code: key, name: unit?.name ?? key, figure }] : [];
    })
    .toSorted((a, b) => compare(b.figure.value ?? '0', a.figure.value ?? '0') || (a.code < b.code ? -1 : 1));
}

/** Past their deadline, longest first. */
function lateOf({ left }: RequestSource): LateCase[] {
  return left
    .flatMap(({ caseNo, overdue, daysLeft, contactLeader, unit, town }) =>
      overdue && daysLeft !== null
        ? [{ caseNo, code: unit.code, name: `${town?.name ?? ''}${unit.name}`, days: -daysLeft, post: contactLeader }]
        : [],
    )
    .toSorted((a, b) => b.days - a.days);
}

/**
 * What the committee has to decide, derived from the figures alone: organisations past their deadline with the post that
 * answers, money that venues lack, posts to fill, operating funds not paid. What is zero asks for nothing; what is unknown
 * is not zero: a venue without an estimate asks for the estimate.
 */
export function requestsOf(source: RequestSource): CommitteeRequest[] {
  const figure = (id: MetricId) => source.metrics.find((metric) => metric.id === id);
  const value = (id: MetricId): string | null => figure(id)?.value ?? null;
  const plain = { open: null, places: [], late: [] };
  const requests: CommitteeRequest[] = [];

  if (some(value('OVERDUE'))) {
    const figures = { overdue: 'OVERDUE' } as const;
    requests.push({ ...plain, kind: 'overdue', about: 'OVERDUE', figures, late: lateOf(source) });
  }
  const [needed, done] = [value('VENUES_NEEDED'), value('VENUES_DONE')];
  const open = needed === null ? null : subtract(needed, done ?? '0');
  if (some(value('VENUE_GAP'))) {
    const kind = some(open) ? 'venues' : 'venuesDone';
    const places = placesOf(source, 'VENUE_GAP');
    requests.push({ ...plain, kind, about: 'VENUE_GAP', figures: { gap: 'VENUE_GAP' }, open, places });
  } else if (figure('VENUE_GAP')?.noteZh != null) {
    requests.push({ ...plain, kind: 'estimates', about: 'VENUE_GAP', figures: {} });
  }
  if (some(value('VACANCIES_NOW'))) {
    const places = placesOf(source, 'VACANCIES_NOW');
    const figures = { vacancies: 'VACANCIES_NOW' } as const;
    requests.push({ ...plain, kind: 'vacancies', about: 'VACANCIES_NOW', figures, places });
  }
  if (some(value('OPERATING_GAP'))) {
    const figures = { due: 'OPERATING_DUE', paid: 'OPERATING_PAID', gap: 'OPERATING_GAP' } as const;
    const places = placesOf(source, 'OPERATING_GAP');
    requests.push({ ...plain, kind: 'operating', about: 'OPERATING_GAP', figures, places });
  }
  return requests;
}

/** A matter that asks for nothing: because it is zero, or because nothing is on record, which is not the same. */
interface QuietMatter {
  readonly kind: 'venues' | 'vacancies' | 'overdue' | 'operating';
  readonly state: 'zero' | 'unrecorded';
}

/** The matters without a request, and why there is none. */
export function quietMatters(source: RequestSource): QuietMatter[] {
  const covered = new Set(requestsOf(source).map(({ about }) => about));
  const recorded = (id: MetricId, empty: string | null = null): boolean => {
    const value = source.metrics.find((metric) => metric.id === id)?.value ?? null;
    return value !== null && value !== empty;
  };
  const matters = [
    { kind: 'overdue', about: 'OVERDUE', known: recorded('IDENTIFIED', '0') },
    { kind: 'venues', about: 'VENUE_GAP', known: recorded('VENUES_NEEDED', '0') },
    { kind: 'vacancies', about: 'VACANCIES_NOW', known: recorded('VACANCIES_BEFORE') },
    { kind: 'operating', about: 'OPERATING_GAP', known: recorded('OPERATING_GAP') },
  ] as const;
  return matters
    .filter(({ about }) => !covered.has(about))
    .map(({ kind, known }) => ({ kind, state: known ? 'zero' : 'unrecorded' }));
}
