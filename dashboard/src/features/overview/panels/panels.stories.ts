import { computed, type App } from 'vue';
import { addMessages } from '../../../i18n/index.ts';
import { answered, recordedData, refused } from '../../../book/answers.ts';
import { found } from '../../../book/found.ts';
import type { Story, StoryGroup } from '../../../book/story.ts';
import {
  OverviewCausesDocument,
  OverviewMoneyDocument,
  OverviewPayDocument,
  type OverviewCausesQuery,
  type OverviewMoneyQuery,
} from '../../../generated/graphql.ts';
import messages from '../messages.ts';
import { OVERVIEW_PLACE } from '../overview-key.ts';
import CausesPanel from './causes-panel.vue';
import MoneyPanel from './money-panel.vue';
import PayPanel from './pay-panel.vue';

addMessages(messages);

const around = (app: App): App =>
  app.provide(OVERVIEW_PLACE, {
    unitName: computed(() => '仙游县'),
    unitLevel: computed(() => 3),
    line: computed(() => ''),
  });
const at = (code: string): string => `/c/county-2014/u/${code}`;
const card = (name: string, code: string, story: Pick<Story, 'component' | 'answers' | 'act'>): Story => ({
  name,
  at: at(code),
  width: 392,
  around,
  ...story,
});

type Causes = NonNullable<OverviewCausesQuery['orgUnit']>;
type Cause = Causes['report']['primary']['rows'][number];
const recordedCauses = recordedData(OverviewCausesDocument).orgUnit!;

/** The county's causes, with other rows. */
function causesOf(rows: readonly Cause[]): OverviewCausesQuery {
  const { report } = recordedCauses;
  const metrics =
    rows.length === 0 ? report.metrics.map((one) => ({ ...one, numerator: '0', value: '0' })) : report.metrics;
  return {
    orgUnit: { ...recordedCauses, report: { ...report, metrics, primary: { ...report.primary, rows: [...rows] } } },
  };
}
const [first] = recordedCauses.report.primary.rows;
const cause = (index: number, zh: string, en: string): Cause => ({
  key: `X${index}`,
  zh,
  en,
  values: [{ ...first!.values[0]!, value: String(index + 1), numerator: String(index + 1) }],
});
const LONG = {
  zh: '村级组织活动场所年久失修且无力自筹资金改扩建',
  en: 'A meeting place that is unsafe, and no money of its own to rebuild it',
};

type Money = NonNullable<OverviewMoneyQuery['orgUnit']>;
type Amount = Money['report']['metrics'][number];
const recordedMoney = recordedData(OverviewMoneyDocument).orgUnit!;

/** The county's money, with some figures changed. */
function moneyOf(changed: Partial<Record<Amount['id'], Partial<Amount>>>): OverviewMoneyQuery {
  const { report } = recordedMoney;
  const metrics = report.metrics.map((one) => ({ ...one, ...changed[one.id] }));
  return { orgUnit: { ...recordedMoney, report: { ...report, metrics } } };
}

const asTable = async (element: HTMLElement): Promise<void> =>
  (await found('button[aria-label]:not([aria-haspopup])', element)).click();

export default {
  title: 'Cards in every state',
  stories: [
    card('an answer as a table', '350322', { component: PayPanel, act: asTable }),
    card('nothing counted', 'none', {
      component: CausesPanel,
      answers: [answered(OverviewCausesDocument, { code: 'none' }, causesOf([]))],
    }),
    card('a failure that the server explains', 'failed', {
      component: CausesPanel,
      answers: [
        refused(OverviewCausesDocument, { code: 'failed' }, { code: 'DATABASE_UNAVAILABLE', message: '连接已断开' }),
      ],
    }),
    card('a server that is not reached', 'offline', {
      component: PayPanel,
      answers: [refused(OverviewPayDocument, { code: 'offline' }, { code: 'NETWORK', message: '' })],
    }),
    card('no value, which is not zero', 'null', {
      component: MoneyPanel,
      answers: [
        answered(
          OverviewMoneyDocument,
          { code: 'null' },
          moneyOf({
            VENUE_COST: { value: null, numerator: null, coverage: { entered: 0, expected: 10 } },
            VENUE_GAP: { value: null, numerator: null, noteZh: '概算未登记。', noteEn: 'No estimate is entered.' },
            OPERATING_PAID: { value: '0.00', numerator: '0.00' },
            OPERATING_GAP: { value: null, numerator: null },
            OPERATING_RATE: { value: null, numerator: null },
          }),
        ),
      ],
    }),
    card('entries that are missing', 'missing', {
      component: MoneyPanel,
      answers: [
        answered(
          OverviewMoneyDocument,
          { code: 'missing' },
          moneyOf({
            OPERATING_DUE: { coverage: { entered: 32, expected: 37 } },
            VENUE_COST: { coverage: { entered: 8, expected: 10 } },
          }),
        ),
      ],
    }),
    card('long names', 'long', {
      component: CausesPanel,
      answers: [
        answered(
          OverviewCausesDocument,
          { code: 'long' },
          causesOf([0, 1, 2].map((index) => cause(index, `${LONG.zh}${index}`, `${LONG.en} ${index}`))),
        ),
      ],
    }),
    card('many rows', 'many', {
      component: CausesPanel,
      answers: [
        answered(
          OverviewCausesDocument,
          { code: 'many' },
          causesOf(
            Array.from({ length: 12 }, (_, index) => cause(index, `第${index + 1}种情形`, `Cause ${index + 1}`)),
          ),
        ),
      ],
    }),
  ],
} satisfies StoryGroup;
