import { bothLanguages } from '@wallchart/charts/terms';

/* Words of the presenter's notes. */
const messages = bothLanguages({
  'zh-CN': {
    briefing: {
      keys: {
        title: '按键',
        step: '翻屏（翻页笔亦可）',
        ends: '首屏、末屏',
        jump: '直接到某一屏',
        fullscreen: '全屏',
        notes: '备注（另开窗口）',
        notesHere: '本屏备注',
        exit: '退出汇报',
        black: '黑屏',
        language: '切换语言',
        theme: '浅色、深色',
        up: '上一级',
      },
      note: {
        more: '口径与数据校验',
        illustrative: '带 ◈ 的数字原始材料没有给出，为说明用途而补，不可作为依据。',
        proof: '各部分与未分到下级的数相加等于合计。',
        unassigned: '未分到下级：{figures}。',
        knownAt: '按 {moment} 的记录；其后的更正不计入。',
        knownNow: '按当前记录。',
        treeNow: '按今日区划。',
        digest: '数据指纹（SHA-256）：{digest}',
        fileDigest: '全文件指纹（SHA-256）：{digest}',
        withheld: '文件按规定不含：{list}。',
        ahead: '进度：{text}',
        requests: '每条都由指标得出；数为零的不列。',
      },
    },
  },
  en: {
    briefing: {
      keys: {
        title: 'Keys',
        step: 'Turn screens (a clicker does too)',
        ends: 'First, last',
        jump: 'Go to a screen',
        fullscreen: 'Full screen',
        notes: 'Notes in a window',
        notesHere: 'Notes here',
        exit: 'Leave the briefing',
        black: 'Black',
        language: 'Language',
        theme: 'Light, dark',
        up: 'One level up',
      },
      note: {
        more: 'What is counted, and how to check the data',
        illustrative: 'Figures with ◈ are not in the source; they were added for illustration and prove nothing.',
        proof: 'The parts and what is not assigned below add up to the whole.',
        unassigned: 'Not assigned below: {figures}.',
        knownAt: 'As recorded on {moment}; later corrections do not count.',
        knownNow: 'As recorded now.',
        treeNow: "On today's divisions.",
        digest: 'Data digest (SHA-256): {digest}',
        fileDigest: 'Digest of the whole file (SHA-256): {digest}',
        withheld: 'By rule the file leaves out: {list}.',
        ahead: 'Pace: {text}',
        requests: 'Each follows from a metric; what is zero is not listed.',
      },
    },
  },
});

export default messages;

declare module '../../i18n/message-key.ts' {
  interface MessageSources {
    readonly briefingNotes: typeof messages;
  }
}
