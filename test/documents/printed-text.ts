import type { Block, OfficialDocument, Run } from '@wallchart/server/src/rendering/document/official-document.ts';

const WORDS = {
  zh: {
    remark: '（标有◈的为说明性数据，原始材料没有给出。）',
    note: '◈ 说明性数据，原始材料没有给出。',
    annex: '附件',
    annexes: '附件',
    colon: '：',
    copies: '抄送：',
    stop: '。',
  },
  en: {
    remark: '(What is marked ◈ is illustrative: the source does not give it.)',
    note: '◈ Illustrative: the source does not give it.',
    annex: 'Annex',
    annexes: 'Annexes',
    colon: ':',
    copies: 'Copies to: ',
    stop: '.',
  },
} as const;

interface Told {
  /** With the words in the pictures. */
  readonly pictures: boolean;
  readonly day: string;
  readonly printed: string;
}

/** What a document says when it is read from beginning to end, without white space; said here a second time. */
export function printedText(document: OfficialDocument, { pictures, day, printed }: Told): string {
  const words = WORDS[document.lang];
  const several = document.annexes.length > 1;
  const block = (each: Block, annexTitle: string | null): string => {
    if ('runs' in each) return runs(each.runs);
    const caption = each.caption === annexTitle ? '' : each.caption;
    if (each.kind === 'picture') return `${pictures ? svgText(each.svg) : ''}${caption}${each.note ?? ''}`;
    const marked = each.rows.flat().some(({ illustrative }) => illustrative);
    const header = each.columns.map(({ title }) => title).join('');
    return `${caption}${header}${each.rows.map(runs).join('')}${each.note ?? ''}${marked ? words.note : ''}`;
  };
  const marked = document.blocks.some((each) => 'runs' in each && each.runs.some(({ illustrative }) => illustrative));
  const number = (index: number): string => (several ? String(index + 1) : '');
  return [
    document.masthead,
    document.number ?? '',
    document.title,
    document.addressees === null ? '' : `${document.addressees}${words.colon}`,
    ...document.blocks.map((each) => block(each, null)),
    document.annexes.length > 0 ? `${several ? words.annexes : words.annex}${words.colon}` : '',
    ...document.annexes.map(({ title }, index) => `${several ? `${index + 1}.` : ''}${title}`),
    document.issuer,
    day,
    marked ? words.remark : '',
    ...document.annexes.flatMap(({ title, blocks }, index) => [
      `${words.annex}${number(index)}${title}`,
      ...blocks.map((each) => block(each, title)),
    ]),
    document.imprint
      ? `${words.copies}${document.imprint.copies}${words.stop}${document.imprint.printedBy}${printed}`
      : '',
  ]
    .join('')
    .replaceAll(/\s/gu, '');
}

const runs = (all: readonly Run[]): string =>
  all.map(({ text, illustrative }) => `${text}${illustrative ? '◈' : ''}`).join('');

const svgText = (svg: string): string =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, text]) => text).join('');
