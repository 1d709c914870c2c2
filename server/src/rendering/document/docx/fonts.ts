import type { IFontAttributesProperties } from 'docx';

/** An office's font by its name there, and under which other names a machine may have its like, best first. */
interface OfficeFont {
  readonly name: string;
  readonly alternates: readonly string[];
  readonly charset: '86' | '00';
  /** With or without serifs: what is left to go by where no alternate is at hand either. */
  readonly family: 'roman' | 'swiss';
  readonly pitch: 'fixed' | 'variable';
}

export const OFFICE_FONTS = {
  fangSong: {
    name: '仿宋_GB2312',
    alternates: ['仿宋', 'FangSong', 'FangSong_GB2312', 'STFangsong', 'Noto Serif CJK SC', 'Noto Serif SC'],
    charset: '86',
    family: 'roman',
    pitch: 'fixed',
  },
  kaiTi: {
    name: '楷体_GB2312',
    alternates: ['楷体', 'KaiTi', 'KaiTi_GB2312', 'STKaiti', 'Noto Serif CJK SC', 'Noto Serif SC'],
    charset: '86',
    family: 'roman',
    pitch: 'fixed',
  },
  xiaoBiaoSong: {
    name: '方正小标宋简体',
    alternates: [
      '方正小标宋_GBK',
      'FZXiaoBiaoSong-B05S',
      '华文中宋',
      'STZhongsong',
      '宋体',
      'SimSun',
      'Noto Serif CJK SC',
    ],
    charset: '86',
    family: 'roman',
    pitch: 'fixed',
  },
  heiTi: {
    name: '黑体',
    alternates: ['SimHei', 'STHeiti', 'Noto Sans CJK SC', 'Noto Sans SC'],
    charset: '86',
    family: 'swiss',
    pitch: 'fixed',
  },
  songTi: {
    name: '宋体',
    alternates: ['SimSun', 'STSong', 'Noto Serif CJK SC', 'Noto Serif SC'],
    charset: '86',
    family: 'roman',
    pitch: 'variable',
  },
  times: {
    name: 'Times New Roman',
    alternates: ['Liberation Serif', 'Tinos'],
    charset: '00',
    family: 'roman',
    pitch: 'variable',
  },
  arial: { name: 'Arial', alternates: ['Liberation Sans', 'Arimo'], charset: '00', family: 'swiss', pitch: 'variable' },
} as const satisfies Readonly<Record<string, OfficeFont>>;

const { fangSong, kaiTi, xiaoBiaoSong, heiTi, songTi, times, arial } = OFFICE_FONTS;

/** Chinese in the given font, Latin letters and figures in another. */
const pair = (eastAsia: OfficeFont, latin: OfficeFont): IFontAttributesProperties => ({
  ascii: latin.name,
  hAnsi: latin.name,
  eastAsia: eastAsia.name,
  cs: times.name,
});

/** Fonts by what they are for (GB/T 9704-2012, 7.2.4, 7.3.1, 7.3.3, 7.5). */
export const TYPEFACES = {
  zh: {
    body: pair(fangSong, times),
    title: pair(xiaoBiaoSong, times),
    heading1: pair(heiTi, heiTi),
    heading2: pair(kaiTi, times),
    label: pair(heiTi, heiTi),
    pageNumber: pair(songTi, songTi),
  },
  en: {
    body: pair(songTi, times),
    title: pair(xiaoBiaoSong, times),
    heading1: pair(heiTi, arial),
    heading2: pair(songTi, times),
    label: pair(heiTi, arial),
    pageNumber: pair(songTi, times),
  },
} as const;

/** word/fontTable.xml: alternates keep a machine without the offices' fonts from taking any that comes. */
export function fontTableXml(): string {
  const fonts: readonly OfficeFont[] = Object.values(OFFICE_FONTS);
  const entries = fonts.map(
    ({ name, alternates, charset, family, pitch }) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternates.join(',')}"/><w:charset w:val="${charset}"/>` +
      `<w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`
  );
}
