import { computed, shallowRef, watch } from 'vue';
import { useAddress } from '../address/use-address.ts';
import { runOperation, useOperation } from '../api/use-operation.ts';
import type { Failure } from '../api/failure.ts';
import { formatDay, formatMetric, formatMoment, formatYuan } from '../format/index.ts';
import { EvidenceRowsDocument, type EvidenceRowsQuery } from '../generated/graphql.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { EvidenceRequest } from './evidence-address.ts';
import { useEvidence } from './use-evidence.ts';
import { useEvidenceWords } from './use-evidence-words.ts';
import { useMetricLabels } from './use-metric-labels.ts';

const PAGE = 50;
/** The unit and campaign stand in the row and the heading already. */
const REDUNDANT: ReadonlySet<string> = new Set(['campaign', 'unit_code']);

type Rows = NonNullable<EvidenceRowsQuery['orgUnit']>['report']['rows'];
type Edge = Rows['edges'][number];

/** The rows behind the figure that the address names, page by page. */
export function useEvidenceRows() {
  const { t, lang } = useLanguage();
  const { variables, caseLink, unitLink } = useAddress();
  const { request, drawerLink, close } = useEvidence();
  const { label, metric } = useMetricLabels();
  const words = useEvidenceWords();
  const later = shallowRef<Edge[]>([]);
  const next = shallowRef<Rows['pageInfo'] | null>(null);
  const moreFailure = shallowRef<Failure | null>(null);

  const asked = (given: EvidenceRequest, after: string | null) => ({
    ...variables.value,
    code: given.code ?? variables.value.code,
    id: given.id,
    part: given.part
      ? { by: given.part.by, key: given.part.key, unassigned: given.part.unassigned ?? false, den: given.den ?? false }
      : given.den === true
        ? { den: true }
        : null,
    first: PAGE,
    after,
  });

  const start = useOperation(EvidenceRowsDocument, () => (request.value ? asked(request.value, null) : null));
  const rows = computed(() => start.data.value?.orgUnit?.report.rows ?? null);
  watch(rows, (found) => {
    later.value = [];
    next.value = found?.pageInfo ?? null;
  });

  const more = async (): Promise<void> => {
    const after = next.value?.endCursor ?? null;
    if (!request.value || after === null) return;
    const answer = await runOperation('query', EvidenceRowsDocument, asked(request.value, after));
    moreFailure.value = answer.failure;
    const page = answer.data?.orgUnit?.report.rows;
    if (!page) return;
    later.value = [...later.value, ...page.edges];
    next.value = page.pageInfo;
  };

  const isMoney = computed(() => metric(request.value?.id ?? '')?.format === 'MONEY');
  const writeSum = (value: string | null): string =>
    isMoney.value ? formatMetric({ value }, 'MONEY', lang.value) : formatYuan(value);

  return {
    ...start,
    moreFailure,
    close,
    isRatio: computed(() => ['PERCENT', 'SIGNED_PERCENT', 'DECIMAL'].includes(metric(request.value?.id ?? '')?.format ?? '')),
    den: computed(() => request.value?.den === true),
    side: (den: boolean) => (request.value ? drawerLink({ ...request.value, den }) : ''),
    title: computed(() => (request.value ? label(request.value.id) : '')),
    place: computed(() => {
      const name = start.data.value?.orgUnit?.name ?? '';
      const part = request.value?.part;
      return part ? `${name} · ${words.part(part)}` : name;
    }),
    count: computed(() => t('evidence.count', { n: rows.value?.totalCount ?? 0 }, rows.value?.totalCount ?? 0)),
    sum: computed(() => (rows.value?.sum == null ? '' : t('evidence.sum', { sum: writeSum(rows.value.sum) }))),
    list: computed(() =>
      [...(rows.value?.edges ?? []), ...later.value].map(({ cursor, node }) => ({
        key: cursor,
        unit: node.unit.name,
        sheet: words.sheet(node.sheet),
        day: formatDay(node.effectiveOn, lang.value),
        contribution: formatYuan(node.contribution),
        origin: node.source ?? '',
        recorded: formatMoment(node.recordedAt, lang.value),
        cells: node.cells
          .filter(({ column, value }) => value !== null && !REDUNDANT.has(column))
          .map(({ column, value }) => ({ column: words.column(column), value: words.cell(column, value ?? '') })),
        illustrative: node.illustrative,
        caseNo: node.caseNo,
        to: node.caseNo === null ? unitLink('overview', node.unit.code) : caseLink(node.caseNo, node.unit.code),
      })),
    ),
    empty: computed(() => rows.value !== null && rows.value.totalCount === 0),
    left: computed(() =>
      next.value?.hasNextPage ? (rows.value?.totalCount ?? 0) - (rows.value?.edges.length ?? 0) - later.value.length : 0,
    ),
    more,
  };
}
