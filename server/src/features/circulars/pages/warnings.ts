import type { Lang } from '../../../domain/text.ts';
import { printedTexts } from '../../../rendering/document/printed-texts.ts';
import { codePointOf, missingIn } from '../../../rendering/face-runs.ts';
import type { CircularRow, DraftRow } from '../circular.store.ts';
import type { CircularWarning, ConcernName } from '../circular.types.ts';
import type { BodyNode, CircularContent } from '../content/content.ts';
import type { Contradiction } from './contradictions.ts';
import type { DraftPage } from './draft-page.ts';

const MESSAGES: Readonly<Record<ConcernName, { readonly zh: string; readonly en: string }>> = {
  NO_DATA: { zh: '没有数据，请改写句子或换一个数字。', en: 'No data. Reword the sentence or insert another figure.' },
  NEGATIVE: { zh: '为负数，请检查句子是否通顺。', en: 'Negative. Check that the sentence still makes sense.' },
  EMPTY_LIST: { zh: '名单为空，请删去这一句。', en: 'The list is empty. Remove the sentence.' },
  NO_PREVIOUS: { zh: '没有上期，请删去这一句。', en: 'There is no previous circular. Remove the sentence.' },
  UNKNOWN_CASE: {
    zh: '台账中没有这个编号，请换一个数字。',
    en: 'This case is not in the ledger. Insert another figure.',
  },
  CASE_RECTIFIED: {
    zh: '该党组织已完成整顿，请删去这一句，或写明已销号。',
    en: 'The organisation is now rectified. Remove the sentence, or say that it is signed off.',
  },
  NOT_ENTERED: {
    zh: '只含已登记的，请补登记，或在文中注明：',
    en: 'Includes only recorded entries. Enter the rest, or say so in the text: ',
  },
  ILLUSTRATIVE: {
    zh: '含说明性数据，印出时带◈并加注。',
    en: 'Contains illustrative data, printed with ◈ and a note.',
  },
  UNBOUND_NUMBER: {
    zh: '正文中有手工录入的数字，不随数据更新，也不核对：',
    en: 'Typed numbers are not updated or checked: ',
  },
  NO_LONGER_HOLDS: {
    zh: '这一句与最新数据不符，请改写或删去：',
    en: 'Written from earlier data and no longer true. Reword or remove it: ',
  },
  PLAN_PASSED: {
    zh: '计划时间已过，请登记为已举行或取消，未写入通报：',
    en: 'The planned date has passed. Record these as held or cancelled; they are left out: ',
  },
  LEFT_OUT: {
    zh: '没有登记通报用语，未写入通报：',
    en: 'Left out because no sentence to print is entered: ',
  },
  NO_ENGLISH: {
    zh: '没有登记英文：',
    en: 'No English text is entered, so these are left out or stay in Chinese: ',
  },
  ISSUED_BEFORE_CUT_OFF: { zh: '成文日期早于统计截止日。', en: 'The date is earlier than the cut-off date.' },
  NO_GLYPH: {
    zh: '随本系统提供的字体没有以下字符，PDF和图表可能印不出来，请换字或改用Word文件印制：',
    en: 'The bundled fonts lack these characters, so PDF and charts may omit them: ',
  },
};

/** Why a sentence keeps the text from being sealed. */
export const reasonOf = ({ code, sentence }: Contradiction, lang: Lang): string => {
  const words = MESSAGES[code][lang];
  return /[：:] ?$/.test(words)
    ? `${words}${quote(sentence, lang)}`
    : `${quote(sentence, lang)}${lang === 'zh' ? '' : ' '}${words}`;
};

const quote = (sentence: string, lang: Lang): string => (lang === 'zh' ? `“${sentence}”` : `"${sentence}"`);

/**
 * What a clerk should check before the draft is sent.
 *
 * @param names of the campaign; a year in them is no figure
 */
export async function warningsOf(
  { lang, asOf, draft }: Pick<CircularRow, 'lang' | 'asOf'> & { readonly draft: Pick<DraftRow, 'content'> | null },
  names: readonly string[],
  { figures, document, contradictions, gaps }: Omit<DraftPage, 'erratum'>,
): Promise<CircularWarning[]> {
  if (!draft) return [];
  const { content } = draft;
  const warn = (code: ConcernName, key: string | null, paragraph: number | null, more = ''): CircularWarning => ({
    code,
    message: `${MESSAGES[code][lang]}${more}`,
    key,
    paragraph,
    blocks: false,
  });
  const blocking = contradictions.map((contradiction): CircularWarning => {
    const { code, key, paragraph } = contradiction;
    return { code, message: reasonOf(contradiction, lang), key, paragraph, blocks: true };
  });
  const told = new Set(contradictions.map(({ code, paragraph }) => `${code} ${paragraph}`));
  const inText = paragraphsByKey(content);
  const concerns = figures.flatMap(({ key, concern, lacking }) =>
    concern && inText.has(key) && !told.has(`${concern} ${inText.get(key)}`)
      ? [warn(concern, key, inText.get(key) ?? null, lacking ?? '')]
      : [],
  );
  const unbound = content.body.content.flatMap((node, i) => {
    const numbers = typedNumbers(node, names);
    return numbers.length > 0 ? [warn('UNBOUND_NUMBER', null, i + 1, numbers.join(lang === 'zh' ? '、' : ', '))] : [];
  });
  const missing = await missingIn(printedTexts(document), 'serif');
  const characters = missing.map((one) =>
    lang === 'zh' ? `${one}（${codePointOf(one)}）` : `${one} (${codePointOf(one)})`,
  );
  return [
    ...blocking,
    ...(content.issuedOn < asOf ? [warn('ISSUED_BEFORE_CUT_OFF', null, null)] : []),
    ...concerns,
    ...unbound,
    ...gaps.map(({ code, about }) => warn(code, null, null, about.join(lang === 'zh' ? '；' : '; '))),
    ...(missing.length > 0 ? [warn('NO_GLYPH', null, null, characters.join(lang === 'zh' ? '、' : ', '))] : []),
    ...(figures.some(({ illustrative }) => illustrative) ? [warn('ILLUSTRATIVE', null, null)] : []),
  ];
}

function paragraphsByKey({ body }: CircularContent): ReadonlyMap<string, number> {
  return new Map(
    body.content.flatMap(({ content = [] }, i) =>
      content.flatMap((node) => (node.type === 'figure' ? [[node.attrs.key, i + 1] as const] : [])),
    ),
  );
}

const NUMBER = /[0-9０-９]+(?:[.,．][0-9０-９]+)*[%％]?/g;

/** Numbers in words that a clerk typed; the ordinal that a paragraph opens with is none. */
const typedNumbers = ({ content = [] }: BodyNode, names: readonly string[]): string[] =>
  content.flatMap((node, i) => {
    if (node.type === 'figure') return [];
    const words = i === 0 ? node.text.replace(/^[（(]?\d{1,2}[)）.．]/, '') : node.text;
    return names.reduce((text, name) => text.replaceAll(name, ''), words).match(NUMBER) ?? [];
  });
