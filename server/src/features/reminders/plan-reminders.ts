import { WallchartError } from '../../domain/errors.ts';
import { ruleOf, type Candidate, type Recipient, type RecipientKind } from './rules/index.ts';
import { identityOf } from './rules/recipient.ts';

/** One card: its recipient and what it is about, one matter at least. */
export interface CardPlan {
  readonly recipient: Recipient;
  readonly matters: readonly [Candidate, ...Candidate[]];
}

/** Whom the cards go to, and whether each matter has one of its own. */
export interface CardPlanning {
  /** Recipients by the key of a matter; the rule's own choice for the others. */
  readonly addressees: ReadonlyMap<string, RecipientKind>;
  readonly separate: boolean;
}

/** Matters whose recipients have the same name here share a card, unless each is to have its own. */
export const cardNameOf = ({ facts, key }: Candidate, recipient: Recipient): string =>
  ruleOf(facts.rule).writeList ? `${facts.rule}|${identityOf(recipient)}` : key;

/**
 * Puts matters of one rule that go to the same recipient on one card, in the order of each card's first matter.
 *
 * @throws WallchartError BAD_INPUT for a recipient that a matter does not have
 */
export function planCards(candidates: readonly Candidate[], { addressees, separate }: CardPlanning): CardPlan[] {
  const chosen = candidates.map((matter) => ({ matter, recipient: recipientOf(matter, addressees.get(matter.key)) }));
  const nameOf = ({ matter, recipient }: (typeof chosen)[number]): string =>
    separate ? matter.key : cardNameOf(matter, recipient);
  return [...Map.groupBy(chosen, nameOf).values()].map(([first, ...others]) => ({
    recipient: first!.recipient,
    matters: [first!.matter, ...others.map(({ matter }) => matter)],
  }));
}

function recipientOf({ key, recipients }: Candidate, kind: RecipientKind | undefined): Recipient {
  const found = kind === undefined ? recipients[0] : recipients.find((one) => one.kind === kind);
  if (found) return found;
  throw new WallchartError('BAD_INPUT', `addressees: ${key} has no ${kind}. 该事项没有这一收卡对象，请重新选择。`, {
    place: 'addressees',
    key,
  });
}
