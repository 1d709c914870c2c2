import type { MetricId } from '../../../metrics/index.ts';
import { metric as of } from './bind.ts';
import type { Facts } from './facts.ts';
import type { Sentence } from './sentence.ts';

/** A clause about one metric, said when there is more than none of it. */
export const clauseOf = (id: MetricId, zh: string, en: string, when?: (facts: Facts) => boolean): Sentence => ({
  id: id.toLowerCase().replaceAll('_', '-'),
  clause: true,
  text: { zh, en },
  figures: { figure: of(id) },
  when: (facts) => facts.some(id) && (when?.(facts) ?? true),
});
