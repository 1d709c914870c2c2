/**
 * Number formats of spreadsheets (ECMA-376, 18.8.30-31), limited to what changes a cell's meaning: literal text (`0"人"`), percent
 * signs, commas that scale (`#,##0,`), zero padding (`000`), an escaped point (`0!.0,` shows yuan in ten thousands), conditions
 * (`[=1]"是"`), and days of which a part only is shown.
 */
export interface NumberFormat {
  readonly code: string;
  readonly shows: 'number' | Shows;
  /** A number reads the same with it as without it. */
  readonly plain: boolean;
  readonly sections: readonly Section[];
  /** What it puts around a text (`"仙弱"@`); null for a format that shows a text as it is. */
  readonly text: Pick<Section, 'before' | 'after'> | null;
}

/** `day`: with year, month and day; `some-day`: year or day is not shown (2014年6月, 6月10日); `no-day`: 6月, 星期二, 8:30. */
type Shows = 'day' | 'some-day' | 'no-day';

/** One part of a format between semicolons. */
export interface Section {
  readonly applies: ((value: number) => boolean) | null;
  /** `number` has digits of its own, `general` shows whatever the number is, `literal` shows its text only */
  readonly kind: 'number' | 'general' | 'literal' | 'unclear';
  /** it has a place for a text, `@` */
  readonly forText: boolean;
  readonly before: string;
  readonly after: string;
  /** placeholders of the integer part (`0`, `#`, `?`) and the literals between them */
  readonly integer: readonly string[];
  readonly decimals: number;
  readonly grouped: boolean;
  /** commas that divide by a thousand */
  readonly thousands: number;
  readonly percents: number;
  readonly red: boolean;
  /** digits are shown as Chinese numerals */
  readonly numerals: boolean;
}

/** Characters of a format that a spreadsheet accepts; a longer one is understood by no one. */
const LONGEST = 255;

const TOKEN =
  /"(?<quoted>[^"]*)"?|[\\!](?<escaped>.)|_.|\*.|\[(?<bracket>[^\]]*)\]|(?<general>general|g\/通用格式)|(?<exponent>e[+-])|[\s\S]/giu;
