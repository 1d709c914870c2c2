import { computed, shallowRef } from 'vue';
import { useFigures } from '../../../components/use-figures.ts';
import { useMetricLabels } from '../../../components/use-metric-labels.ts';
import { formatInteger } from '@wallchart/charts/format';
import { useLanguage } from '../../../i18n/use-language.ts';
import { quietMatters, requestsOf, type CommitteeRequest } from '../requests.ts';
import { useBriefingPlace } from '../use-briefing.ts';
import { useLinks } from '../use-links.ts';

/** Places and names that a line carries; the rest is counted, and shown when it is asked for. */
const SHOWN = 5;

/** The requests as they are read out: sentence, figures, where, and who answers. */
export function useRequests() {
  const { t } = useLanguage();
  const { report } = useBriefingPlace();
  const { figure, note, value } = useFigures(() => report.value.metrics);
  const { write } = useMetricLabels();
  const { toUnit } = useLinks();

  const whole = shallowRef<ReadonlySet<string>>(new Set());
  const limitOf = (kind: string): number => (whole.value.has(kind) ? Infinity : SHOWN);

  const written = (request: CommitteeRequest) => {
    const limit = limitOf(request.kind);
    const remark = note(request.about);
    return {
      key: request.kind,
      keypath: `briefing.requests.${request.kind}` as const,
      figures: Object.entries(request.figures).map(([name, id]) => ({ name, figure: figure(id) })),
      open: formatInteger(request.open),
      remark: remark === '' ? '' : t('briefing.requests.note', { note: remark }),
      places: request.places.slice(0, limit).map(({ code, name, figure: part }) => ({
        key: code,
        text: t(request.kind === 'vacancies' ? 'briefing.placePersons' : 'briefing.placeAmount', {
          name,
          amount: write(part),
        }),
        to: toUnit(code),
        illustrative: part.illustrative,
      })),
      morePlaces: Math.max(0, request.places.length - limit),
      late: request.late.slice(0, limit).map(({ caseNo, code, name, days, post }) => ({
        key: caseNo,
        text: t('briefing.requests.late', { name, days, post: post ?? t('briefing.requests.noPost') }, days),
        to: toUnit(code),
        illustrative: figure(request.about).illustrative,
      })),
      moreLate: Math.max(0, request.late.length - limit),
      // The list of cases is a page; the figure counts them all.
      lateElsewhere:
        request.late.length === 0 ? 0 : Math.max(0, Number(value(request.about) ?? 0) - request.late.length),
    };
  };

  const source = computed(() => ({
    metrics: report.value.metrics,
    parts: report.value.towns?.rows ?? [],
    left: report.value.left.edges.map(({ node }) => node),
  }));
  return {
    t,
    showAll: (kind: string): void => {
      whole.value = new Set(whole.value).add(kind);
    },
    requests: computed(() => requestsOf(source.value).map(written)),
    quiet: computed(() =>
      quietMatters(source.value).map(({ kind, state }) => t(`briefing.requests.quiet.${kind}.${state}`)),
    ),
  };
}
