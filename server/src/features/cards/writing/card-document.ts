import type { OfficialDocument } from '../../../exports/document/official-document.ts';
import type { Subject } from '../../circulars/index.ts';
import { ruleOf, type Candidate } from '../rules/index.ts';
import { whomOf } from './whom.ts';

/** What a card bears besides its matter. */
export interface CardHead {
  readonly issuer: string;
  readonly issuedOn: string;
  readonly replyBy: string;
  /** Null for a preview, which is marked as a draft. */
  readonly number: string | null;
  /** ISO moment that the file bears. */
  readonly createdAt: string;
}

export const TITLE = { zh: '提醒卡', en: 'Reminder' } as const;

/** A reminder card as an official document of one page, in the form of a letter (GB/T 9704-2012, 10.1). */
export function cardDocument(subject: Subject, candidate: Candidate, head: CardHead): OfficialDocument {
  const { lang, asOf, campaign } = subject;
  const { recipient, organisation, facts } = candidate;
  const name = lang === 'zh' ? campaign.nameZh : (campaign.nameEn ?? campaign.nameZh);
  const rule = ruleOf(facts.rule);
  const blocks = rule.write({
    lang,
    asOf,
    replyBy: head.replyBy,
    campaign: name,
    whom: whomOf(candidate, lang),
    as: recipient.as,
    facts,
  });
  return {
    lang,
    form: 'letter',
    masthead: head.issuer,
    draft: head.number === null,
    number: head.number,
    title: TITLE[lang],
    addressees: recipient.post,
    ...(recipient.illustrative ? { addresseesIllustrative: true } : {}),
    blocks,
    annexes: [],
    issuer: head.issuer,
    issuedOn: head.issuedOn,
    imprint: null,
    properties: {
      subject: `${rule.label[lang]} · ${organisation.text} · ${asOf}`,
      keywords: [TITLE[lang], name, facts.rule],
      createdAt: head.createdAt,
      digest: null,
    },
  };
}
