import { bothLanguages } from '@wallchart/charts/terms';

const messages = bothLanguages({
  'zh-CN': {
    poster: {
      title: '挂图打印稿',
      intro: '横向，A3 至 A0；矢量文字，按 A1 张贴两米外可读。',
      size: '纸张',
      sheet: '第 {n} 张',
      sheets: '共 {n} 张',
      pdf: '下载 PDF',
      svg: '下载 SVG',
      alt: '{unit}挂图预览，第 {n} 张',
      back: '返回挂图',
    },
  },
  en: {
    poster: {
      title: 'Wall chart poster',
      intro: 'Landscape, A3 to A0; vector type, legible from two metres at A1.',
      size: 'Paper',
      sheet: 'Sheet {n}',
      sheets: '{n} sheets',
      pdf: 'Download PDF',
      svg: 'Download SVG',
      alt: 'Preview of the wall chart of {unit}, sheet {n}',
      back: 'Back to the wall chart',
    },
  },
});

export default messages;

declare module '../../i18n/message-key.ts' {
  interface MessageSources {
    readonly poster: typeof messages;
  }
}
