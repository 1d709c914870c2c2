import { computed, shallowRef } from 'vue';
import { causeBars, rowBarsHeight } from '@wallchart/charts';
import { acceptanceCard, type ChartCard } from '@wallchart/charts/cards';
import { useEvidence } from '../../../components/evidence/use-evidence.ts';
import { useFigures } from '../../../components/use-figures.ts';
import { divide } from '@wallchart/charts/decimal';
import { formatInteger, formatPercent, NONE } from '@wallchart/charts/format';
import { useLanguage } from '../../../i18n/use-language.ts';
import { stateMark } from '@wallchart/charts/terms';
import { embedded } from '../embedded.ts';
import { useLinks } from '../use-links.ts';
import { useBriefingPlace, type LeftCase } from '../use-briefing.ts';
import { useTimeLeft } from './use-time-left.ts';

/** Names that a projector carries; the rest is counted. */
const SHOWN = 8;

/** Primary causes of those outstanding, most frequent first. */
function useWhy() {
  const { pick } = useLanguage();
  const { report } = useBriefingPlace();
  const { value } = useFigures(() => report.value.metrics);
  return computed(() => {
    const total = value('OUTSTANDING');
    return (report.value.causes?.rows ?? [])
      .map((row) => ({ row, figure: row.values[0], count: Number(row.values[0]?.value ?? 0) }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count || (a.row.key < b.row.key ? -1 : 1))
      .map(({ row, figure, count }) => ({
        key: row.key,
        label: pick(row),
        count,
        share: total === null ? null : divide(String(count), total),
        illustrative: figure?.illustrative === true,
      }));
  });
}

/** The first ones as rows; the others when they are asked for. */
function useRows(cases: () => readonly LeftCase[]) {
  const { pick } = useLanguage();
  const { toUnit, toCase } = useLinks();
  const timeLeft = useTimeLeft();
  const limit = shallowRef(SHOWN);
  return {
    rows: computed(() =>
      cases()
        .slice(0, limit.value)
        .map((one) => ({
          key: one.caseNo,
          name: `${one.town?.name ?? ''}${one.unit.name}`,
          to: toUnit(one.unit.code) ?? toCase(one.caseNo, one.unit.code),
          mark: stateMark(one),
          cause: pick(one.primaryCause),
          leader: one.contactLeader ?? NONE,
          time: timeLeft(one),
        })),
    ),
    more: computed(() => Math.max(0, cases().length - limit.value)),
    showAll: (): void => {
      limit.value = Infinity;
    },
  };
}

/** Who is left by name, most urgent first, with cause, post and time; and why. */
export function useLeft() {
  const { t, term, pick } = useLanguage();
  const { report, place, partLevel } = useBriefingPlace();
  const { rowsLink } = useEvidence();
  const { figure, value } = useFigures(() => report.value.metrics);
  const why = useWhy();
  const cases = computed<LeftCase[]>(() => report.value.left.edges.map(({ node }) => node));
  const holds = (column: string): boolean =>
    cases.value.some(({ illustrative }) => illustrative.includes(column) || illustrative.includes('*'));
  const inParts = computed(() => (report.value.ranking ?? []).filter(({ outstanding }) => outstanding > 0).length);

  return {
    t,
    figure,
    inFile: embedded,
    left: computed(() => !['0', null].includes(value('OUTSTANDING'))),
    hasCases: computed(() => !['0', null].includes(value('IDENTIFIED'))),
    /** Shown when no one is left. */
    acceptance: computed(() => acceptanceCard(report.value.metrics, place.value)),
    satisfied: computed(() => value('SATISFACTION') !== null),
    towns: computed(() => formatInteger(inParts.value)),
    kind: computed(() => term('briefing.left.kinds', String(Math.min(5, partLevel.value)))),
    topCause: computed(() => why.value[0] ?? null),
    /** A single case is named by its own cause. */
    onlyCause: computed(() => {
      const [only] = cases.value;
      return only && cases.value.length === 1 ? pick(only.primaryCause) : null;
    }),
    doubtful: computed(() => ({
      cause: holds('primary_cause'),
      leader: holds('holder') || holds('contact_leader'),
      time: holds('deadline'),
    })),
    ...useRows(() => cases.value),
    /** Those that the list does not hold. */
    rest: computed(() => report.value.left.totalCount - cases.value.length),
    ledger: computed(() => rowsLink('OUTSTANDING')),
    causes: computed<Pick<ChartCard, 'draw' | 'marks' | 'height'> & { illustrative: boolean }>(() => {
      const drawn = why.value;
      return {
        draw: (context) => causeBars(drawn, context),
        height: rowBarsHeight(drawn.length),
        illustrative: drawn.some(({ illustrative }) => illustrative),
        marks: drawn.map(({ key, label, count, share }) => ({
          label: `${label} ${count} ${formatPercent(share)}`,
          way: { to: 'rows', id: 'OUTSTANDING', part: { by: 'PRIMARY_CAUSE', key } },
        })),
      };
    }),
  };
}
