import type { OfficialDocument } from '../../../rendering/document/official-document.ts';
import type { Subject } from '../../circulars/index.ts';
import type { CardPlan } from '../plan-reminders.ts';
import { ruleOf } from '../rules/index.ts';
import { nameFor, whomOf } from './whom.ts';

/** What a card shows besides its matters. */
export interface CardHead {
  readonly issuer: string;
  readonly issuedOn: string;
  readonly replyBy: string;
  /** Null for a preview, which is marked as a draft. */
  readonly number: string | null;
  /** ISO moment that the file carries. */
  readonly createdAt: string;
}

export const TITLE = { zh: '提醒卡', en: 'Reminder' } as const;

/** A reminder card as an official document, in the form of a letter of one page (GB/T 9704-2012, 10.1); a list of matters is its annex. */
export function cardDocument(subject: Subject, plan: CardPlan, head: CardHead): OfficialDocument {
  const { lang, asOf, campaign } = subject;
  const { addressee, matters } = plan;
  const name = lang === 'zh' ? campaign.nameZh : (campaign.nameEn ?? campaign.nameZh);
  const { facts } = matters[0];
  const rule = ruleOf(facts.rule);
  return {
    lang,
    form: 'letter',
    masthead: head.issuer,
    draft: head.number === null,
    number: head.number,
    title: TITLE[lang],
    addressees: addressee.post,
    ...(addressee.illustrative ? { addresseesIllustrative: true } : {}),
    ...textsOf(subject, plan, head, name),
    issuer: head.issuer,
    issuedOn: head.issuedOn,
    imprint: null,
    properties: {
      subject: `${rule.label[lang]} · ${organisationsOf(
        matters.map(({ organisation }) => organisation.text),
        lang,
      )} · ${asOf}`,
      keywords: [TITLE[lang], name, facts.rule],
      createdAt: head.createdAt,
      digest: null,
    },
  };
}

function textsOf(
  { lang, asOf }: Subject,
  plan: CardPlan,
  { replyBy }: CardHead,
  campaign: string,
): Pick<OfficialDocument, 'blocks' | 'annexes'> {
  const { addressee, matters } = plan;
  const { facts } = matters[0];
  const { write, writeList } = ruleOf(facts.rule);
  const wording = { lang, asOf, replyBy, campaign, whom: whomOf(plan, lang), to: addressee.kind };
  if (matters.length === 1 || !writeList) return { blocks: write({ ...wording, facts }), annexes: [] };
  const rows = matters.map((matter) => ({ name: nameFor(addressee, matter, lang), facts: matter.facts }));
  const { blocks, title, table } = writeList({ ...wording, rows });
  return { blocks, annexes: [{ title, blocks: [{ kind: 'table', caption: title, ...table }] }] };
}

/** 游洋镇鲁头村, or 游洋镇鲁头村等3个. */
export function organisationsOf(names: readonly string[], lang: Subject['lang']): string {
  const [first = ''] = names;
  if (names.length < 2) return first;
  return lang === 'zh' ? `${first}等${names.length}个` : `${first} and ${names.length - 1} more`;
}
