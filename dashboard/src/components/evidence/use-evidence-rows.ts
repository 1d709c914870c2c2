import { computed } from 'vue';
import { useAddress } from '../../address/use-address.ts';
import { formatDay, formatMetric, formatMoment, formatYuan } from '@wallchart/charts/format';
import { useLanguage } from '../../i18n/use-language.ts';
import { useEvidence } from './use-evidence.ts';
import { useEvidencePages, type EvidenceEdge } from './use-evidence-pages.ts';
import { useEvidenceSides } from './use-evidence-sides.ts';
import { useEvidenceWords } from './use-evidence-words.ts';
import { useMetricLabels } from '../use-metric-labels.ts';

/** The unit and campaign stand in the row and the heading already. */
const REDUNDANT: ReadonlySet<string> = new Set(['campaign', 'unit_code']);

/** The rows behind the figure that the address names, in the reader's words. */
export function useEvidenceRows() {
  const { t, lang } = useLanguage();
  const { caseLink, unitLink } = useAddress();
  const { request, close } = useEvidence();
  const { label, metric, entry } = useMetricLabels();
  const words = useEvidenceWords();
  const pages = useEvidencePages();
  const missing = computed(() => request.value?.missing === true);
  const format = computed(() => metric(request.value?.id ?? '')?.format ?? 'INTEGER');
  const writeSum = (value: string): string =>
    format.value === 'MONEY' ? formatMetric({ value }, 'MONEY', lang.value) : formatYuan(value);

  const written = ({ cursor, node }: EvidenceEdge) => ({
    key: cursor,
    unit: node.unit.name,
    sheet: words.sheet(node.sheet),
    day: formatDay(node.effectiveOn, lang.value),
    contribution: formatYuan(node.contribution).replace(/^-/, '−'),
    origin: words.origin(node.source ?? ''),
    recorded: formatMoment(node.recordedAt, lang.value),
    cells: node.cells
      .filter(({ column, value }) => value !== null && !REDUNDANT.has(column))
      .map(({ column, value }) => ({ column: words.column(column), value: words.cell(column, value ?? '') })),
    illustrative: node.illustrative,
    caseNo: node.caseNo,
    to: node.caseNo === null ? unitLink('overview', node.unit.code) : caseLink(node.caseNo, node.unit.code),
  });

  return {
    ...pages,
    close,
    heading: computed(() => t(missing.value ? 'coverage.title' : 'evidence.title')),
    missing,
    sides: useEvidenceSides(() => pages.coverage.value),
    title: computed(() => (request.value ? (missing.value ? entry : label)(request.value.id) : '')),
    place: computed(() => {
      const name = pages.data.value?.orgUnit?.name ?? '';
      const part = request.value?.part;
      return part ? `${name} · ${words.part(part)}` : name;
    }),
    count: computed(() =>
      missing.value && pages.coverage.value && !request.value?.part
        ? t('coverage.count', { missing: pages.total.value ?? 0, expected: pages.coverage.value.expected })
        : t('evidence.count', { n: pages.total.value ?? 0 }, pages.total.value ?? 0),
    ),
    sum: computed(() =>
      pages.sum.value === null || missing.value ? '' : t('evidence.sum', { sum: writeSum(pages.sum.value) }),
    ),
    list: computed(() => pages.edges.value.map(written)),
    empty: computed(() => (pages.total.value === 0 ? t(missing.value ? 'coverage.none' : 'evidence.none') : null)),
  };
}
