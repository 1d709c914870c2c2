import { TreeAndCampaigns } from './0001-tree-and-campaigns.ts';
import { CaseFacts } from './0002-case-facts.ts';
import { UnitFacts } from './0003-unit-facts.ts';
import { Circulars } from './0004-circulars.ts';
import { Boundaries } from './0005-boundaries.ts';
import { FirmFacts } from './0006-firm-facts.ts';
import { ReminderCards } from './0007-reminder-cards.ts';
import { Withdrawals } from './0008-withdrawals.ts';
import { CampaignQuotas } from './0009-campaign-quotas.ts';
import { KnownOfAUnit } from './0010-known-of-a-unit.ts';
import { ReminderMatters } from './0011-reminder-matters.ts';
import { CircularOffices } from './0012-circular-offices.ts';
import { ActivitiesAndPractices } from './0013-activities-and-practices.ts';
import { ChangeLog } from './0014-change-log.ts';
import { FilesAfterNumbers } from './0017-files-after-numbers.ts';
import { JobsAndUploads } from './0018-jobs-and-uploads.ts';
import { OverlapApartFromReads } from './0019-overlap-apart-from-reads.ts';
import { Recordings } from './0020-recordings.ts';
import { CasesByNumber } from './0021-cases-by-number.ts';

/** Migrations in order. A released one never changes; the name is what the database remembers. */
export const migrations = [
  { name: '0001-tree-and-campaigns', class: TreeAndCampaigns },
  { name: '0002-case-facts', class: CaseFacts },
  { name: '0003-unit-facts', class: UnitFacts },
  { name: '0004-circulars', class: Circulars },
  { name: '0005-boundaries', class: Boundaries },
  { name: '0006-firm-facts', class: FirmFacts },
  { name: '0007-reminder-cards', class: ReminderCards },
  { name: '0008-withdrawals', class: Withdrawals },
  { name: '0009-campaign-quotas', class: CampaignQuotas },
  { name: '0010-known-of-a-unit', class: KnownOfAUnit },
  { name: '0011-reminder-matters', class: ReminderMatters },
  { name: '0012-circular-offices', class: CircularOffices },
  { name: '0013-activities-and-practices', class: ActivitiesAndPractices },
  { name: '0014-change-log', class: ChangeLog },
  { name: '0017-files-after-numbers', class: FilesAfterNumbers },
  { name: '0018-jobs-and-uploads', class: JobsAndUploads },
  { name: '0019-overlap-apart-from-reads', class: OverlapApartFromReads },
  { name: '0020-recordings', class: Recordings },
  { name: '0021-cases-by-number', class: CasesByNumber },
];
