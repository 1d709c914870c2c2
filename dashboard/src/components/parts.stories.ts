import { h } from 'vue';
import { STATE_MARKS } from '@wallchart/charts/terms';
import type { StoryGroup } from '../book/story.ts';
import CoverageLines from './evidence/coverage-lines.vue';
import DeadlineTag from './deadline-tag.vue';
import FailureNote from './failure-note.vue';
import FigureTable from './figure-table.vue';
import QuestionCard from './question-card.vue';
import StateLegend from './state-legend.vue';

const TOWN = { name: 'overview', params: { campaign: 'county-2014', code: '350322108' } };
const table = {
  columns: [{ label: '乡镇' }, { label: '完成整顿数', numeric: true }, { label: '到位资金', numeric: true }],
  rows: [
    {
      key: '1',
      cells: [
        { text: '大济镇', to: TOWN },
        { text: '4', to: TOWN },
        { text: '12.5', illustrative: true },
      ],
    },
    { key: '2', cells: [{ text: '赖店镇' }, { text: '0' }, { text: '—' }] },
  ],
};

export default {
  title: 'Parts',
  stories: [
    {
      name: 'a card that is loading',
      width: 392,
      component: QuestionCard,
      props: { title: '为什么列入？', subtitle: '仙游县', loading: true },
    },
    { name: 'a table of figures', width: 392, component: FigureTable, props: { table, caption: '各乡镇' } },
    {
      name: 'a failure and what to do',
      width: 392,
      component: FailureNote,
      props: { failure: { code: 'INTERNAL', message: 'a1b2c3' } },
    },
    {
      name: 'deadlines',
      width: 392,
      component: {
        render: () =>
          h('p', { class: 'flex gap-4' }, [
            h(DeadlineTag, { text: '逾期 16 天', tone: 'overdue' }),
            h(DeadlineTag, { text: '还剩 9 天', tone: 'work' }),
            h(DeadlineTag, { text: '7月31日', tone: 'plain' }),
          ]),
      },
    },
    {
      name: 'every state, as colour, pattern and word',
      width: 392,
      component: StateLegend,
      props: { entries: STATE_MARKS.map((mark, index) => ({ mark, count: index })) },
    },
    {
      name: 'entries that are missing',
      width: 392,
      component: CoverageLines,
      props: { values: [{ id: 'OPERATING_DUE', coverage: { entered: 32, expected: 37 } }] },
    },
  ],
} satisfies StoryGroup;
