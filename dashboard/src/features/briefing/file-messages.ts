import { bothLanguages } from '@wallchart/charts/terms';

/* Words of the ways into a briefing, for the pages that lead there. */
const messages = bothLanguages({
  'zh-CN': {
    briefing: {
      file: {
        start: '开始汇报',
        startHint: '全屏，一屏一个问题',
        button: '下载汇报材料（离线）',
        hint: '一个网页文件，不需要网络，可拷到 U 盘',
        preparing: '正在生成汇报材料…',
        receiving: '已接收 {done}',
        receivingOf: '已接收 {done} / {total}',
        done: '已保存 {name}（{size}）',
        failed: '未能生成：{message}',
      },
    },
  },
  en: {
    briefing: {
      file: {
        start: 'Start the briefing',
        startHint: 'Full screen, one question per screen',
        button: 'Download briefing (offline)',
        hint: 'One file that needs no network, for a USB stick',
        preparing: 'Preparing the briefing…',
        receiving: '{done} received',
        receivingOf: '{done} of {total} received',
        done: 'Saved {name} ({size})',
        failed: 'Could not be created: {message}',
      },
    },
  },
});

export default messages;

declare module '../../i18n/message-key.ts' {
  interface MessageSources {
    readonly briefingFile: typeof messages;
  }
}
