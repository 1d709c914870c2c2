import type { Text } from '../../domain/text.ts';

/** One value of a coded column: its key (as stored), the word shown in each language, and other words that offices write. */
export interface CodedWord extends Text {
  readonly key: string;
  readonly also?: readonly string[];
}

const word = (key: string, zh: string, en: string, ...also: string[]): CodedWord => ({ key, zh, en, also });

/** The words of every coded column of the workbook (docs/domain.md#workbook), by the name of the list. English key and Chinese word are both read. */
export const CODED_WORDS = {
  unitKind: [
    word('province', '省', 'province', '直辖市', '自治区', '省级'),
    word('prefecture', '地级市', 'prefecture', '地区', '自治州', '盟', '地市', '地级'),
    word('county', '县', 'county', '县区', '区', '县级市', '市辖区', '自治县', '旗', '县级'),
    word('street', '街道', 'street', '街道办事处'),
    word('town', '镇', 'town', '建制镇'),
    word('township', '乡', 'township', '民族乡'),
    word('village', '村', 'village', '行政村', '建制村', '村委会'),
    word('community', '社区', 'community', '居委会', '居民区'),
    word('other', '其他', 'other', '其它'),
  ],
  rectifiedFrom: [
    word('accepted', '已验收', 'accepted', '验收'),
    word('struck_off', '已销号', 'signed off', '销号', 'struck off'),
    word('consolidating', '巩固期', 'consolidating', '巩固'),
  ],
  checklist: [
    word('ledger', '台账', 'ledger', '一本台账'),
    word('measures', '整改措施', 'measures', '措施', '一套措施'),
    word('leader', '挂钩领导', 'contact leader', '领导', '县挂钩领导', '县领导'),
    word('unit', '挂钩单位', 'contact unit', '单位'),
    word('town_leader', '乡镇领导', 'town leader', '包村领导', '乡镇挂钩领导', '镇领导'),
    word('first_secretary', '第一书记', 'first secretary'),
    word('strong_village', '结对强村', 'strong village', '强村'),
    word('working_group', '工作组', 'working group'),
    word('instructor', '党建指导员', 'instructor', '指导员'),
  ],
  caseState: [
    word('planned', '方案已定', 'plan approved', '已定方案', '已制定方案', '方案已制定'),
    word('rectifying', '整顿中', 'in rectification', '整改中'),
    word('submitted', '待验收', 'submitted', '申请验收', '已申请验收'),
    word('accepted', '已验收', 'accepted'),
    word('struck_off', '已销号', 'signed off', '销号', 'struck off'),
    word('consolidating', '巩固期', 'consolidating', '巩固'),
    word('relapsed', '反弹', 'relapsed'),
  ],
  area: [
    word('people', '有人管事', 'people', '人'),
    word('place', '有址议事', 'place', '场所', '址'),
    word('money', '有钱办事', 'money', '经费', '钱'),
    word('rules', '有章理事', 'rules', '制度', '章'),
  ],
  contactRole: [
    word('leader', '挂钩领导', 'contact leader', '领导', '县挂钩领导', '县领导'),
    word('unit', '挂钩单位', 'contact unit', '单位'),
    word('town_leader', '乡镇领导', 'town leader', '包村领导', '乡镇挂钩领导', '镇领导'),
    word('first_secretary', '第一书记', 'first secretary'),
    word('strong_village', '结对强村', 'strong village', '强村'),
    word('working_group', '工作组', 'working group'),
    word('instructor', '党建指导员', 'instructor', '指导员'),
  ],
  teamItem: [
    word('vacancy', '缺配', 'vacancy', '缺职'),
    word('vacancy_filled', '补配', 'vacancy filled', '已配齐'),
    word('adjusted', '调整', 'adjusted'),
    word('secretary_adjusted', '调整书记', 'secretary adjusted'),
    word('warning_talk', '约谈', 'warning talk'),
    word('attached', '跟班学习', 'attached', '跟班'),
    word('reserve', '后备干部', 'reserve cadre', '后备'),
    word('trained', '培训书记', 'trained', '培训'),
    word('trained_away', '外出培训', 'trained away'),
  ],
  supportItem: [
    word('stationed_cadre', '驻村干部', 'stationed cadre'),
    word('twinned_unit', '结对单位', 'twinned unit'),
    word('first_secretary', '第一书记', 'first secretary'),
    word('strong_village_pair', '强村带弱村', 'strong village pair'),
    word('branch_theme_day', '主题党日', 'branch theme day'),
    word('problem_helped', '帮助解决难题', 'problem helped', '解决难题'),
  ],
  venueWay: [
    word('build', '新建', 'build'),
    word('rebuild', '改扩建', 'rebuild', '改建', '扩建'),
    word('repair', '修缮', 'repair', '维修'),
  ],
  fundSource: [
    word('upper', '上级', 'upper level', '上级补助'),
    word('county_town', '县乡', 'county and town', '县镇', '县、乡', '县和乡镇', '市乡'),
    word('village', '村级', 'village', '村自筹', '村'),
    word('other', '其他', 'other', '其它'),
  ],
  cadreClass: [
    word('leading', '村主干', 'leading cadre', '主干'),
    word('general', '一般干部', 'general cadre', '一般村干部'),
  ],
  evaluationKind: [
    word('self', '自评', 'self-assessment', '自查自评'),
    word('ballot', '群众满意度测评', 'ballot', '民主测评', '群众测评', '测评'),
    word('group', '验收组评定', 'acceptance group', '验收组'),
    word('city', '市级复核', 'city review', '市级'),
  ],
  grade: [
    word('good', '好', 'good'),
    word('fairly_good', '较好', 'fairly good'),
    word('average', '一般', 'average'),
    word('poor', '差', 'poor'),
  ],
  activityKind: [
    word('meeting', '会议', 'meeting'),
    word('training', '培训', 'training', '培训会'),
    word('notice', '通报', 'notice'),
    word('site_visit', '现场会', 'on-site meeting', '现场推进会'),
    word('symposium', '座谈会', 'symposium', '座谈'),
    word('arrangement', '部署', 'arrangement', '安排部署'),
    word('reminder', '提醒卡', 'reminder card', '提醒'),
    word('briefing', '汇报会', 'briefing', '情况汇报', '吹风会'),
  ],
  activityStatus: [
    word('planned', '计划', 'planned', '拟举行', '待举行', '未举行'),
    word('held', '已举行', 'held', '已开展', '已完成', '已办'),
    word('cancelled', '取消', 'cancelled', '已取消', '不再举行'),
  ],
  activityLeader: [
    word('committee', '党委常委会', 'standing committee', '常委会', '县委常委会', '市委常委会', '县委', '市委', '党委'),
    word('secretary', '党委书记', 'secretary', '书记', '县委书记', '市委书记'),
    word('minister', '组织部部长', 'organisation minister', '组织部长', '部长', '组织部', '县委组织部', '市委组织部'),
    word('leader', '挂钩领导', 'contact leader', '挂钩联系领导', '班子成员', '领导'),
    word('department', '县直单位', 'department', '市直单位', '部门', '职能部门', '有关部门'),
    word('town', '乡镇（街道）', 'town', '乡镇', '街道', '乡镇党委', '镇党委'),
  ],
  rowAction: [word('withdraw', '撤回', 'withdraw', '作废', '撤销', '删除')],
} as const satisfies Record<string, readonly CodedWord[]>;

export type CodedList = keyof typeof CODED_WORDS;

/** The word for a key of a coded list in a language; the key itself if the list lacks it. */
export function wordOf(list: CodedList, key: string): Text {
  const words: readonly CodedWord[] = CODED_WORDS[list];
  return words.find((word) => word.key === key) ?? { zh: key, en: key };
}
