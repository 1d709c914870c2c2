import type { Localized } from '../../../graph/localized.ts';
import type { Lang } from '../../../graph/enums.ts';
import type { Block, Run } from '../../../exports/document/official-document.ts';
import type { MetricId } from '../../../metrics/index.ts';
import type { CaseFacts, CircularDesk, Subject } from '../../circulars/index.ts';
import type { Candidate, Facts, ReminderRuleId } from './candidate.ts';

/** The cases of the subject with these numbers, in the order of their units; the ledger is read once for all rules. */
export type CasesOf = (numbers: readonly string[]) => Promise<CaseFacts[]>;

/** One reason to issue a card, declared once: whom it finds, and how it is said in both languages. */
export interface ReminderRule<F extends Facts = Facts> {
  readonly id: ReminderRuleId & F['rule'];
  readonly label: Localized;
  /** Who gets a card, in words. */
  readonly definition: Localized;
  /** The figure whose rows it reads; no formula is written again. */
  readonly metric: MetricId;
  /** Whom to remind: within the unit of the subject, as of its cut-off, as known at its moment. */
  readonly find: (desk: CircularDesk, subject: Subject, cases: CasesOf) => Promise<Candidate[]>;
  /** In a few words, for a list: 已逾期16天. */
  readonly reason: (facts: F, lang: Lang) => string;
  /** What is the matter, with its facts; then what is asked, and by when. It leaves room on one page. */
  readonly write: (card: CardMatter<F>) => readonly Block[];
}

/** What a card is about, for its text. */
export interface CardMatter<F extends Facts = Facts> {
  readonly lang: Lang;
  readonly asOf: string;
  readonly replyBy: string;
  /** 2014年软弱涣散基层党组织整顿 */
  readonly campaign: string;
  /** 您挂钩联系的游洋镇鲁头村, 你镇鲁头村, or 你镇. */
  readonly whom: readonly Run[];
  /** Spoken to as the contact leader, or as a unit. */
  readonly as: Candidate['recipient']['as'];
  readonly facts: F;
}
