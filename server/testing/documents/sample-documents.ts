import { SANS } from '../../src/rendering/fonts.ts';
import type { Block, OfficialDocument, Run } from '../../src/rendering/document/official-document.ts';

const figure = (key: string, text: string, definition: string): Run => ({ text, figure: { key, definition } });
const words = (text: string): Run => ({ text });

/** Bars with words in both scripts; what a chart is made of, without the charts. */
export const samplePicture = (title: string): string => {
  const bars = [93, 88, 75, 61, 40].map(
    (share, index) =>
      `<rect x="120" y="${30 + index * 34}" width="${share * 4}" height="20" fill="#2f5d8a"/>` +
      `<text x="112" y="${45 + index * 34}" text-anchor="end" font-size="12">榜头镇 ${index + 1}</text>` +
      `<text x="${126 + share * 4}" y="${45 + index * 34}" font-size="12">${share}%</text>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="590" height="220" viewBox="0 0 590 220" font-family="${SANS}, sans-serif">` +
    `<rect width="590" height="220" fill="#ffffff"/><text x="0" y="16" font-size="14">${title}</text>${bars.join('')}</svg>`
  );
};

const paragraph = (...runs: readonly Run[]): Block => ({ kind: 'paragraph', runs });
const heading = (level: 1 | 2 | 3 | 4, text: string): Block => ({ kind: 'heading', level, runs: [words(text)] });

const TOWNS = [
  '鲤城街道',
  '鲤南镇',
  '榜头镇',
  '枫亭镇',
  '盖尾镇',
  '郊尾镇',
  '度尾镇',
  '赖店镇',
  '园庄镇',
  '大济镇',
] as const;

const villageRows = (count: number): Run[][] =>
  Array.from({ length: count }, (_, index) => [
    words(String(index + 1)),
    words(`${TOWNS[index % TOWNS.length]}未具名村${String(index + 1).padStart(2, '0')}党支部`),
    words(index % 3 === 0 ? '班子配备不齐；无活动场所或场所危旧狭小' : '集体经济薄弱'),
    { ...figure(`row.${index}.days`, String(12 + index), '截至统计日的逾期天数'), illustrative: index === 4 },
    words(index % 4 === 0 ? '未销号' : '已销号'),
  ]);

const ZH_TEXT =
  '各乡镇党委坚持问题导向，按照“有人管事、有址议事、有钱办事、有章理事”的要求，逐村分析症结、逐村制定方案、逐村明确责任，' +
  '县四套班子成员挂钩联系，县直单位结对帮扶，每月到村不少于3次，每次帮助解决1至2个实际问题，整顿工作取得阶段性成效。';

/** The July circular of the sample county, four pages and more. */
export const zhCircular: OfficialDocument = {
  lang: 'zh',
  draft: false,
  masthead: '中共仙游县委组织部文件',
  number: '仙委组〔2014〕12号',
  title: '关于全县软弱涣散基层党组织整顿工作进展情况的通报',
  addressees: '各乡镇党委、鲤城街道党工委，县直各挂钩单位',
  blocks: [
    paragraph(
      words('根据县委统一部署，现将截至'),
      figure('as-of', '7月31日', '统计截止日'),
      words('全县软弱涣散基层党组织整顿工作进展情况通报如下。'),
    ),
    heading(1, '一、总体情况'),
    paragraph(
      words('截至7月31日，全县排查确定软弱涣散基层党组织'),
      figure('identified', '37', '认定的软弱涣散基层党组织数，含村和社区，按认定日期计入'),
      words('个（村'),
      figure('identified.villages', '34', '其中：村'),
      words('个、社区'),
      figure('identified.communities', '3', '其中：社区'),
      words('个），已完成整顿'),
      figure('rectified', '32', '已销号及其后各状态的党组织数'),
      words('个，占'),
      figure('rectified.share', '86.5%', '已完成整顿数除以认定数'),
      words('；尚未完成'),
      figure('outstanding', '5', '认定数减已完成整顿数'),
      words('个。需新建、改扩建、修缮活动场所10个，概算'),
      { ...figure('venue.cost', '185.40', '活动场所建设概算合计，万元'), illustrative: true },
      words('万元。'),
    ),
    heading(2, '（一）领导力量进一步加强'),
    paragraph(words(ZH_TEXT)),
    heading(3, '1. 配强村级班子'),
    paragraph(words(`全县调整班子成员14人，选派10名村干部到先进村跟班学习。${ZH_TEXT}`)),
    heading(4, '（1）选派第一书记'),
    paragraph(words(ZH_TEXT)),
    {
      kind: 'picture',
      caption: '各乡镇完成率',
      description: '五个乡镇的完成率，榜头镇最高，93%',
      svg: samplePicture('完成率 (%)'),
      note: '数据截至2014年7月31日。',
    },
    heading(1, '二、存在问题'),
    paragraph(words(`一是进展不平衡。${ZH_TEXT}`)),
    paragraph(words(`二是经费缺口大。${ZH_TEXT}`)),
    {
      kind: 'table',
      caption: '表1　尚未完成整顿的党组织',
      columns: [
        { title: '乡镇', align: 'left', share: 2 },
        { title: '认定数', align: 'right', share: 1 },
        { title: '已完成', align: 'right', share: 1 },
        { title: '完成率', align: 'right', share: 1 },
      ],
      rows: [
        [words('全县'), figure('t.identified', '37', '认定数'), words('32'), words('86.5%')],
        [words('鲤南镇'), words('3'), words('2'), words('66.7%')],
        [words('西苑乡'), words('–'), words('–'), words('–')],
      ],
      totals: [0],
      note: '“–”表示该乡镇没有列入整顿的党组织。',
    },
    heading(1, '三、下一步要求'),
    paragraph(words(`请于8月10日前报送整改情况。${ZH_TEXT}`)),
  ],
  annexes: [
    {
      title: '软弱涣散基层党组织整顿情况一览表',
      blocks: [
        {
          kind: 'table',
          caption: '软弱涣散基层党组织整顿情况一览表',
          columns: [
            { title: '序号', align: 'center', share: 1 },
            { title: '党组织', align: 'left', share: 5 },
            { title: '主要原因', align: 'left', share: 5 },
            { title: '逾期天数', align: 'right', share: 2 },
            { title: '状态', align: 'center', share: 2 },
          ],
          rows: villageRows(60),
          note: null,
        },
      ],
    },
    {
      title: '各乡镇完成率',
      blocks: [
        {
          kind: 'picture',
          caption: '各乡镇完成率',
          description: '五个乡镇的完成率',
          svg: samplePicture('完成率 (%)'),
          note: null,
        },
      ],
    },
  ],
  issuer: '中共仙游县委组织部',
  issuedOn: '2014-07-31',
  imprint: {
    copies: '市委组织部，县委、县政府领导同志，县委各部门，县直各单位',
    printedBy: '中共仙游县委组织部办公室',
    printedOn: '2014-07-31',
  },
  properties: {
    subject: '软弱涣散基层党组织整顿',
    keywords: ['通报', '整顿'],
    createdAt: '2014-07-31T17:20:00+08:00',
    digest: '7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069',
  },
};

