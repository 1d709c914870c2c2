import { computed } from 'vue';
import type { RouteLocationRaw } from 'vue-router';
import type { MetricId } from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useEvidence } from './use-evidence.ts';
import { useMetricLabels } from '../use-metric-labels.ts';

/** A figure with the coverage that it may have. */
export interface CoveredValue {
  readonly id: MetricId;
  readonly coverage?: { readonly entered: number; readonly expected: number } | null;
}

interface CoverageLine {
  readonly text: string;
  /** The list of the organisations without an entry. */
  readonly to: RouteLocationRaw;
}

/** What is not entered for all who should, a line for each entry that figures share; nothing where none is missing. */
export function useCoverage(values: () => readonly CoveredValue[] | undefined, code?: () => string | undefined) {
  const { t } = useLanguage();
  const { rowsLink } = useEvidence();
  const { entry } = useMetricLabels();
  return computed<CoverageLine[]>(() => {
    const lines = new Map<string, CoverageLine>();
    for (const { id, coverage } of values() ?? []) {
      const missing = coverage ? coverage.expected - coverage.entered : 0;
      const what = entry(id);
      if (!coverage || missing === 0 || lines.has(what)) continue;
      lines.set(what, {
        text: t('coverage.short', { entry: what, missing, expected: coverage.expected }),
        to: rowsLink(id, { missing: true, code: code?.() }),
      });
    }
    return [...lines.values()];
  });
}
