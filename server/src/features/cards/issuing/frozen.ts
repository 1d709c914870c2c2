import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { WallchartError } from '../../../errors.ts';
import type { Bundle, OfficialDocument } from '../../../exports/document/official-document.ts';
import type { Lang } from '../../../graph/enums.ts';
import type { Facts, Recipient, ReminderRuleId } from '../rules/index.ts';
import { TITLE } from '../writing/card-document.ts';

/** Everything that an issued card says and rests on. What it prints is `document`, in which nothing is left to resolve. */
export interface FrozenCard {
  readonly format: 1;
  readonly number: string;
  readonly campaign: string;
  /** Unit that the card was looked for in. */
  readonly scope: string;
  readonly unit: string;
  readonly caseNo: string | null;
  readonly rule: ReminderRuleId;
  readonly lang: Lang;
  readonly asOf: string;
  readonly knownAt: string;
  /** Units stand where they stood on the cut-off. */
  readonly tree: 'then';
  readonly issuer: string;
  readonly issuedOn: string;
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly replyBy: string;
  readonly organisation: string;
  readonly recipient: Recipient;
  readonly facts: Facts;
  /** The figure it rests on, and the digest of its declaration and SQL. */
  readonly metric: { readonly id: string; readonly digest: string };
  /** Without its own digest. */
  readonly document: OfficialDocument;
}

/** A card as canonical JSON (RFC 8785) and its SHA-256, hex. */
export function freezeCard(card: FrozenCard): { readonly text: string; readonly digest: string } {
  const text = canonicalize(card);
  if (text === undefined) throw new WallchartError('INTERNAL', 'The content of a card cannot be written as JSON.');
  return { text, digest: createHash('sha256').update(text).digest('hex') };
}

export const thawCard = (text: string): FrozenCard => JSON.parse(text) as FrozenCard;

/** The issued document with the digest of what it was made from. */
export const documentOfCard = ({ document }: FrozenCard, digest: string): OfficialDocument => ({
  ...document,
  properties: { ...document.properties, digest },
});

/** Cards as one file, each on its own page. Its digest is over those of the cards. */
export function bundleOf(cards: readonly OfficialDocument[]): Bundle {
  const [first] = cards;
  const { lang } = first!;
  const digests = cards.flatMap(({ properties }) => properties.digest ?? []);
  return {
    title: TITLE[lang],
    documents: cards,
    properties: {
      ...first!.properties,
      subject: first!.properties.keywords[1] ?? '',
      keywords: [TITLE[lang]],
      digest: digests.length < cards.length ? null : createHash('sha256').update(digests.join('\n')).digest('hex'),
    },
  };
}