const CONDITION = /^(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$/;
const RED = /^(red|红色|color ?3|颜色 ?3)$/i;
/** What stands before and after an amount without saying more than that it is one; a plus after it says "at least". */
const DECORATION = /[\s($¥￥+-]|CNY|RMB|人民币/g;
const DECORATION_AFTER = /[\s)$¥￥]|CNY|RMB|人民币/g;

/** What is left of the text around a number when signs, currency and spaces are gone. */
export const wordsAround = ({ before, after }: Pick<Section, 'before' | 'after'>): string =>
  before.replace(DECORATION, '') + after.replace(DECORATION_AFTER, '');

/** The literal texts between the digits. */
const inside = ({ integer }: Section): string[] => integer.filter((item) => !/^[0#?]$/.test(item));

/** Tens by which the shown number is smaller than the stored one, `0!.0,` being 4; null where that is not clear. */
export function scaleOf(section: Section): number | null {
  const literals = inside(section);
  if (literals.length === 0) return 3 * section.thousands;
  if (literals.length > 1 || literals[0] !== '.' || section.decimals > 0 || section.grouped) return null;
  return 3 * section.thousands + section.integer.length - 1 - section.integer.indexOf('.');
}

export const isPadded = ({ integer }: Section): boolean => integer.filter((item) => item === '0').length > 1;

/** Only a dash, as accounts write a zero. */
export const isDash = (section: Section): boolean =>
  section.kind === 'literal' && /^[\s¥￥$]*[-‐-―−]+\s*$/.test(section.before + section.after);

/** The section that shows a value; null where none does, or a negative value would look like a positive one. */
export function sectionOf({ sections }: NumberFormat, value: number): Section | null {
  if (sections.some(({ applies }) => applies))
    return sections.slice(0, 3).find(({ applies }) => !applies || applies(value)) ?? null;
  const [positive, negative, zero] = sections.length > 1 ? sections.filter(({ forText }) => !forText) : sections;
  if (value < 0 && negative) return showsSign(negative) ? negative : null;
  return (value === 0 ? zero : undefined) ?? positive ?? null;
}

const showsSign = ({ before, red }: Section): boolean => red || /[-(−]/.test(before);

const isPlain = (section: Section): boolean =>
  (section.kind === 'number' || section.kind === 'general') &&
  !section.applies &&
  !section.numerals &&
  section.percents === 0 &&
  scaleOf(section) === 0 &&
  !isPadded(section) &&
  wordsAround(section) === '';

/** Understands a number format; `[$-804]`, colours and widths are nothing to it. */
export function readNumberFormat(code: string): NumberFormat {
  if (code.length > LONGEST)
    return { code: code.slice(0, LONGEST), shows: 'number', plain: false, sections: [], text: null };
  const shows = shownOfDay(code);
  const sections = splitSections(code || 'General').map((tokens) => new SectionReader().read(tokens));
  const ofText = sections.find(({ forText }) => forText);
  const text = ofText && ofText.before + ofText.after !== '' ? ofText : null;
  const [positive, negative, zero] = sections.length > 1 ? sections.filter(({ forText }) => !forText) : sections;
  const plain =
    text === null &&
    (!positive || isPlain(positive)) &&
    (!negative || (isPlain(negative) && showsSign(negative))) &&
    (!zero || isPlain(zero) || isDash(zero));
  return { code, shows, plain: shows === 'number' && plain, sections, text };
}

/** What a format shows of a day, by its letters outside quotes, escapes, colours and conditions. */
function shownOfDay(code: string): 'number' | Shows {
  const elapsed = /\[(h+|m+|s+)\]/i.test(code);
  const letters = code
    .replace(/"[^"]*"?|[\\!].|_.|\*.|\[[^\]]*\]|general|G\/通用格式|am\/pm|a\/p/gi, '')
    .replace(/e[+-]/gi, '')
    .toLowerCase();
  const year = /[ye]|b[12b]/.test(letters);
  const day = /(?<!d)d{1,2}(?!d)/.test(letters);
  const month = /m/.test(letters.replace(/h[^ymd]*m+|m+[^ymdh]*s/g, ''));
  if (year && month && day) return 'day';
  if ((year && month) || (month && day) || (year && day)) return 'some-day';
  return year || day || month || elapsed || /d|aaa|h|s/.test(letters) ? 'no-day' : 'number';
}

type Token = Record<'quoted' | 'escaped' | 'bracket' | 'general' | 'exponent', string | undefined> & { text: string };

function splitSections(code: string): Token[][] {
  const sections: Token[][] = [[]];
  for (const match of code.matchAll(TOKEN)) {
    if (match[0] === ';') sections.push([]);
    else sections.at(-1)?.push({ ...(match.groups as Omit<Token, 'text'>), text: match[0] });
  }
  return sections;
}

/** Goes through one section of a format token by token. */
class SectionReader {
  private readonly integer: string[] = [];
  private before = '';
  private after = '';
  private applies: Section['applies'] = null;
  /** commas that no digit has followed so far: they scale */
  private commas = 0;
  private thousands = 0;
  private decimals = 0;
  private percents = 0;
  private grouped = false;
  private point = false;
  private general = false;
  private forText = false;
  /** a fraction, or a power of ten: digits that follow are none of the number's own */
  private exotic = false;
  private unclear = false;
  private red = false;
  private numerals = false;

  read(tokens: readonly Token[]): Section {
    for (const token of tokens) this.take(token);
    const { applies, before, after, integer, decimals, grouped, percents, red, numerals } = this;
    const thousands = this.thousands + this.commas;
    return {
      applies,
      kind: this.kind,
      forText: this.forText,
      before,
      after,
      integer,
      decimals,
      grouped,
      thousands,
      percents,
      red,
      numerals,
    };
  }

  private get started(): boolean {
    return this.integer.length > 0 || this.general || this.point;
  }

  private get kind(): Section['kind'] {
    if (this.unclear) return 'unclear';
    if (this.exotic || this.general) return 'general';
    return this.started ? 'number' : 'literal';
  }

  private take(token: Token): void {
    const { text, quoted, escaped, bracket } = token;
    if (quoted !== undefined || escaped !== undefined) this.literal(quoted ?? escaped ?? '');
    else if (bracket !== undefined) this.takeBracket(bracket);
    else if (token.general !== undefined || text === '@') {
      this.general = true;
      this.forText ||= text === '@';
    } else if (token.exponent !== undefined) this.exotic = true;
    else if (/^[0-9#?]$/.test(text)) this.takeDigit(text);
    else if (text === '.' && !this.point) this.takePoint();
    else if (text === ',' && this.started) this.takeComma();
    else if (text === '/' && this.started) {
      this.exotic = true;
      this.integer.splice(1);
    } else if (!/^[_*]/.test(text)) {
      if (text === '%') this.percents += 1;
      this.literal(text);
    }
  }

  private literal(text: string): void {
    if (this.started) this.after += text;
    else this.before += text;
  }

  private takeBracket(bracket: string): void {
    const condition = CONDITION.exec(bracket);
    if (condition) this.applies = conditionOf(condition[1] ?? '', Number(condition[2]));
    else if (bracket.startsWith('$')) this.literal(/^\$([^-]*)/.exec(bracket)?.[1] ?? '');
    else if (/^dbnum/i.test(bracket)) this.numerals = true;
    else if (RED.test(bracket)) this.red = true;
  }

  private takePoint(): void {
    this.unclear ||= this.after !== '';
    this.point = true;
    this.thousands += this.commas;
    this.commas = 0;
  }

  private takeComma(): void {
    this.unclear ||= this.after !== '';
    this.commas += 1;
  }

  private takeDigit(place: string): void {
    if (this.exotic) return;
    if (this.after !== '') {
      this.unclear ||= this.point || this.commas > 0 || this.general || this.percents > 0;
      this.integer.push(this.after);
      this.after = '';
    }
    this.unclear ||= /[1-9]/.test(place) || (this.point && this.commas > 0);
    if (this.point) this.decimals += 1;
    else {
      this.grouped ||= this.commas > 0;
      this.commas = 0;
      this.integer.push(place);
    }
  }
}

function conditionOf(sign: string, than: number): (value: number) => boolean {
  switch (sign) {
    case '<':
      return (value) => value < than;
    case '<=':
      return (value) => value <= than;
    case '>':
      return (value) => value > than;
    case '>=':
      return (value) => value >= than;
    case '<>':
      return (value) => value !== than;
    default:
      return (value) => value === than;
  }
}
