import { bothLanguages } from '@wallchart/charts/terms';
import draft from './draft/messages.ts';
import sealed from './sealed/messages.ts';
import settings from './settings/messages.ts';

const messages = bothLanguages({
  'zh-CN': {
    circular: {
      list: '通报',
      listed: '已有通报',
      none: '还没有通报',
      noneHint: '选定统计截止日，点“起草”，系统按指标写出全文；改好后定稿编号。',
      title: '标题',
      unit: '单位',
      number: '文号',
      statusOf: '状态',
      when: '时间',
      status: { DRAFT: '草稿', SEALED: '已定稿', AMENDING: '更正稿' },
      editionNo: '第{n}版',
      sealedOn: '{moment} 定稿',
      changedOn: '{moment} 修改',
      since: '较上期 {day}',
      sinceNone: '没有上期',
      new: '起草新通报',
      newHint: '{unit}，截至{day}。正文和附件由指标生成，随后可以修改。',
      asOf: '统计截止日',
      language: '语言',
      write: '起草',
      writing: '正在起草…',
      twin: '同日已有草稿：',
      knownNowOnly: '通报按最新数据起草，不按页首选定的数据版本。',
      more: '更多选项',
      sections: '正文各部分',
      section: {
        OVERALL: '总体情况',
        PROGRESS: '各单位进展',
        MEASURES: '主要做法',
        PROBLEMS: '存在问题',
        REQUIREMENTS: '下一步要求',
      },
      noSection: '至少选一个部分。',
      previous: '上期统计截止日',
      previousHint: '不填：取上一份已定稿的通报，没有则取上月末。',
      replyDays: '报送整改情况的天数',
      ...draft['zh-CN'],
      ...sealed['zh-CN'],
      ...settings['zh-CN'],
    },
  },
  en: {
    circular: {
      list: 'Circulars',
      listed: 'Existing circulars',
      none: 'No circulars yet',
      noneHint:
        'Choose a cut-off date and select “Draft”. The text is written from the metrics. Edit it, then seal it to assign a number.',
      title: 'Title',
      unit: 'Unit',
      number: 'Number',
      statusOf: 'Status',
      when: 'When',
      status: { DRAFT: 'Draft', SEALED: 'Sealed', AMENDING: 'Correction draft' },
      editionNo: 'Edition {n}',
      sealedOn: 'Sealed {moment}',
      changedOn: 'Changed {moment}',
      since: 'since {day}',
      sinceNone: 'no earlier circular',
      new: 'New circular',
      newHint: '{unit}, as of {day}. The text and annexes are written from the metrics; you can edit them afterwards.',
      asOf: 'Cut-off date',
      language: 'Language',
      write: 'Draft',
      writing: 'Writing…',
      twin: 'A draft for that date already exists:',
      knownNowOnly: 'Circulars are drafted from the latest data, not from the version selected at the top of the page.',
      more: 'More options',
      sections: 'Sections',
      section: {
        OVERALL: 'Overall',
        PROGRESS: 'Progress by unit',
        MEASURES: 'Measures taken',
        PROBLEMS: 'Problems',
        REQUIREMENTS: 'Next steps required',
      },
      noSection: 'Select at least one section.',
      previous: 'Previous cut-off date',
      previousHint: 'Defaults to the last sealed circular, or to the end of the previous month.',
      replyDays: 'Days allowed to reply',
      ...draft.en,
      ...sealed.en,
      ...settings.en,
    },
  },
});

export default messages;

declare module '../../i18n/message-key.ts' {
  interface MessageSources {
    readonly circulars: typeof messages;
  }
}
