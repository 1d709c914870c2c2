/** The metric reference as a searchable list in groups. */

export interface IndexedMetric {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly definitionZh: string;
  readonly definitionEn: string;
  readonly group: string;
}

/** Every word must occur in the id, a label or a definition, in either language. */
export function findMetrics<M extends IndexedMetric>(metrics: readonly M[], text: string): M[] {
  const words = text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  return metrics.filter((metric) => {
    const entry = [metric.id, metric.zh, metric.en, metric.definitionZh, metric.definitionEn].join('\n').toLowerCase();
    return words.every((word) => entry.includes(word));
  });
}

/** Groups in the order in which they first occur. */
export function byGroup<M extends IndexedMetric>(
  metrics: readonly M[],
): { readonly group: string; readonly metrics: readonly M[] }[] {
  const groups = new Map<string, M[]>();
  for (const metric of metrics) groups.set(metric.group, [...(groups.get(metric.group) ?? []), metric]);
  return [...groups].map(([group, own]) => ({ group, metrics: own }));
}
