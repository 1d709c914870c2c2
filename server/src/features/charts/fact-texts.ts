import type { PictureFacts } from './chart-data.ts';

/** The facts by name, as metadata writes them. */
export function factTexts(facts: PictureFacts): Readonly<Record<string, string>> {
  return {
    kind: facts.kind,
    lang: facts.lang,
    unit: facts.unit,
    'unit-name': facts.unitName,
    campaign: facts.campaign,
    'campaign-name': facts.campaignName,
    'as-of': facts.asOf,
    'known-at': facts.knownAt ?? '',
    tree: facts.tree,
    metrics: facts.metricIds.join(' '),
    digest: `sha256:${facts.digest}`,
  };
}
