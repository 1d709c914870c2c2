/** What kinds of units are called, by how their Chinese names end; the longest ending first. */
const ENDINGS: readonly (readonly [zh: string, en: string])[] = [
  ['村民委员会', 'Village'],
  ['社区居委会', 'Community'],
  ['街道办事处', 'Subdistrict'],
  ['居民委员会', 'Community'],
  ['民族乡', 'Ethnic Township'],
  ['自治区', 'Autonomous Region'],
  ['自治州', 'Autonomous Prefecture'],
  ['自治县', 'Autonomous County'],
  ['开发区', 'Development Zone'],
  ['村委会', 'Village'],
  ['居委会', 'Community'],
  ['社区', 'Community'],
  ['街道', 'Subdistrict'],
  ['地区', 'Prefecture'],
  ['新区', 'New Area'],
  ['监狱', 'Prison'],
  ['农场', 'Farm'],
  ['林场', 'Forest Farm'],
  ['省', 'Province'],
  ['市', 'City'],
  ['县', 'County'],
  ['区', 'District'],
  ['旗', 'Banner'],
  ['镇', 'Town'],
  ['乡', 'Township'],
  ['村', 'Village'],
];

const UNNAMED = /^未具名(村|社区)(\d*)$/;

export type EnglishName = (name: string) => string;
let loading: Promise<EnglishName> | undefined;

/**
 * Loads the writer of English names on first use (its dictionary takes a while). The specific part is in pinyin after GB/T
 * 16159, without tones, the generic part in English: 鲤南镇 -> Linan Town. A reading of a name that people say otherwise is
 * possible; papers give the Chinese name beside it.
 */
export function loadEnglishNames(): Promise<EnglishName> {
  loading ??= import('pinyin-pro').then(({ pinyin }) => {
    const syllables = (text: string): string[] =>
      pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).map((syllable) => syllable.trim());
    const known = new Map<string, string>();
    return (name) => {
      const found = known.get(name) ?? englishName(name, syllables);
      if (known.size < MOST_NAMES) known.set(name, found);
      return found;
    };
  });
  return loading;
}

const MOST_NAMES = 10_000;

function englishName(name: string, syllables: (text: string) => string[]): string {
  const [, unnamed, no = ''] = UNNAMED.exec(name) ?? [];
  if (unnamed) return `Unnamed ${unnamed === '村' ? 'Village' : 'Community'} ${no}`.trim();
  const [ending = '', kind = ''] = ENDINGS.find(([zh]) => name.endsWith(zh) && name.length > zh.length) ?? [];
  const stem = joined(syllables(name.slice(0, name.length - ending.length)));
  return kind === '' ? stem : `${stem} ${kind}`;
}

/** One word with a capital; an apostrophe keeps a syllable that begins with a vowel apart: Xi'an. */
function joined(parts: readonly string[]): string {
  const word = parts.map((part, i) => (i > 0 && /^[aeoāē]/.test(part) ? `'${part}` : part)).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
