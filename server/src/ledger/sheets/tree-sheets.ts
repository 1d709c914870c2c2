import { CAMPAIGN, codeOf, coded, column, count, day, order, sheet, text } from './sheet-spec.ts';

/** The dated tree: one row a version of a unit; blank dates are open ends. */
export const units = sheet({
  key: 'units',
  zh: '单位',
  en: 'Units',
  table: 'org_unit_version',
  scope: 'units',
  effective: null,
  columns: [
    column('code', '代码', 'Code', codeOf('unit'), { identity: true }),
    column('name', '名称', 'Name', text(200)),
    column('kind', '类型', 'Kind', coded('unitKind')),
    // blank only at the top of an office's tree: checked with the rest of the tree
    column('parent_code', '上级代码', 'Parent code', codeOf('unit'), { optional: true }),
    column('valid_from', '启用日期', 'Valid from', day, { optional: true, identity: true, blank: '-infinity' }),
    column('valid_to', '撤销日期', 'Valid to', day, { optional: true }),
    column('population', '人口', 'Population', count(), { optional: true }),
    column('members', '党员数', 'Party members', count(), { optional: true }),
  ],
  rules: [order('valid_from', 'valid_to', 'DATES_OUT_OF_ORDER', true)],
});

export const campaigns = sheet({
  key: 'campaigns',
  zh: '整顿批次',
  en: 'Campaigns',
  table: 'campaign_version',
  scope: 'campaigns',
  effective: 'start_on',
  columns: [
    CAMPAIGN,
    column('unit_code', '单位代码', 'Unit code', codeOf('unit')),
    column('name_zh', '名称', 'Name', text(200)),
    column('name_en', '英文名称', 'English name', text(200), { optional: true }),
    column('start_on', '开始日期', 'Start', day),
    column('deadline', '完成期限', 'Deadline', day, { optional: true }),
    column('rectified_from', '计为完成的状态', 'Counts as rectified from', coded('rectifiedFrom'), {
      optional: true,
      blank: 'struck_off',
    }),
    column('declared_villages', '申报村数', 'Declared villages', count(), { optional: true }),
    column('declared_communities', '申报社区数', 'Declared communities', count(), { optional: true }),
    column('village_quota', '倒排村比例下限', 'Village quota', { kind: 'percent' }, { optional: true }),
    column('community_quota', '倒排社区比例下限', 'Community quota', { kind: 'percent' }, { optional: true }),
    column('visits_per_month', '每月走访次数', 'Visits a month', count(), { optional: true }),
    column(
      'checklist',
      '落实清单',
      'Checklist',
      { kind: 'coded-list', list: 'checklist' },
      {
        optional: true,
        blank: '{ledger,unit,leader,measures,working_group}',
      },
    ),
  ],
  rules: [order('start_on', 'deadline')],
});
