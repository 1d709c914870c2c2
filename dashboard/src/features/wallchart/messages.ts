import { bothLanguages } from '@wallchart/charts/terms';

const messages = bothLanguages({
  'zh-CN': {
    wallchart: {
      title: '挂图',
      heading: '{unit} 挂图作战',
      order: '乡镇排列',
      ranking: '按名次',
      division: '按行政区划',
      legend: '图例，点击可筛选',
      legendAll: '全部',
      print: '打印（A3）',
      poster: '挂图打印稿（A3–A0）',
      grid: '各乡镇的软弱涣散基层党组织',
      gridHint: '方向键移动，回车打开整顿档案',
      noCase: '没有认定对象',
      rank: '第 {rank} 名',
      tied: '并列第 {rank} 名',
      rectifiedOn: '{day} 完成',
      noDeadline: '未定完成时限',
      noLeader: '未定挂钩领导',
      hidden: '筛选后隐藏 {n} 个',
      view: '显示方式',
      asRows: '按乡镇',
      asMap: '地图',
      noMap: '还没有底图。把本级的 GeoJSON（乡镇界、村界或村址）拖到{page}，就能在地图上看。',
      noMapPage: '“导入”页',
      map: {
        title: '分布在哪里，哪些乡镇还没有完成？',
        titleTown: '分布在哪里，哪些还没有完成？',
        note: '底图由本级导入的 GeoJSON 绘成；位置未登记的组织画在所在乡镇内，只表示归属。',
        hint: '方向键移动，回车打开：乡镇进入下一级，组织打开整顿档案',
        shades: '乡镇的底纹',
        missing: '{n} 个下级单位不在底图上。',
        unplaced: '{n} 个组织不在底图上：',
        town: '单位',
        done: '完成/认定',
        progress: '进展',
        organisation: '组织',
        state: '状态',
        when: '完成时限',
      },
    },
  },
  en: {
    wallchart: {
      title: 'Wall chart',
      heading: '{unit}: wall chart',
      order: 'Order of towns',
      ranking: 'By rank',
      division: 'By division code',
      legend: 'Legend; select to filter',
      legendAll: 'All',
      print: 'Print (A3)',
      poster: 'Poster (A3–A0)',
      grid: 'Weak organisations by town',
      gridHint: 'Use the arrow keys to move and Enter to open the case',
      noCase: 'No organisations identified',
      rank: 'Rank {rank}',
      tied: 'Tied for rank {rank}',
      rectifiedOn: 'Done {day}',
      noDeadline: 'No deadline',
      noLeader: 'No contact leader',
      hidden: '{n} hidden by the filter',
      view: 'View as',
      asRows: 'Rows',
      asMap: 'Map',
      noMap:
        'No map yet. To see this on a map, drop a GeoJSON file (town or village boundaries, or village sites) on {page}.',
      noMapPage: 'the Imports page',
      map: {
        title: 'Where they are and which towns are not finished',
        titleTown: 'Where they are and which are not finished',
        note: 'Drawn from the imported GeoJSON. Organisations without a known location are placed inside their town only to show where they belong.',
        hint: 'Use the arrow keys to move. Enter opens a town or a case.',
        shades: 'Shading of towns',
        missing: '{n} unit is not on the map. | {n} units are not on the map.',
        unplaced: '{n} organisation is not on the map: | {n} organisations are not on the map:',
        town: 'Unit',
        done: 'Done/identified',
        progress: 'Progress',
        organisation: 'Organisation',
        state: 'State',
        when: 'Deadline',
      },
    },
  },
});

export default messages;

declare module '../../i18n/message-key.ts' {
  interface MessageSources {
    readonly wallchart: typeof messages;
  }
}
