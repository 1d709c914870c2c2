import { CASE_NO, NOTE, codeOf, coded, column, count, countAtLeast, day, order, sheet, text } from './sheet-spec.ts';

export const cases = sheet({
  key: 'cases',
  zh: '台账',
  en: 'Ledger',
  scope: 'cases',
  effective: 'identified_on',
  columns: [
    CASE_NO,
    column('campaign', '批次', 'Campaign', codeOf('campaign')),
    column('unit_code', '单位代码', 'Unit code', codeOf('unit')),
    column('identified_on', '认定日期', 'Identified on', day, { target: 'effective_on' }),
    column('primary_cause', '主要情形', 'Primary cause', codeOf('cause')),
    column('other_causes', '其他情形', 'Other causes', { kind: 'cause-list' }, { optional: true, blank: '{}' }),
    column('deadline', '完成时限', 'Deadline', day, { optional: true }),
    column('symptoms', '具体表现', 'Symptoms', text(), { optional: true }),
    column('symptoms_en', '英文表现', 'Symptoms in English', text(), { optional: true }),
    column('aim', '整顿目标', 'Aim', text(), { optional: true }),
    column('relapse_of', '反弹自', 'Relapse of', codeOf('case'), { optional: true }),
  ],
  rules: [order('identified_on', 'deadline')],
});

export const transitions = sheet({
  key: 'transitions',
  zh: '进度',
  en: 'Progress',
  scope: 'of-case',
  effective: 'effective_on',
  columns: [
    CASE_NO,
    column('state', '状态', 'State', coded('caseState'), { identity: true }),
    column('effective_on', '日期', 'Date', day, { identity: true }),
    column('document_no', '文号', 'Document number', text(200), { optional: true }),
    NOTE,
  ],
});

export const measures = sheet({
  key: 'measures',
  zh: '措施',
  en: 'Measures',
  scope: 'of-case',
  effective: null,
  columns: [
    CASE_NO,
    column('no', '序号', 'No.', count(1), { identity: true }),
    column('area', '方面', 'Area', coded('area')),
    column('content', '内容', 'Content', text()),
    column('responsible', '责任人职务', 'Responsible post', text(200), { optional: true }),
    column('due_on', '完成时限', 'Due on', day, { optional: true }),
    column('done_on', '完成日期', 'Done on', day, { optional: true }),
  ],
});

export const contacts = sheet({
  key: 'contacts',
  zh: '挂钩联系',
  en: 'Contacts',
  scope: 'of-case',
  effective: 'since',
  columns: [
    CASE_NO,
    column('role', '角色', 'Role', coded('contactRole'), { identity: true }),
    column('holder', '职务或单位', 'Post or unit', text(200), { identity: true }),
    column('holder_en', '英文职务', 'Post in English', text(200), { optional: true }),
    column('since', '起', 'Since', day, { optional: true, target: 'effective_on' }),
    column('until', '止', 'Until', day, { optional: true }),
  ],
  rules: [order('since', 'until')],
});

export const visits = sheet({
  key: 'visits',
  zh: '走访',
  en: 'Visits',
  scope: 'of-case',
  effective: 'visited_on',
  columns: [
    CASE_NO,
    column('role', '角色', 'Role', coded('contactRole'), { identity: true }),
    column('visited_on', '日期', 'Date', day, { identity: true, target: 'effective_on' }),
    column('problems_found', '发现问题', 'Problems found', countAtLeast, { optional: true }),
    column('problems_solved', '解决问题', 'Problems solved', countAtLeast, { optional: true }),
    NOTE,
  ],
});

export const evaluations = sheet({
  key: 'evaluations',
  zh: '验收测评',
  en: 'Evaluations',
  scope: 'of-case',
  effective: 'evaluated_on',
  columns: [
    CASE_NO,
    column('kind', '类别', 'Kind', coded('evaluationKind'), { identity: true }),
    column('evaluated_on', '日期', 'Date', day, { identity: true, target: 'effective_on' }),
    column('issued', '发出', 'Issued', count(), { optional: true }),
    column('returned', '收回', 'Returned', count(), { optional: true }),
    column('satisfied', '满意', 'Satisfied', count(), { optional: true }),
    column('fairly', '基本满意', 'Fairly satisfied', count(), { optional: true }),
    column('dissatisfied', '不满意', 'Dissatisfied', count(), { optional: true }),
    column('score', '得分', 'Score', { kind: 'score' }, { optional: true }),
    column('grade', '等次', 'Grade', coded('grade'), { optional: true }),
  ],
  rules: [order('returned', 'issued', 'RETURNED_ABOVE_ISSUED')],
  sums: ['returned'],
});
