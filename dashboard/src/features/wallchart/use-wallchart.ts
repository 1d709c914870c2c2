import { computed } from 'vue';
import { useRoute } from 'vue-router';
import type { ReportVariables } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import { useOperation } from '../../api/use-operation.ts';
import { usePages } from '../../api/use-pages.ts';
import { caseOrder } from '../ledger/ledger-columns.ts';
import { LedgerCasesDocument, WallchartHeadDocument } from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { addMessages } from '../../i18n/index.ts';
import { STATE_MARKS, stateMark, type StateMark } from '@wallchart/charts/terms';
import { many, one } from '../../address/query.ts';
import messages from './messages.ts';
import { useRowFigures } from './use-row-figures.ts';
import { useWallHead } from './use-wall-head.ts';
import { useWallView } from './use-wall-view.ts';
import { wallRows, type WallOrder } from './wall-rows.ts';

const TOWN_LEVEL = 4;
const PAGE = 200;
const isMark = (text: string): text is StateMark => (STATE_MARKS as readonly string[]).includes(text);

const toggled = (marks: readonly StateMark[], mark: StateMark): readonly StateMark[] =>
  marks.includes(mark) ? marks.filter((other) => other !== mark) : [...marks, mark];

/** The case of each organisation, once, as the totals above count it. */
const useIdentified = (report: () => ReportVariables) =>
  usePages(
    LedgerCasesDocument,
    () => ({ ...report(), filter: { countedIn: 'IDENTIFIED' as const }, orderBy: caseOrder(null), first: PAGE }),
    (answer) => answer.orgUnit?.report.cases,
    { whole: true, dropPrevious: true },
  );

/** The wall chart: rows of towns, what is hidden by the legend, and the totals above. Its state is in the address. */
export function useWallchart() {
  addMessages(messages);
  const route = useRoute();
  const { variables, unitLink, set } = useAddress();
  const { t } = useLanguage();
  const head = useOperation(WallchartHeadDocument, variables);
  const all = useIdentified(() => variables.value);
  const cases = computed(() => all.edges.value.map(({ node }) => node));

  const order = computed<WallOrder>(() => (one(route.query, 'order') === 'division' ? 'division' : 'ranking'));
  const marks = computed(() => many(route.query, 'mark').filter(isMark));
  const unit = computed(() => head.data.value?.orgUnit ?? null);
  const ranking = computed(() => unit.value?.report.ranking ?? []);
  const seen = computed(() =>
    cases.value.filter((item) => marks.value.length === 0 || marks.value.includes(stateMark(item))),
  );
  const rowFigures = useRowFigures(() => cases.value);
  const rows = computed(() => {
    const townsRanked = ranking.value.every((town) => town.unit.level === TOWN_LEVEL);
    const found = wallRows(seen.value, ranking.value, { order: order.value, townsRanked });
    return (marks.value.length > 0 ? found.filter((row) => row.cases.length > 0) : found).map((row) => ({
      code: row.code,
      name: row.name,
      cases: row.cases,
      link: row.town ? unitLink('wallchart', row.code) : null,
      ...rowFigures(row.code, row.name, row.town),
      rank: row.town?.rank ? t(row.town.tied ? 'wallchart.tied' : 'wallchart.rank', { rank: row.town.rank }) : '',
    }));
  });
  const mapped = computed(() => unit.value?.report.unit.mapped ?? false);
  const legend = computed(() =>
    STATE_MARKS.map((mark) => ({
      mark,
      count: cases.value.filter((item) => stateMark(item) === mark).length,
      pressed: marks.value.includes(mark),
    })),
  );
  return {
    all,
    head,
    ...useWallHead(unit),
    unit,
    ranking,
    seen,
    mapped,
    poster: computed(() => unitLink('poster')),
    ...useWallView(() => mapped.value),
    rows,
    legend,
    order,
    hidden: computed(() => cases.value.length - seen.value.length),
    setOrder: (next: WallOrder): void => void set({ order: next === 'division' ? next : undefined }, true),
    toggleMark: (mark: StateMark): void => void set({ mark: toggled(marks.value, mark).join(',') || undefined }, true),
    showAll: (): void => void set({ mark: undefined }, true),
    retry: (): void => {
      head.retry();
      all.retry();
    },
  };
}
