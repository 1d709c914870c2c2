import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/**
 * The faces that documents and pictures made here are set in, TrueType with all of GB 18030's common characters. They
 * are free ones: the office fonts that GB/T 9704-2012 names (仿宋, 小标宋, 楷体) may not be passed on (docs/adr/0008).
 */
export const SANS = 'Noto Sans SC';
export const SERIF = 'Noto Serif SC';
/** For ◈ and other signs that the faces for Chinese lack. */
export const SYMBOLS = 'Noto Sans Symbols 2';

const require = createRequire(import.meta.url);
const file = (name: string): string => require.resolve(`@expo-google-fonts/${name}.ttf`);

/** Paths of the font files, for whoever draws or sets type. */
export const FONT_FILES = {
  sans: file('noto-sans-sc/400Regular/NotoSansSC_400Regular'),
  sansBold: file('noto-sans-sc/700Bold/NotoSansSC_700Bold'),
  serif: file('noto-serif-sc/400Regular/NotoSerifSC_400Regular'),
  serifBold: file('noto-serif-sc/700Bold/NotoSerifSC_700Bold'),
  symbols: file('noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular'),
} as const;

/** Folders that hold those files and no others. */
export const FONT_FOLDERS: readonly string[] = Object.values(FONT_FILES).map((path) => dirname(path));
