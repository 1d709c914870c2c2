import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { Lang } from '../../../domain/text.ts';
import { WallchartError } from '../../../domain/errors.ts';
import type { Bundle, OfficialDocument } from '../../../rendering/document/official-document.ts';
import type { Facts, Addressee, ReminderRuleId } from '../rules/index.ts';
import { TITLE } from '../writing/card-document.ts';

/** Everything that an issued card says and rests on. What it prints is `document`, in which nothing is left to resolve. */
export interface FrozenCard {
  readonly format: 2;
  readonly number: string;
  readonly campaign: string;
  /** Unit that the card was looked for in. */
  readonly scope: string;
  /** What it is about, in the order of its list. */
  readonly matters: readonly [FrozenMatter, ...FrozenMatter[]];
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
  /** The addressee, under the name that it is sealed with. */
  readonly recipient: FrozenAddressee;
  /** The figure it rests on, in its version; earlier releases kept no revision, and a hash of its SQL for the digest. */
  readonly metric: { readonly id: string; readonly revision?: number; readonly digest: string };
  /** Without its own digest. */
  readonly document: OfficialDocument;
}

/** An organisation, or a unit that owes reports, with the facts that the card tells of it. */
export interface FrozenMatter {
  readonly unit: string;
  readonly caseNo: string | null;
  readonly organisation: string;
  readonly facts: Facts;
}

/** Cards of format 1 do not tell the addressee's part in the matter. */
type FrozenAddressee = Pick<Addressee, 'post' | 'illustrative'> & Partial<Pick<Addressee, 'kind'>>;

/** Format 1 had one matter. */
type FrozenBefore = Omit<FrozenCard, 'format' | 'matters'> & FrozenMatter & { readonly format: 1 };

/** A card as canonical JSON (RFC 8785) and its SHA-256, hex. */
export function serializeIssuedCard(card: FrozenCard): { readonly text: string; readonly digest: string } {
  const text = canonicalize(card);
  if (text === undefined) throw new WallchartError('INTERNAL', 'The content of a card cannot be written as JSON.');
  return { text, digest: createHash('sha256').update(text).digest('hex') };
}

export function parseIssuedCard(text: string): FrozenCard {
  const card = JSON.parse(text) as FrozenCard | FrozenBefore;
  if (card.format === 2) return card;
  const { unit, caseNo, organisation, facts, ...rest } = card;
  return { ...rest, format: 2, matters: [{ unit, caseNo, organisation, facts }] };
}

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
