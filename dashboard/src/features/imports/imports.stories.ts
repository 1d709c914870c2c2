import type { UploadFailure } from '../../api/upload-file.ts';
import { addMessages } from '../../i18n/index.ts';
import type { StoryGroup } from '../../book/story.ts';
import type { ImportJobStateFragment } from '../../generated/graphql.ts';
import ImportFailure from './import-failure.vue';
import ImportProgress from './import-progress.vue';
import ImportResult from './import-result.vue';
import type { Problem, RowNotInFile } from './import-state.ts';
import messages from './messages.ts';
import ProblemList from './problem-list.vue';
import RowChanges from './row-changes.vue';
import RowsNotInFile from './rows-not-in-file.vue';

addMessages(messages);

const sheet = {
  sheet: 'cases',
  titleZh: '台账',
  titleEn: 'Cases',
  rows: 37,
  new: 2,
  corrected: 1,
  unchanged: 34,
  withdrawn: 0,
  notInFile: 0,
  problems: 0,
};
const job: ImportJobStateFragment = {
  id: 'j',
  upload: 'u',
  dryRun: true,
  fileName: '仙游县2014年台账.xlsx',
  state: 'CHECKED',
  phase: 'writing',
  rowsDone: 280,
  rowsTotal: 620,
  problemCount: 0,
  warningCount: 0,
  annotatedUrl: null,
  messageZh: '',
  messageEn: '',
  run: null,
  replace: false,
  sheets: [
    sheet,
    {
      ...sheet,
      sheet: 'visits',
      titleZh: '走访',
      titleEn: 'Visits',
      rows: 280,
      new: 0,
      corrected: 0,
      unchanged: 280,
      notInFile: 1,
    },
  ],
};
const refusedJob: ImportJobStateFragment = {
  ...job,
  state: 'REFUSED',
  problemCount: 2,
  annotatedUrl: '/imports/j/annotated.xlsx',
  sheets: [{ ...sheet, problems: 2 }, job.sheets[1]!],
};
const problem = (row: number, column: string, title: string, value: string, zh: string, en: string): Problem => ({
  sheet: 'cases',
  sheetTitle: '台账',
  row,
  column,
  columnTitle: title,
  cell: `E${row}`,
  value,
  code: 'BAD_DATE',
  severity: 'ERROR',
  onRecord: null,
  expectedZh: '2014-07-31 这样的日期',
  expectedEn: 'a date such as 2014-07-31',
  messageZh: zh,
  messageEn: en,
});
const problems = [
  problem(5, 'deadline', '完成时限', '2014年2月30日', '没有这一天', 'there is no such day'),
  problem(19, 'identified_on', '认定日期', '尽快', '不是日期', 'not a date'),
];
const absent: RowNotInFile = {
  id: 'visits:350322:7',
  sheet: 'visits',
  caseNo: '2014-014',
  unitCode: '350322107203',
  unitName: '东山村',
  effectiveOn: '2014-04-08',
  cells: [
    { column: 'role', value: 'leader' },
    { column: 'problems_found', value: '2' },
  ],
};
const change = {
  id: 'cases:350322:1',
  sheet: 'cases',
  kind: 'CORRECTED',
  effectiveOn: '2014-03-20',
  caseNo: '2014-014',
  unitCode: '350322107203',
  unitName: '东山村',
  sourceRow: 3,
  identity: [{ column: 'case_no', value: '2014-014' }],
  cells: [{ column: 'deadline', before: '2014-08-31', after: null }],
};
const file = { name: '仙游县2014年台账.xlsx', size: 1_234_567 };
const HALF = 604;

export default {
  title: 'Imports',
  stories: [
    {
      name: 'uploading',
      width: HALF,
      component: ImportProgress,
      props: { uploading: true, file, sent: 0.35, job: null, waiting: false },
    },
    {
      name: 'rows written',
      width: HALF,
      component: ImportProgress,
      props: { uploading: false, file, sent: 1, job, waiting: false },
    },
    { name: 'checked, ready to import', width: HALF, component: ImportResult, props: { job, stale: false, chosen: 0 } },
    { name: 'refused', width: HALF, component: ImportResult, props: { job: refusedJob, stale: false, chosen: 0 } },
    { name: 'the problems, by sheet', component: ProblemList, props: { problems, severity: 'ERROR' } },
    {
      name: 'what would change',
      component: RowChanges,
      props: { title: '改动明细', total: 600, changes: [change] },
    },
    {
      name: 'on record and not in the workbook',
      component: RowsNotInFile,
      props: { rows: [absent], total: 1, chosen: new Set() },
    },
    {
      name: 'a file that cannot be read',
      width: HALF,
      component: ImportFailure,
      props: { upload: { fault: 'wrongType', message: '' } satisfies UploadFailure, failure: null, name: '台账.pdf' },
    },
    {
      name: 'a server that is full',
      width: HALF,
      component: ImportFailure,
      props: { upload: null, failure: { code: 'DISK_FULL', message: '' }, name: file.name },
    },
  ],
} satisfies StoryGroup;
