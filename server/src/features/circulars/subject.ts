import type { ViewerDb } from '../../database/handles.ts';
import type { Lang } from '../../domain/text.ts';
import type { MetricEngine, ReportKey } from '../../metrics/index.ts';
import type { Campaign } from '../campaigns/index.ts';
import { loadEnglishNames, type OrgUnit, type UnitLoaders } from '../units/index.ts';

/** Where figures come from. */
export interface FigureSource {
  readonly db: ViewerDb;
  readonly engine: MetricEngine;
  readonly units: UnitLoaders;
}

/** What changes are counted from. */
export interface Previous {
  readonly asOf: string;
  /** ISO moment at which its figures are known; null is that of this circular. */
  readonly knownAt: string | null;
  /** Whether a circular was sealed of that day; else it is a day alone. */
  readonly sealed: boolean;
}

/** What a circular is about: a unit in a campaign, on its cut-off day, as known at a moment, against the last circular. */
export interface Subject {
  readonly campaign: Campaign;
  readonly unit: OrgUnit;
  readonly lang: Lang;
  /** What a unit is called in that language: 鲤南镇, Linan Town. */
  readonly nameOf: (name: string) => string;
  readonly asOf: string;
  /** ISO moment; null is now. */
  readonly knownAt: string | null;
  readonly previous: Previous | null;
  /** Days after the cut-off by which those named must answer. */
  readonly replyDays: number;
}

/** Loads the names of units in a language. */
export const unitNamesIn = async (lang: Lang): Promise<Subject['nameOf']> =>
  lang === 'zh' ? (name) => name : loadEnglishNames();

/** A unit in a table: in English with its Chinese name behind it, which is the one on record. */
export const nameInTable = ({ lang, nameOf }: Pick<Subject, 'lang' | 'nameOf'>, name: string): string =>
  lang === 'zh' ? name : `${nameOf(name)} ${name}`;

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
