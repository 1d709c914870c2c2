import type { ColumnSpec } from '../../../ledger/sheets/index.ts';
import type { Bad, Fault, Parsed } from './fault.ts';
import { moneyUnit, sameUnit, unitName, type HeaderUnit } from './money.ts';
import { wordsAround, type NumberFormat } from './number-format.ts';
import type { FormattedCell } from './raw-cell.ts';
import type { Reader } from './reader.ts';
import { shownCode, shownNumber, shownText } from './shown.ts';

/** Reads an amount in a unit of the given power of ten yuan. */
type MoneyReader = (number: string, power: number) => Parsed;

/**
 * Reads cells whose number format shows something else than the number, or the day, that is stored. What is read is what the
 * cell shows, with all its digits; where the two differ the import warns, once per column and format. What cannot be read for certain
 * is refused.
 */
export class FormattedColumn {
  private readonly told = new Set<NumberFormat>();

  constructor(
    private readonly column: ColumnSpec,
    private readonly unit: HeaderUnit,
    private readonly readPlain: Reader,
    private readonly readMoney: MoneyReader,
    private readonly bad: Bad,
  ) {}

  read(cell: FormattedCell): Parsed {
    if (cell.kind === 'date') return this.readPartOfDay(cell);
    switch (this.column.type.kind) {
      case 'money':
        return this.readAmount(cell);
      case 'count':
      case 'year':
      case 'score':
      case 'percent':
        return this.readFigure(cell);
      default:
        return this.readWords(cell);
    }
  }

  private readAmount(cell: FormattedCell): Parsed {
    const shown = shownNumber(cell);
    const word = shown ? wordsAround(shown) : '';
    const own = moneyUnit(word);
    if (!shown || shown.percents > 0 || own === undefined) return this.unclear(cell);
    if (shown.hidden) return this.hiddenZero(cell);
    const { scale } = shown;
    const { power } = this.unit;
    const number = shown.number.toFixed();
    const header = unitName(power);
    if (own !== null && !sameUnit(this.unit, own))
      return this.unclear(cell, `，格式写“${word}”而表头为“${header}”`, `, in ${word} while the header says ${header}`);
    if (scale !== 0 && (own ?? power) !== scale)
      return this.unclear(
        cell,
        `，显示的“${shownText(cell) ?? number}”以何为单位不能确定`,
        `, and the unit of ${shownText(cell) ?? number}, as shown, is not certain`,
      );
    const parsed = this.readMoney(number, own ?? power);
    return scale === 0 && (own ?? power) === power
      ? parsed
      : this.asShown(cell, `${number}${unitName(own ?? power)}`, parsed);
  }

  private readFigure(cell: FormattedCell): Parsed {
    const shown = shownNumber(cell);
    const { kind } = this.column.type;
    const percent = shown?.percents === 1 && (kind === 'score' || kind === 'percent');
    if (!shown || shown.scale !== 0 || (shown.percents > 0 && !percent)) return this.unclear(cell);
    if (shown.hidden) return this.hiddenZero(cell);
    const text = `${shown.before}${shown.number.toFixed()}${shown.after}`;
    const parsed = this.readPlain(text, undefined);
    return percent && kind === 'score' ? this.asShown(cell, text, parsed) : parsed;
  }

  private readWords(cell: FormattedCell): Parsed {
    const shown = this.column.type.kind === 'code' ? shownCode(cell) : shownText(cell);
    if (shown === null || shown === '') return this.unclear(cell);
    const parsed = this.readPlain(shown, undefined);
    return shown === cell.text ? parsed : this.asShown(cell, shown, parsed);
  }

  private readPartOfDay(cell: FormattedCell): Parsed {
    const { code, shows } = cell.format;
    const { kind } = this.column.type;
    if (kind === 'text') return this.unclear(cell);
    const parsed = this.readPlain(cell.text, cell);
    if (kind !== 'day' && kind !== 'period') return parsed;
    if (shows === 'no-day')
      return this.bad(
        kind === 'day' ? 'BAD_DATE' : 'BAD_PERIOD',
        `单元格按格式“${code}”只显示一部分，其中存储的日期是${cell.text}；请把格式改为“2014-06-19”这样的日期`,
        `the number format ${code} shows a part only of the date that is stored, ${cell.text}: use one with year, month and day`,
      );
    return kind === 'period' ? parsed : this.warned(cell.format, parsed, this.dayNotShown(cell));
  }

  /** What was read, with a warning at the first cell of this format. */
  private warned(format: NumberFormat, parsed: Parsed, warning: Fault): Parsed {
    if (this.told.has(format) || (typeof parsed === 'object' && parsed !== null)) return parsed;
    this.told.add(format);
    return { ...warning, severity: 'warning', read: parsed };
  }

  private asShown(cell: FormattedCell, shown: string, parsed: Parsed): Parsed {
    const { text, format } = cell;
    const warning = this.bad(
      'READ_AS_SHOWN',
      `格式“${format.code}”：存储的是“${text}”，按显示的“${shown}”读取；本列同一格式的都照此读取`,
      `number format ${format.code}: “${text}” is stored and was read as shown, “${shown}”; so are all cells of this column with that format`,
    );
    return this.warned(format, parsed, warning);
  }

  private hiddenZero({ format }: FormattedCell): Parsed {
    const warning = this.bad(
      'HIDDEN_ZERO',
      `格式“${format.code}”不显示0，按存储的0读取；不详的请清空单元格；本列同一格式的都照此读取`,
      `the number format ${format.code} hides the 0 that is stored; it was read as 0: clear the cell if it is not known; so are all cells of this column with that format`,
    );
    return this.warned(format, this.readPlain('0', undefined), warning);
  }

  private dayNotShown({ text, format }: FormattedCell): Fault {
    return this.bad(
      'DAY_NOT_SHOWN',
      `格式“${format.code}”没有显示完整日期，按存储的${text}读取，请核对年、日；本列同一格式的都照此读取`,
      `the number format ${format.code} does not show the whole date; it was read as stored, ${text}: check its year and day; so are all cells of this column with that format`,
    );
  }

  private unclear({ text, format }: FormattedCell, zh = '', en = ''): Fault {
    return this.bad(
      'FORMAT_UNCLEAR',
      `格式“${format.code}”使显示的内容与存储的“${text}”不同${zh}；请改用常规格式，并填写实际的值`,
      `the number format ${format.code} shows something else than “${text}”, which is stored${en}: use the format General and enter what is meant`,
    );
  }
}
