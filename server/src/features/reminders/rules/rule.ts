import type { Text, Lang } from '../../../domain/text.ts';
import type { Block, Run, Table } from '../../../rendering/document/official-document.ts';
import type { MetricId } from '../../../metrics/index.ts';
import type { CaseFacts, DocumentContext, Subject } from '../../circulars/index.ts';
import type { Candidate, Facts, AddresseeKind, ReminderRuleId } from './candidate.ts';

/** The cases of the subject with these numbers, in the order of their units; the ledger is read once for all rules. */
export type CasesOf = (numbers: readonly string[]) => Promise<CaseFacts[]>;

/** One reason to issue a card, declared once: whom it finds, and its words in both languages. */
export interface ReminderRule<F extends Facts = Facts> {
  readonly id: ReminderRuleId & F['rule'];
  readonly label: Text;
  /** Who gets a card, in words. */
  readonly definition: Text;
  /** The figure whose rows it reads; no formula is written again. */
  readonly metric: MetricId;
  /** Whom to remind: within the unit of the subject, as of its cut-off, as known at its moment. */
  readonly find: (documents: DocumentContext, subject: Subject, cases: CasesOf) => Promise<Candidate[]>;
  /** In a few words, for a list: 已逾期16天. */
  readonly reason: (facts: F, lang: Lang) => string;
  /** What is the matter, with its facts; then what is asked, and by when. It leaves room on one page. */
  readonly write: (card: CardMatter<F>) => readonly Block[];
  /** The same about several organisations of one addressee, with their list. Left out, each has a card of its own. */
  readonly writeList?: (card: CardMatters<F>) => CardList;
}

/** What a card says of several organisations: a text of one page, and the list that goes with it as an annex. */
export interface CardList {
  readonly blocks: readonly Block[];
  readonly title: string;
  readonly table: Omit<Table, 'kind' | 'caption'>;
}

/** What every card says, for its text. */
interface CardText {
  readonly lang: Lang;
  readonly asOf: string;
  readonly replyBy: string;
  /** 2014年软弱涣散基层党组织整顿 */
  readonly campaign: string;
  /** 您挂钩联系的游洋镇鲁头村, 你镇鲁头村, 你镇, or 您挂钩联系的3个. */
  readonly whom: readonly Run[];
  readonly to: AddresseeKind;
}

/** What a card is about, for its text. */
export interface CardMatter<F extends Facts = Facts> extends CardText {
  readonly facts: F;
}

/** What a card with a list is about: two organisations at least. */
export interface CardMatters<F extends Facts = Facts> extends CardText {
  readonly rows: readonly { readonly name: Run; readonly facts: F }[];
}