const EN_TEXT =
  'Town committees analysed each organisation, drew up a plan for each and named who answers for it. County leaders keep ' +
  'contact, county units are twinned with villages, and each contact leader visits at least three times a month and ' +
  'solves one or two problems a time.';

export const enCircular: OfficialDocument = {
  ...zhCircular,
  lang: 'en',
  masthead: 'Organisation Department of the Xianyou County Committee',
  number: 'No. 12 [2014]',
  title: 'Circular on the Progress of Rectifying Weak and Lax Grass-roots Party Organisations in the County',
  addressees: 'To all town committees, the Licheng street committee and the county units that keep contact',
  blocks: [
    paragraph(words('This circular states the progress as of '), figure('as-of', '31 July', 'Cut-off day'), words('.')),
    heading(1, 'I. Overview'),
    paragraph(
      words('The county identified '),
      figure('identified', '37', 'Organisations identified as weak and lax'),
      words(' organisations, of which '),
      figure('rectified', '32', 'Struck off and later'),
      words(' are rectified ('),
      figure('rectified.share', '86.5%', 'Rectified divided by identified'),
      words('). Venues cost '),
      { ...figure('venue.cost', '1,854,000 yuan', 'Estimated cost of venues'), illustrative: true },
      words('.'),
    ),
    heading(2, '(1) Stronger leadership'),
    paragraph(words(EN_TEXT)),
    heading(3, '1. Teams completed'),
    paragraph(words(`${EN_TEXT} ${EN_TEXT}`)),
    heading(4, '(a) First secretaries'),
    paragraph(words(EN_TEXT)),
    {
      kind: 'picture',
      caption: 'Rate by town',
      description: 'Rates of five towns',
      svg: samplePicture('Rate (%)'),
      note: 'As of 31 July 2014.',
    },
    heading(1, 'II. Problems'),
    paragraph(words(`${EN_TEXT} ${EN_TEXT} ${EN_TEXT}`)),
    paragraph(words(`${EN_TEXT} ${EN_TEXT}`)),
    heading(1, 'III. Requirements'),
    paragraph(words(`Report by 10 August. ${EN_TEXT}`)),
  ],
  annexes: [
    {
      title: 'Organisations and their state',
      blocks: [
        {
          kind: 'table',
          caption: 'Organisations and their state',
          columns: [
            { title: 'No.', align: 'center', share: 1 },
            { title: 'Organisation', align: 'left', share: 5 },
            { title: 'Main cause', align: 'left', share: 4 },
            { title: 'Days overdue', align: 'right', share: 2 },
            { title: 'State', align: 'center', share: 2 },
          ],
          rows: villageRows(60).map(([no, , , days]) => [
            no!,
            words(`Unnamed village ${no!.text}`),
            words('Weak collective economy'),
            days!,
            words('Rectifying'),
          ]),
          note: null,
        },
      ],
    },
  ],
  issuer: 'Organisation Department of the Xianyou County Committee',
  imprint: {
    copies: 'the municipal Organisation Department; leaders of the county',
    printedBy: 'General Office of the Organisation Department',
    printedOn: '2014-07-31',
  },
};

/** One page, in the letter's form. */
export const zhLetter: OfficialDocument = {
  ...zhCircular,
  form: 'letter',
  masthead: '中共仙游县委组织部',
  number: '仙委组提〔2014〕3号',
  title: '整顿工作提醒卡',
  addressees: '园庄镇党委',
  blocks: [
    paragraph(
      words('你镇六户村党支部整顿期限为2014年6月30日，截至7月31日已逾期'),
      figure('days', '31', '逾期天数'),
      words('天，仍未销号。'),
    ),
    paragraph(words('请于8月10日前书面报送整改情况。')),
  ],
  annexes: [],
  imprint: null,
};
