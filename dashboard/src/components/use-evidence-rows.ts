import { computed } from 'vue';
import { useAddress } from '../address/use-address.ts';
import { formatDay, formatMetric, formatMoment, formatYuan } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useEvidence } from './use-evidence.ts';
import { useEvidencePages, type EvidenceEdge } from './use-evidence-pages.ts';
import { useEvidenceWords } from './use-evidence-words.ts';
import { useMetricLabels } from './use-metric-labels.ts';

/** The unit and campaign stand in the row and the heading already. */
const REDUNDANT: ReadonlySet<string> = new Set(['campaign', 'unit_code']);
/** Formats of what has a denominator. */
const RATIOS: ReadonlySet<string> = new Set(['PERCENT', 'SIGNED_PERCENT', 'DECIMAL']);

/** The rows behind the figure that the address names, in the reader's words. */
export function useEvidenceRows() {
  const { t, lang } = useLanguage();
  const { caseLink, unitLink } = useAddress();
  const { request, drawerLink, close } = useEvidence();
  const { label, metric } = useMetricLabels();
  const words = useEvidenceWords();
  const pages = useEvidencePages();
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
    isRatio: computed(() => RATIOS.has(format.value)),
    den: computed(() => request.value?.den === true),
    side: (den: boolean) => (request.value ? drawerLink({ ...request.value, den }) : ''),
    title: computed(() => (request.value ? label(request.value.id) : '')),
    place: computed(() => {
      const name = pages.data.value?.orgUnit?.name ?? '';
      const part = request.value?.part;
      return part ? `${name} · ${words.part(part)}` : name;
    }),
    count: computed(() => t('evidence.count', { n: pages.total.value ?? 0 }, pages.total.value ?? 0)),
    sum: computed(() => (pages.sum.value === null ? '' : t('evidence.sum', { sum: writeSum(pages.sum.value) }))),
    list: computed(() => pages.edges.value.map(written)),
    empty: computed(() => pages.total.value === 0),
  };
}
