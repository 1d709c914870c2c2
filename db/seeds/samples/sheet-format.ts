/** How a column's values stand in a cell: a code or word, a day, a whole count, or an amount in yuan. */
export type CellKind = 'text' | 'day' | 'number' | 'amount';

export interface SampleColumn {
  readonly key: string;
  readonly zh: string;
  readonly kind: CellKind;
}

export interface SampleSheet {
  readonly key: string;
  readonly zh: string;
  readonly columns: readonly SampleColumn[];
}

const KIND_OF_MARK: Record<string, CellKind> = { d: 'day', n: 'number', y: 'amount' };

/** `key 标题` with an optional `:d` (day), `:n` (number) or `:y` (yuan); the `illustrative` column always comes last. */
function sheet(key: string, zh: string, columns: string): SampleSheet {
  const parsed = `${columns}; illustrative 说明性`.split(';').map((text) => {
    const [name = '', mark = ''] = text.trim().split(':');
    const [columnKey = '', columnZh = ''] = name.split(' ');
    return { key: columnKey, zh: columnZh, kind: KIND_OF_MARK[mark] ?? 'text' };
  });
  return { key, zh, columns: parsed };
}

/** The sheets of the ledger workbook, in the order in which the samples write them. */
export const SAMPLE_SHEETS: readonly SampleSheet[] = [
  sheet('units', '单位', 'code 代码; name 名称; kind 类型; parent_code 上级代码; population 人口:n; members 党员数:n'),
  sheet(
    'campaigns',
    '整顿批次',
    'campaign 批次; unit_code 单位代码; name_zh 名称; name_en 英文名称; start_on 开始日期:d; deadline 完成期限:d; ' +
      'rectified_from 计为完成的状态; declared_villages 申报村数:n; declared_communities 申报社区数:n; ' +
      'visits_per_month 每月走访次数:n; checklist 落实清单',
  ),
  sheet(
    'cases',
    '台账',
    'case_no 编号; campaign 批次; unit_code 单位代码; identified_on 认定日期:d; primary_cause 主要情形; ' +
      'other_causes 其他情形; deadline 完成时限:d; symptoms 具体表现; symptoms_en 英文表现; aim 整顿目标; relapse_of 反弹自',
  ),
  sheet('transitions', '进度', 'case_no 编号; state 状态; effective_on 日期:d; document_no 文号; note 说明'),
  sheet(
    'measures',
    '措施',
    'case_no 编号; no 序号:n; area 方面; content 内容; responsible 责任人职务; due_on 完成时限:d; done_on 完成日期:d',
  ),
  sheet(
    'contacts',
    '挂钩联系',
    'case_no 编号; role 角色; holder 职务或单位; holder_en 英文职务; since 起:d; until 止:d',
  ),
  sheet(
    'visits',
    '走访',
    'case_no 编号; role 角色; visited_on 日期:d; problems_found 发现问题:n; problems_solved 解决问题:n; note 说明',
  ),
  sheet(
    'team',
    '班子建设',
    'campaign 批次; unit_code 单位代码; item 事项; effective_on 日期:d; count 人数:n; term_until 期限:d; note 说明',
  ),
  sheet('supports', '帮扶力量', 'campaign 批次; unit_code 单位代码; item 事项; since 起:d; count 数量:n; note 说明'),
  sheet(
    'venues',
    '活动场所',
    'campaign 批次; unit_code 单位代码; way 方式; estimate_yuan 概算:y; identified_on 认定日期:d; done_on 完成日期:d',
  ),
  sheet(
    'venue_funds',
    '场所资金',
    'campaign 批次; unit_code 单位代码; source 来源; received_on 到位日期:d; amount_yuan 金额:y',
  ),
  sheet(
    'project_funds',
    '帮扶资金',
    'campaign 批次; unit_code 单位代码; source 来源; received_on 到位日期:d; amount_yuan 金额:y',
  ),
  sheet(
    'operating_funds',
    '运转经费',
    'unit_code 单位代码; year 年度:n; due_yuan 应拨:y; paid_yuan 实拨:y; paid_on 日期:d',
  ),
  sheet(
    'remuneration',
    '报酬',
    'unit_code 单位代码; class 类别; effective_on 起:d; headcount 人数:n; before_yuan 调整前月报酬:y; ' +
      'after_yuan 调整后月报酬:y; paid_on_time 按时发放',
  ),
  sheet('economy', '集体经济', 'unit_code 单位代码; year 年度:n; income_yuan 经营性收入:y'),
  sheet(
    'evaluations',
    '验收测评',
    'case_no 编号; kind 类别; evaluated_on 日期:d; issued 发出:n; returned 收回:n; satisfied 满意:n; fairly 基本满意:n; ' +
      'dissatisfied 不满意:n; score 得分:n; grade 等次',
  ),
  sheet(
    'activities',
    '活动',
    'campaign 批次; unit_code 单位代码; kind 类别; held_on 日期:d; title 名称; status 状态; led_by 主体; sentence 通报用语; ' +
      'sentence_en 英文通报用语; attendees 人数:n; count 次数:n',
  ),
  sheet(
    'good_practices',
    '典型做法',
    'campaign 批次; unit_code 单位代码; title 名称; on 日期:d; sentence 通报用语; sentence_en 英文通报用语; source 来源',
  ),
  sheet('reports', '报送', 'campaign 批次; unit_code 单位代码; period 期; due_on 应报日期:d; submitted_on 报送日期:d'),
];
