import type { Messages } from '../../i18n/index.ts';

/* Words of the ways into a briefing, for the pages that lead there. */
export default {
  'zh-CN': {
    briefing: {
      file: {
        start: '开始汇报',
        startHint: '全屏，一屏一个问题',
        button: '下载汇报文件',
        hint: '一个网页文件，不联网，可拷到 U 盘',
        preparing: '正在生成汇报文件…',
        receiving: '已接收 {done}',
        receivingOf: '已接收 {done} / {total}',
        done: '已保存 {name}（{size}）',
        failed: '没有生成：{message}',
      },
    },
  },
  en: {
    briefing: {
      file: {
        start: 'Start the briefing',
        startHint: 'Full screen, one question a screen',
        button: 'Download the briefing',
        hint: 'One file without a network, for a USB stick',
        preparing: 'Preparing the briefing …',
        receiving: '{done} received',
        receivingOf: '{done} of {total} received',
        done: 'Saved {name} ({size})',
        failed: 'Not made: {message}',
      },
    },
  },
} satisfies Messages;
