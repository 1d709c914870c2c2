import { bothLanguages } from '@wallchart/charts/terms';

/* Texts of the settings of an office that issues circulars. */
export default bothLanguages({
  'zh-CN': {
    office: '发文设置',
    officeOf: '{unit}的发文设置',
    officeHint: '起草新通报时按此填写；已起草、已定稿的不变。留空的项目按行政区划自动填写。',
    officeField: {
      issuer: '发文机关',
      issuerCode: '机关代字',
      addressees: '主送机关',
      copies: '抄送',
      printedBy: '印发机关',
    },
    officeExample: '文号样式：{number}',
    officeNone: '不用',
    officeDated: '成文日期',
    officeDates: { AUTO: '统计截止日后45天内取起草当日，否则取统计截止日', TODAY: '起草当日', CUT_OFF: '统计截止日' },
    officeSave: '保存设置',
    officeSaving: '正在保存…',
    officeCancel: '取消',
    officeKept: '{moment} 由{by}保存',
  },
  en: {
    office: 'Issuing settings',
    officeOf: 'Issuing settings of {unit}',
    officeHint:
      'New circulars start with these values; existing circulars do not change. Empty fields are filled in from the administrative divisions.',
    officeField: {
      issuer: 'Issuer',
      issuerCode: 'Issuer code',
      addressees: 'Addressees',
      copies: 'Copies to',
      printedBy: 'Printed by',
    },
    officeExample: 'Example number: {number}',
    officeNone: 'none',
    officeDated: 'Date',
    officeDates: {
      AUTO: 'The drafting date if within 45 days of the cut-off date, otherwise the cut-off date',
      TODAY: 'The drafting date',
      CUT_OFF: 'The cut-off date',
    },
    officeSave: 'Save settings',
    officeSaving: 'Saving…',
    officeCancel: 'Cancel',
    officeKept: 'Saved {moment} by {by}',
  },
});
