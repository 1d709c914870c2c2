import { documentToDocx, readDocx } from '../../src/rendering/document/index.ts';
import type { OfficialDocument, Run } from '../../src/rendering/document/official-document.ts';
import { samplePicture } from '../documents/sample-documents.ts';
import { checkDocument } from '../../src/features/circulars/checking/check-document.ts';
import type { Finding } from '../../src/features/circulars/checking/check-report.ts';
import type { Expected } from '../../src/features/circulars/checking/expected.ts';
import { pictureKeys } from '../../src/features/circulars/checking/picture-keys.ts';
import { sealedText } from '../../src/features/circulars/checking/sealed-text.ts';
import { editDocx } from './edit-docx.ts';

const figure = (key: string, text: string): Run => ({ text, figure: { key, definition: key } });
const words = (text: string): Run => ({ text });
const cells = (...texts: string[]): Run[] => texts.map(words);

const FIGURES: readonly Pick<Expected, 'key' | 'text' | 'value'>[] = [
  { key: 'asOf', text: '2014年7月31日', value: '2014-07-31' },
  { key: 'identified', text: '37', value: '37' },
  { key: 'rectified', text: '32', value: '32' },
  { key: 'rate', text: '86.5%', value: '0.8648648649' },
  { key: 'names', text: '榜头镇、平和镇、鲤南镇', value: null },
  { key: 'cadres', text: '500余', value: '500' },
  { key: 'petitions', text: '11', value: '11' },
  { key: 'gap', text: '43万元', value: '430000' },
  { key: 'town', text: '3', value: '3' },
];
const of = (key: string): Run => figure(key, FIGURES.find((one) => one.key === key)!.text);

/** A small circular with all that a check looks at. */
export const circular: OfficialDocument = {
  lang: 'zh',
  draft: false,
  masthead: '中共仙游县委组织部文件',
  number: '仙委组〔2014〕1号',
  title: '关于整顿工作7月份进展情况的通报',
  addressees: '各乡镇党委',
  blocks: [
    { kind: 'heading', level: 1, runs: [words('一、总体情况')] },
    {
      kind: 'paragraph',
      runs: [
        words('截至'),
        of('asOf'),
        words('，全县排查确定'),
        of('identified'),
        words('个，已完成整顿'),
        of('rectified'),
        words('个，占'),
        of('rate'),
        words('。'),
        of('names'),
        words('低于平均水平。'),
      ],
    },
    { kind: 'paragraph', runs: [words('从主要情形看，信访矛盾集中'), of('petitions'), words('个，班子配备不齐9个。')] },
    { kind: 'paragraph', runs: [words('储备后备干部'), of('cadres'), words('名，资金缺口'), of('gap'), words('。')] },
    { kind: 'heading', level: 1, runs: [words('二、下一步要求')] },
    { kind: 'paragraph', runs: [words('要健全长效机制，防止反弹。挂钩领导要按规定次数走访。')] },
  ],
  annexes: [
    {
      title: '进展情况表',
      blocks: [
        {
          kind: 'table',
          caption: '进展情况表',
          columns: ['位次', '乡镇', '认定数'].map((title) => ({ title, align: 'left', share: 1 })),
          rows: [[...cells('1', '榜头镇'), of('town')], cells('2', '鲤南镇', '2'), cells('-', '赖店镇', '0')],
          note: '并列者同名次。',
        },
      ],
    },
    {
      title: '进度',
      blocks: [
        {
          kind: 'picture',
          caption: '当前比倒排进度快2个',
          description: '进度图',
          svg: samplePicture('进度'),
          note: null,
        },
        { kind: 'picture', caption: '各镇', description: '各镇图', svg: samplePicture('各镇 93'), note: null },
      ],
    },
  ],
  issuer: '中共仙游县委组织部',
  issuedOn: '2014-07-31',
  imprint: { copies: '县委领导', printedBy: '组织部办公室', printedOn: '2014-07-31' },
  properties: { subject: '', keywords: [], createdAt: '2014-07-31T17:20:00+08:00', digest: null },
};

/** What its figures should say. */
export const expected = FIGURES.map((one): Expected => ({
  ...one,
  isList: one.key === 'names',
  place: `place of ${one.key}`,
  obsolete: null,
}));

/** Checks files against it as it was printed. */
export async function checkedCircular() {
  const docx = await documentToDocx(circular);
  const check = async (file: Uint8Array, figures = expected): Promise<Finding[]> => {
    const [original, read] = [await readDocx(docx), await readDocx(file)];
    const key = await pictureKeys(original, read);
    return [...checkDocument(read, sealedText(original, 'zh', figures, key), key).findings];
  };
  const edited = (...edits: ((xml: string) => string)[]): Promise<Finding[]> =>
    check(editDocx(docx, (xml) => edits.reduce((text, edit) => edit(text), xml)));
  return { docx, check, edited };
}

export const short = (findings: readonly Finding[]): string[] =>
  findings.map(({ weight, kind, says, shouldSay }) => `${weight} ${kind} ${says} | ${shouldSay}`);
