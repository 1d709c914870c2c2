import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/**
 * The faces that documents and pictures made here are set in. They are free ones: the office fonts that
 * GB/T 9704-2012 names (仿宋, 小标宋, 楷体) may not be passed on (docs/adr/0008).
 */
export const SANS = 'Noto Sans SC';
export const SERIF = 'Noto Serif SC';
/** 楷体, and rare characters of names: it has more of them than the faces of text. */
export const KAI = 'LXGW WenKai';
/** For ◈ and other signs that the faces for Chinese lack. */
export const SYMBOLS = 'Noto Sans Symbols 2';
export const EMOJI = 'Noto Emoji';
/** Arabic letters, those of Uyghur included. */
export const ARABIC = 'Noto Naskh Arabic';

const require = createRequire(import.meta.url);
const google = (name: string): string => require.resolve(`@expo-google-fonts/${name}.ttf`);

/** Paths of the font files, for renderers and typesetters: TrueType, but for `kai`, which is WOFF. */
export const FONT_FILES = {
  sans: google('noto-sans-sc/400Regular/NotoSansSC_400Regular'),
  sansBold: google('noto-sans-sc/700Bold/NotoSansSC_700Bold'),
  serif: google('noto-serif-sc/400Regular/NotoSerifSC_400Regular'),
  serifBold: google('noto-serif-sc/700Bold/NotoSerifSC_700Bold'),
  symbols: google('noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular'),
  kai: require.resolve('@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff'),
  emoji: google('noto-emoji/400Regular/NotoEmoji_400Regular'),
  arabic: google('noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular'),
} as const;

export type Face = keyof typeof FONT_FILES;

/** Folders that hold those of the files that are TrueType, and no others. */
export const FONT_FOLDERS: readonly string[] = Object.values(FONT_FILES)
  .filter((path) => path.endsWith('.ttf'))
  .map((path) => dirname(path));
