import { computed, type ComputedRef } from 'vue';
import { useMetricLabels } from '../../components/use-metric-labels.ts';
import { compare } from '@wallchart/charts/decimal';
import { endOfMonthBefore, formatPercent } from '@wallchart/charts/format';
import type { MetricId } from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import type messages from './case-messages.ts';
import type { Screen } from './screens.ts';
import type { BriefingReport, BriefingUnit, LeftCase } from './use-briefing.ts';
import { useCaseTalk } from './use-case-talk.ts';
import type { CaseTexts } from './use-case-texts.ts';

/** A likely question and its answer, a line each. */
export interface LikelyQuestion {
  readonly question: string;
  readonly answers: readonly string[];
}

type Question = Exclude<keyof (typeof messages)['zh-CN']['briefing']['questions'], 'title'>;

/** So many names in an answer. */
const NAMES = 5;

/** Parts of a unit in words: those behind, and those that stand out by a figure. */
function usePartTalk() {
  const { t } = useLanguage();
  const { write } = useMetricLabels();
  return {
    /** With the lowest rate; a part with all done is not behind. */
    behind: ({ ranking }: BriefingReport): string[] =>
      (ranking ?? [])
        .filter(({ rate, outstanding }) => rate !== null && outstanding > 0)
        .toSorted((a, b) => compare(a.rate ?? '0', b.rate ?? '0'))
        .slice(0, NAMES)
        .map(({ unit, rate, outstanding }) =>
          t('briefing.talk.part', { name: unit.name, rate: formatPercent(rate), n: outstanding }),
        ),
    /** The smallest values first, or the largest of those above zero. */
    byFigure: ({ towns }: BriefingReport, id: MetricId, order: 'smallest' | 'largest'): string[] =>
      (towns?.rows ?? [])
        .flatMap(({ unit, values }) => {
          const figure = values.find((value) => value.id === id);
          if (!unit || figure?.value == null) return [];
          return order === 'smallest' || compare(figure.value, '0') > 0
            ? [{ name: unit.name, figure, value: figure.value }]
            : [];
        })
        .toSorted((a, b) => (order === 'smallest' ? compare(a.value, b.value) : compare(b.value, a.value)))
        .slice(0, NAMES)
        .map(({ name, figure }) => t('briefing.placeAmount', { name, amount: write(figure) })),
  };
}

const leftOf = ({ left }: BriefingReport): LeftCase[] => left.edges.map(({ node }) => node);

/** Who was newly struck off since the end of the month before, by name and day. */
function useNewly({ day, named }: ReturnType<typeof useCaseTalk>) {
  const { t } = useLanguage();
  return ({ finished, asOf }: BriefingReport): string[] =>
    (finished?.edges ?? []).flatMap(({ node }) =>
      node.rectifiedOn !== null && node.rectifiedOn > endOfMonthBefore(asOf)
        ? [t('briefing.talk.on', { name: named(node), day: day(node.rectifiedOn) })]
        : [],
    );
}

/** What is likely to be asked on each screen, by the names of the questions. */
function useLikely(
  cases: ReturnType<typeof useCaseTalk>,
): Readonly<Record<Screen, (report: BriefingReport) => readonly (readonly [Question, readonly string[]])[]>> {
  const parts = usePartTalk();
  const late = (report: BriefingReport): LeftCase[] => leftOf(report).filter(({ overdue }) => overdue);
  return {
    progress: (report) => [['behind', parts.behind(report)]],
    left: (report) => [
      ['whyLate', late(report).map(cases.why)],
      ['whoWent', late(report).map(cases.whoWent)],
      ['whenDone', late(report).map(cases.whatNext)],
    ],
    money: (report) => [
      ['whereGap', parts.byFigure(report, 'VENUE_GAP', 'largest')],
      ['whereUnpaid', parts.byFigure(report, 'OPERATING_GAP', 'largest')],
    ],
    pay: (report) => [
      ['payLeading', parts.byFigure(report, 'LEADING_PAY_INCREASE', 'smallest')],
      ['payGeneral', parts.byFigure(report, 'GENERAL_PAY_INCREASE', 'smallest')],
    ],
    requests: (report) => [
      ['whoAnswers', late(report).map(cases.whoAnswers)],
      ['whereGap', parts.byFigure(report, 'VENUE_GAP', 'largest')],
      ['whereVacant', parts.byFigure(report, 'VACANCIES_NOW', 'largest')],
    ],
  };
}

/** What a presenter can say about a screen: names, reasons, last visits, next steps; and what is likely to be asked. */
export function useTalk(
  unit: ComputedRef<BriefingUnit | null>,
  screen: ComputedRef<Screen>,
  texts: ComputedRef<CaseTexts>,
) {
  const { t } = useLanguage();
  const cases = useCaseTalk(texts);
  const { day, whole } = cases;
  const newly = useNewly(cases);
  const likely = useLikely(cases);
  const report = computed(() => unit.value?.report ?? null);
  const strikeOffs = (of: BriefingReport): string[] => {
    if (of.finished === undefined) return [];
    const names = newly(of);
    const since = day(endOfMonthBefore(of.asOf));
    if (names.length === 0) return [t('briefing.talk.newlyNone', { day: since })];
    const key =
      names.length < of.finished.edges.length || names.length === of.finished.totalCount ? 'newly' : 'newlySome';
    return [t(`briefing.talk.${key}`, { day: since, names: names.join(t('briefing.list')) })];
  };
  return {
    talk: computed<readonly string[]>(() => {
      if (report.value === null) return [];
      if (screen.value === 'progress') return strikeOffs(report.value);
      return screen.value === 'left' ? leftOf(report.value).map(whole) : [];
    }),
    questions: computed<LikelyQuestion[]>(() =>
      report.value === null
        ? []
        : likely[screen.value](report.value).flatMap(([question, answers]) =>
            answers.length === 0 ? [] : [{ question: t(`briefing.questions.${question}`), answers }],
          ),
    ),
  };
}
