/* Texts of the settings of an office that issues circulars. */
export default {
  'zh-CN': {
    office: '发文设置',
    officeOf: '{unit}的发文设置',
    officeHint: '起草新通报时照此填写；已起草、已定稿的不变。留空的项目按行政区划自动填写。',
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
    officeDates: { AUTO: '截止日后45天内取起草当日，否则取统计截止日', TODAY: '起草当日', CUT_OFF: '统计截止日' },
    officeSave: '保存设置',
    officeSaving: '正在保存…',
    officeCancel: '取消',
    officeKept: '{moment} 由{by}保存',
  },
  en: {
    office: 'Settings of the office',
    officeOf: 'What circulars of {unit} start with',
    officeHint:
      'New circulars start with these; those that are written stay as they are. What is left empty is filled in from the divisions.',
    officeField: {
      issuer: 'Issuer',
      issuerCode: 'Code of the issuer',
      addressees: 'Addressees',
      copies: 'Copies to',
      printedBy: 'Printed by',
    },
    officeExample: 'A number: {number}',
    officeNone: 'none',
    officeDated: 'Date',
    officeDates: {
      AUTO: 'The day of writing within 45 days of the cut-off, else the cut-off',
      TODAY: 'The day of writing',
      CUT_OFF: 'The cut-off',
    },
    officeSave: 'Save the settings',
    officeSaving: 'Saving…',
    officeCancel: 'Cancel',
    officeKept: 'Saved {moment} by {by}',
  },
};
