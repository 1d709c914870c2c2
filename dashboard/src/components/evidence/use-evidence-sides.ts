import { computed } from 'vue';
import { useLanguage } from '../../i18n/use-language.ts';
import type { CoveredValue } from './use-coverage.ts';
import { useEvidence } from './use-evidence.ts';
import { useMetricLabels } from '../use-metric-labels.ts';

/** Formats of what has a denominator. */
const RATIOS: ReadonlySet<string> = new Set(['PERCENT', 'SIGNED_PERCENT', 'DECIMAL']);

/** The lists behind a figure: what is counted or both parts of a ratio, and the organisations without an entry. */
export function useEvidenceSides(covered: () => CoveredValue['coverage']) {
  const { t } = useLanguage();
  const { request, drawerLink } = useEvidence();
  const { metric } = useMetricLabels();
  return computed(() => {
    const [wanted, coverage] = [request.value, covered()];
    if (!wanted) return [];
    const missing = wanted.missing === true;
    const side = (text: string, of: 'num' | 'den' | 'missing') => ({
      text,
      to: drawerLink({ ...wanted, den: of === 'den', missing: of === 'missing' }),
      current: of === (missing ? 'missing' : wanted.den === true ? 'den' : 'num'),
    });
    const isRatio = RATIOS.has(metric(wanted.id)?.format ?? 'INTEGER');
    const isShort = missing || (coverage ? coverage.entered < coverage.expected : false);
    return [
      ...(isRatio || isShort ? [side(t(isRatio ? 'evidence.numerator' : 'coverage.counted'), 'num')] : []),
      ...(isRatio ? [side(t('evidence.denominator'), 'den')] : []),
      ...(isShort ? [side(t('coverage.missing'), 'missing')] : []),
    ];
  });
}
