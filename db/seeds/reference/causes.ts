/** Causes (情形) that a new installation starts with (docs/domain.md#causes). */
export const CAUSES = [
  { code: 'C01', nameZh: '班子配备不齐', nameEn: 'Team incomplete', position: 1 },
  { code: 'C02', nameZh: '书记长期缺职（超过三个月）', nameEn: "Secretary's post long vacant", position: 2 },
  { code: 'C03', nameZh: '书记不胜任、不尽职', nameEn: 'Secretary not competent', position: 3 },
  { code: 'C04', nameZh: '班子不团结、内耗严重', nameEn: 'Team divided', position: 4 },
  { code: 'C05', nameZh: '组织制度形同虚设、活动不正常', nameEn: 'Rules and activities lapsed', position: 5 },
  { code: 'C06', nameZh: '发展党员不规范、家族化', nameEn: 'Irregular or family-style recruitment', position: 6 },
  { code: 'C07', nameZh: '换届选举受干扰', nameEn: 'Election interfered with', position: 7 },
  { code: 'C08', nameZh: '村务财务管理混乱', nameEn: 'Affairs and finances in disorder', position: 8 },
  { code: 'C09', nameZh: '信访矛盾集中', nameEn: 'Petitions and disputes', position: 9 },
  { code: 'C10', nameZh: '宗族宗教势力干扰', nameEn: 'Clan or religious interference', position: 10 },
  { code: 'C11', nameZh: '涉黑涉恶、“村霸”', nameEn: 'Gangs and bullies', position: 11 },
  { code: 'C12', nameZh: '村干部受过刑事处罚', nameEn: 'Cadre with a criminal sentence', position: 12 },
  { code: 'C13', nameZh: '无活动场所或场所危旧狭小', nameEn: 'No venue, or an unsafe or cramped one', position: 13 },
  { code: 'C14', nameZh: '集体经济薄弱', nameEn: 'Weak collective economy', position: 14 },
  { code: 'C15', nameZh: '服务意识差、群众满意度低', nameEn: 'Poor service, low satisfaction', position: 15 },
  { code: 'C99', nameZh: '其他', nameEn: 'Other', position: 99 },
];
