import type { terms } from '@wallchart/charts/terms';
import type briefingCases from '../features/briefing/case-messages.ts';
import type briefingFile from '../features/briefing/file-messages.ts';
import type briefing from '../features/briefing/messages.ts';
import type briefingNotes from '../features/briefing/notes-messages.ts';
import type reminders from '../features/reminders/messages.ts';
import type caseFile from '../features/case/messages.ts';
import type circulars from '../features/circulars/messages.ts';
import type imports from '../features/imports/messages.ts';
import type ledger from '../features/ledger/messages.ts';
import type metrics from '../features/metrics/messages.ts';
import type overview from '../features/overview/messages.ts';
import type poster from '../features/poster/messages.ts';
import type wallchart from '../features/wallchart/messages.ts';
import type workbook from '../terms/workbook-words.ts';
import type frame from './messages.ts';

type Source =
  | typeof briefing
  | typeof briefingCases
  | typeof briefingFile
  | typeof briefingNotes
  | typeof reminders
  | typeof caseFile
  | typeof circulars
  | typeof frame
  | typeof imports
  | typeof ledger
  | typeof metrics
  | typeof overview
  | typeof poster
  | typeof terms
  | typeof wallchart
  | typeof workbook;

type KeysOf<T> = {
  [Key in keyof T & (number | string)]: T[Key] extends string ? `${Key}` : `${Key}.${KeysOf<T[Key]>}`;
}[keyof T & (number | string)];

type KeysOfEach<S extends Source> = S extends Source ? KeysOf<S['zh-CN']> : never;

/** Key of a text: `overview.title`. The texts of a feature are there once a page of it has added them. */
export type MessageKey = KeysOfEach<Source>;

type HeadsOf<Key> = Key extends `${infer Head}.${infer Rest}` ? Head | `${Head}.${HeadsOf<Rest>}` : never;

/** What comes before a dot of a key: `overview`, `briefing.money`. */
export type MessageGroup = HeadsOf<MessageKey>;
