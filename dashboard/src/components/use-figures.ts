import { computed } from 'vue';
import type { RouteLocationRaw } from 'vue-router';
import type { MetricId } from '../generated/graphql.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { EvidenceRequest } from './evidence/evidence-address.ts';
import { useEvidence } from './evidence/use-evidence.ts';
import { useMetricLabels } from './use-metric-labels.ts';

/** A metric value as operations ask for it. */
interface FigureValue {
  readonly id: MetricId;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly atLeast: boolean;
  readonly illustrative: boolean;
  readonly noteZh?: string | null;
  readonly noteEn?: string | null;
}

/** What figure-link.vue takes. */
export interface Figure {
  readonly to: RouteLocationRaw;
  readonly text: string;
  readonly label: string;
  readonly illustrative: boolean;
}

/** Metric values of a card by id: written, linked to their rows, and raw. */
export function useFigures(values: () => readonly FigureValue[] | undefined) {
  const { lang } = useLanguage();
  const { rowsLink } = useEvidence();
  const { label, write } = useMetricLabels();
  const byId = computed(() => new Map((values() ?? []).map((value) => [value.id, value])));
  const raw = (id: MetricId): FigureValue | null => byId.value.get(id) ?? null;
  return {
    raw,
    /** The value, null when there is none. */
    value: (id: MetricId): string | null => raw(id)?.value ?? null,
    figure: (id: MetricId, more: Omit<EvidenceRequest, 'id'> = {}): Figure => ({
      to: rowsLink(id, more),
      text: write(raw(id) ?? { id, value: null }),
      label: label(id),
      illustrative: raw(id)?.illustrative ?? false,
    }),
    note: (id: MetricId): string => (lang.value === 'en' ? raw(id)?.noteEn : raw(id)?.noteZh) ?? '',
    illustrative: (...ids: readonly MetricId[]): boolean => ids.some((id) => raw(id)?.illustrative === true),
  };
}
