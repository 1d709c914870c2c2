import { answered } from '../book/answers.ts';
import { found } from '../book/found.ts';
import type { StoryGroup } from '../book/story.ts';
import EvidenceDrawer from '../components/evidence/evidence-drawer.vue';
import { EvidenceRowsDocument, UnitSearchDocument, type EvidenceRowsQuery } from '../generated/graphql.ts';
import AsOfPicker from './as-of-picker.vue';
import KeysDialog from './keys-dialog.vue';
import UnitSearch from './unit-search.vue';

type Rows = NonNullable<EvidenceRowsQuery['orgUnit']>['report']['rows'];

const row = (index: number): Rows['edges'][number] => ({
  cursor: String(index),
  node: {
    sheet: 'venue_funds',
    unit: { code: '350322107216', name: '六户村' },
    caseNo: '2014-019',
    effectiveOn: '2014-06-01',
    contribution: ['120000.00', '-500.00', '310000.00'][index] ?? null,
    source: `county-2014.xlsx, row ${index + 5}`,
    recordedAt: '2014-08-01T02:30:00.000Z',
    illustrative: index === 1,
    cells: [{ column: 'amount_yuan', value: '120000.00' }],
  },
});
const behind: EvidenceRowsQuery = {
  orgUnit: {
    code: '350322',
    name: '仙游县',
    report: {
      metrics: [{ id: 'VENUE_RAISED', coverage: { entered: 9, expected: 10 } }],
      rows: {
        totalCount: 53,
        sum: '1430000.00',
        edges: [0, 1, 2].map(row),
        pageInfo: { hasNextPage: true, endCursor: '2' },
      },
    },
  },
};
const units = [
  {
    code: '350322108',
    name: '大济镇',
    kind: 'TOWN' as const,
    level: 4,
    ancestors: [{ code: '350322', name: '仙游县', level: 3 }],
  },
];

/** Types into the field of a dialog. */
async function type(text: string): Promise<void> {
  const field = (await found('[role=dialog] input')) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

export default {
  title: 'Dialogs',
  apart: true,
  stories: [
    { name: 'the keys', component: KeysDialog },
    {
      name: 'a unit found',
      component: UnitSearch,
      answers: [answered(UnitSearchDocument, { text: 'dj' }, { searchUnits: units })],
      act: () => type('dj'),
    },
    { name: 'the day', component: AsOfPicker, act: async (element) => (await found('button', element)).click() },
    {
      name: 'the rows behind a figure',
      component: EvidenceDrawer,
      at: '/c/county-2014/u/350322?rows=VENUE_RAISED',
      answers: [answered(EvidenceRowsDocument, { id: 'VENUE_RAISED' }, behind)],
    },
  ],
} satisfies StoryGroup;
