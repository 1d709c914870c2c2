import { WallchartError } from '../../domain/errors.ts';
import { ruleOf, type Candidate, type Addressee, type AddresseeKind } from './rules/index.ts';
import { identityOf } from './rules/addressee.ts';

/** One card: its addressee and what it is about, one matter at least. */
export interface CardPlan {
  readonly addressee: Addressee;
  readonly matters: readonly [Candidate, ...Candidate[]];
}

/** Whom the cards go to, and whether each matter has one of its own. */
export interface CardPlanning {
  /** Addressees by the key of a matter; the rule's own choice for the others. */
  readonly addressees: ReadonlyMap<string, AddresseeKind>;
  readonly separate: boolean;
}

/** Matters whose addressees have the same name here share a card, unless each is to have its own. */
export const cardNameOf = ({ facts, key }: Candidate, addressee: Addressee): string =>
  ruleOf(facts.rule).writeList ? `${facts.rule}|${identityOf(addressee)}` : key;

/**
 * Puts matters of one rule that go to the same addressee on one card, in the order of each card's first matter.
 *
 * @throws WallchartError BAD_INPUT for an addressee that a matter does not have
 */
export function planCards(candidates: readonly Candidate[], { addressees, separate }: CardPlanning): CardPlan[] {
  const chosen = candidates.map((matter) => ({ matter, addressee: addresseeOf(matter, addressees.get(matter.key)) }));
  const nameOf = ({ matter, addressee }: (typeof chosen)[number]): string =>
    separate ? matter.key : cardNameOf(matter, addressee);
  return [...Map.groupBy(chosen, nameOf).values()].map(([first, ...others]) => ({
    addressee: first!.addressee,
    matters: [first!.matter, ...others.map(({ matter }) => matter)],
  }));
}

function addresseeOf({ key, addressees }: Candidate, kind: AddresseeKind | undefined): Addressee {
  const found = kind === undefined ? addressees[0] : addressees.find((one) => one.kind === kind);
  if (found) return found;
  throw new WallchartError('BAD_INPUT', `addressees: ${key} has no ${kind}. 该事项没有这一收卡对象，请重新选择。`, {
    place: 'addressees',
    key,
  });
}
