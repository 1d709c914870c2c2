import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { WallchartError } from '../../../domain/errors.ts';
import type { OfficialDocument } from '../../../rendering/document/official-document.ts';
import { metricVersion, type MetricId, type MetricVersion } from '../../../metrics/index.ts';
import type { ErratumLine } from '../amending/erratum.ts';
import type { CircularContent } from '../content/content.ts';
import type { ResolvedFigure } from '../figures/resolve-figures.ts';
import type { PlacedFigure } from '../pages/build-document.ts';
import type { Subject } from '../subject.ts';

/** Everything that a sealed edition says and rests on. What it prints is `document`, in which nothing is left to resolve. */
export interface Frozen {
  readonly format: 1;
  readonly circular: string;
  readonly edition: number;
  readonly number: string;
  readonly campaign: string;
  readonly unit: string;
  readonly lang: Subject['lang'];
  readonly asOf: string;
  readonly knownAt: string;
  /** Units stand where they stood on the cut-off. */
  readonly tree: 'then';
  readonly previous: Subject['previous'];
  readonly replyDays: number;
  readonly sealedAt: string;
  readonly sealedBy: string;
  readonly content: CircularContent;
  readonly figures: readonly PlacedFigure[];
  /** Version of each metric that a figure rests on; earlier releases sealed a hash of its SQL instead. */
  readonly metrics: Readonly<Record<string, MetricVersion | string>>;
  readonly erratum: readonly ErratumLine[];
  /** Without its own digest. */
  readonly document: OfficialDocument;
}

/** The frozen content as canonical JSON (RFC 8785) and its SHA-256, hex. */
export function serializeSealed(frozen: Frozen): { readonly text: string; readonly digest: string } {
  const text = canonicalize(frozen);
  if (text === undefined) throw new WallchartError('INTERNAL', 'The content of a circular cannot be written as JSON.');
  return { text, digest: createHash('sha256').update(text).digest('hex') };
}

export const parseSealed = (text: string): Frozen => JSON.parse(text) as Frozen;

/** The sealed document with the digest of what it was made from. */
export const documentOf = ({ document }: Frozen, digest: string): OfficialDocument => ({
  ...document,
  properties: { ...document.properties, digest },
});

/** The versions of the metrics that some figures rest on. */
export function metricVersions(figures: readonly ResolvedFigure[]): Record<string, MetricVersion> {
  const ids = new Set(figures.flatMap(({ metric }) => metric ?? []));
  return Object.fromEntries([...ids].map((id: MetricId) => [id, metricVersion(id)]));
}

/** Whether a metric means something else than when an edition was sealed. A hash of its SQL does not tell. */
export const isRedefined = (sealed: MetricVersion | string | undefined, now: MetricVersion): boolean =>
  typeof sealed === 'object' && sealed.revision !== now.revision;
