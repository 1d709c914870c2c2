export * from './case-state.ts';
export { known, knownAt, knownNow } from './known.ts';
export {
  followsUpTo,
  isOutOfStep,
  lastVersionFirst,
  lastWritten,
  newWithin,
  isRecordedAfter,
  recordedUpTo,
  replacedBy,
  supersededBy,
  supersededByRun,
  supersededWithin,
  type Window,
} from './record-history.ts';
export {
  codesByLevel,
  isUnder,
  isWithin,
  LEVEL_COLUMNS,
  levelCodes,
  levelColumn,
  overlap,
  validOn,
  type LevelColumn,
} from './unit-versions.ts';
export { inEffect, placedUnits, recordView, viewAt, type Moment, type RecordView } from './view.ts';
