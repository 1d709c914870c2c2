import type { Db } from '@wallchart/db';
import type { Lang } from '../../graph/enums.ts';
import type { MetricEngine, ReportKey, Scope } from '../../metrics/index.ts';
import type { Campaign } from '../campaigns/index.ts';
import type { OrgUnit, UnitLoaders } from '../units/index.ts';

/** Where figures come from. */
export interface FigureSource {
  readonly db: Db;
  readonly engine: MetricEngine;
  readonly scope: Scope;
  readonly units: UnitLoaders;
}

/** What a circular is about: a unit in a campaign, on its cut-off day, as known at a moment, against the last circular. */
export interface Subject {
  readonly campaign: Campaign;
  readonly unit: OrgUnit;
  readonly lang: Lang;
  readonly asOf: string;
  /** ISO moment; null is now. */
  readonly knownAt: string | null;
  /** The last circular's cut-off and the moment it was sealed at; a null moment is that of this one. */
  readonly previous: { readonly asOf: string; readonly knownAt: string | null } | null;
  /** Days after the cut-off by which those named must answer. */
  readonly replyDays: number;
}

/** The report of a unit at the cut-off, or at the last circular's. */
export function reportKeyOf(subject: Subject, unit: string, at: 'now' | 'previous' = 'now'): ReportKey {
  const { campaign, asOf, knownAt, previous, unit: own } = subject;
  const day = at === 'previous' && previous ? previous : { asOf, knownAt };
  return {
    campaign: campaign.id,
    unit,
    asOf: day.asOf,
    knownAt: day.knownAt ?? knownAt,
    tree: 'then',
    ...(unit === own.code && { level: own.level }),
  };
}
