import { Activities, GoodPractices, Reports } from './activities.ts';
import { Boundaries, type StoredGeometry } from './boundaries.ts';
import { Campaign, CampaignVersion } from './campaign.ts';
import { CaseRegister } from './case-register.ts';
import { Cases } from './cases.ts';
import { ChangeLog, declareLogged } from './change-log.ts';
import { Circular, CircularDraft, CircularEdition, CircularSettings } from './circulars.ts';
import { Contacts } from './contacts.ts';
import { DocumentNumber } from './document-number.ts';
import { Evaluations } from './evaluations.ts';
import { Economy, OperatingFunds, ProjectFunds, Remuneration } from './funds.ts';
import { IdempotencyKey, ImportRun } from './import-run.ts';
import { Measures } from './measures.ts';
import { OrgUnit, OrgUnitVersion } from './org-unit.ts';
import { Cause, OperatingTier } from './reference.ts';
import { ReminderBatch, ReminderCard, ReminderMatter, ReminderVoid } from './reminders.ts';
import { Supports } from './supports.ts';
import { Team } from './team.ts';
import { Transitions } from './transitions.ts';
import { VenueFunds, Venues } from './venues.ts';
import { Visits } from './visits.ts';
import { Job, Upload, UploadChunk } from './work.ts';

export {
  Activities,
  GoodPractices,
  Boundaries,
  Campaign,
  CampaignVersion,
  CaseRegister,
  Cases,
  Cause,
  ChangeLog,
  Circular,
  CircularDraft,
  CircularEdition,
  CircularSettings,
  Contacts,
  DocumentNumber,
  Economy,
  Evaluations,
  IdempotencyKey,
  ImportRun,
  Job,
  Measures,
  OperatingFunds,
  OperatingTier,
  OrgUnit,
  OrgUnitVersion,
  ProjectFunds,
  ReminderBatch,
  ReminderCard,
  ReminderMatter,
  ReminderVoid,
  Remuneration,
  Reports,
  Supports,
  Team,
  Transitions,
  Upload,
  UploadChunk,
  VenueFunds,
  Venues,
  Visits,
};

export type { StoredGeometry };

/** Every entity, for MikroORM and for the typed tables of Kysely. */
export const entities = [
  Cause,
  OperatingTier,
  ImportRun,
  IdempotencyKey,
  OrgUnit,
  OrgUnitVersion,
  Campaign,
  CampaignVersion,
  CaseRegister,
  Cases,
  Transitions,
  Measures,
  Contacts,
  Visits,
  Evaluations,
  Team,
  Supports,
  Venues,
  VenueFunds,
  ProjectFunds,
  OperatingFunds,
  Remuneration,
  Economy,
  Activities,
  GoodPractices,
  Reports,
  Circular,
  CircularDraft,
  CircularEdition,
  CircularSettings,
  DocumentNumber,
  ReminderBatch,
  ReminderCard,
  ReminderMatter,
  ReminderVoid,
  Boundaries,
  ChangeLog,
  Job,
  Upload,
  UploadChunk,
] as const;

declareLogged(entities);
