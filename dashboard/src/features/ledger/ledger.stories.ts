import { answered, recordedData, type Answer } from '../../book/answers.ts';
import type { StoryGroup } from '../../book/story.ts';
import {
  LedgerCasesDocument,
  LedgerCountsDocument,
  LedgerHeadDocument,
  type LedgerCasesQuery,
} from '../../generated/graphql.ts';
import LedgerPage from './ledger-page.vue';

const county = recordedData(LedgerCasesDocument).orgUnit!;

/** The county's list, with other rows. */
function listOf(edges: typeof county.report.cases.edges): LedgerCasesQuery {
  const pageInfo = { hasNextPage: false, endCursor: null };
  return { orgUnit: { ...county, report: { ...county.report, cases: { totalCount: edges.length, edges, pageInfo } } } };
}

const ledgerOf = (code: string, edges: typeof county.report.cases.edges): Answer[] => [
  answered(LedgerCasesDocument, { code }, listOf(edges)),
  answered(LedgerHeadDocument, { code }, recordedData(LedgerHeadDocument)),
  answered(LedgerCountsDocument, { code }, recordedData(LedgerCountsDocument)),
];

export default {
  title: 'Ledger',
  stories: [
    {
      name: 'twelve cases of the sample county',
      component: LedgerPage,
      at: '/c/county-2014/u/ledger-some/ledger',
      answers: ledgerOf('ledger-some', county.report.cases.edges.slice(0, 12)),
    },
    {
      name: 'no case meets the conditions',
      component: LedgerPage,
      at: '/c/county-2014/u/ledger-none/ledger?overdue=1',
      answers: ledgerOf('ledger-none', []),
    },
  ],
} satisfies StoryGroup;
