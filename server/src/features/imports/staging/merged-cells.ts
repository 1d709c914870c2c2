import { isBlank, textOf, type RawCell, type RawRow } from '../cells/raw-cell.ts';
import type { Finding } from '../../../recording/problems.ts';
import type { FoundColumn } from '../reading/header.ts';
import { rangeName, type Merge } from '../reading/sheet-layout.ts';

interface Range {
  readonly merge: Merge;
  /** it lies in one column of the sheet, if others beside it they are none of the table */
  readonly inOneColumn: boolean;
  /** what its first cell holds, once that row has come */
  value: RawCell;
  /** why the row of its first cell was not read, if it was not */
  passed: Finding | null;
  refused: boolean;
  /** whether a row of it was read */
  begun: boolean;
}

/** Amounts and counts: one that is merged over rows may be said of each of them, or of all together. */
const ADDS_UP: ReadonlySet<string> = new Set(['money', 'count', 'score']);

/**
 * Knows which cells of the table are merged. A code, word or day that is merged down its column is read for every row of
 * the range, as the sheet shows it; an amount, and whatever is merged across columns, is refused. Rows must come in order.
 */
export class MergedCells {
  private readonly byColumn = new Map<number, { ranges: Range[]; next: number }>();

  constructor(
    merges: readonly Merge[],
    private readonly headerRow: number,
    private readonly columns: readonly FoundColumn[],
    private readonly log: (finding: Finding) => void,
  ) {
    for (const merge of merges) {
      if (merge.bottom <= headerRow) continue;
      const within = columns.filter(({ at }) => merge.left <= at && at <= merge.right);
      const inOneColumn = within.length === 1 && within[0]?.at === merge.left;
      const range: Range = { merge, inOneColumn, value: undefined, passed: null, refused: false, begun: false };
      for (const { at } of within) {
        const column = this.byColumn.get(at) ?? { ranges: [], next: 0 };
        column.ranges.push(range);
        this.byColumn.set(at, column);
      }
    }
  }

  /** Takes note of a row that is skipped: what is merged from it down is shown in the rows below too. */
  pass({ row, cells }: RawRow, why: Finding): void {
    for (const { at } of this.byColumn.size === 0 ? [] : this.columns) {
      const range = this.rangeAt(at, row);
      if (range?.merge.top !== row) continue;
      range.value = cells[range.merge.left];
      range.passed = why;
    }
  }

  /** The cells of a row as the sheet shows them, and the columns among them that are unclear. */
  shown({ row, cells }: RawRow): { readonly cells: readonly RawCell[]; readonly unclear: ReadonlySet<number> } {
    if (this.byColumn.size === 0) return { cells, unclear: NONE };
    const shown = [...cells];
    const unclear = new Set<number>();
    for (const column of this.columns) {
      const range = this.rangeAt(column.at, row);
      if (!range) continue;
      if (row === range.merge.top) range.value = cells[range.merge.left];
      const why = range.refused ? null : this.doubt(range, column, row, cells[column.at]);
      if (why) {
        range.refused = true;
        this.log(this.found(range, column, row, why));
      } else if (!range.refused && !range.begun && range.merge.top < range.merge.bottom && !isBlank(range.value))
        this.log(this.found(range, column, row, read(range.merge)));
      range.begun = true;
      if (range.refused) unclear.add(column.at);
      else shown[column.at] = range.value;
    }
    return { cells: shown, unclear };
  }

  private rangeAt(at: number, row: number): Range | undefined {
    const column = this.byColumn.get(at);
    if (!column) return undefined;
    while ((column.ranges[column.next]?.merge.bottom ?? Number.POSITIVE_INFINITY) < row) column.next += 1;
    const range = column.ranges[column.next];
    return range && range.merge.top <= row ? range : undefined;
  }

  /** Why a merged cell cannot be read for certain; null if it can. */
  private doubt({ merge, inOneColumn, value, passed }: Range, { at, spec }: FoundColumn, row: number, own: RawCell) {
    if (isBlank(value) && isBlank(own) && merge.top > this.headerRow) return null;
    if (merge.top <= this.headerRow) return withHeader(merge);
    if (!inOneColumn) return across(merge);
    if ((row > merge.top || at > merge.left) && !isBlank(own)) return beneath(merge);
    if (passed && isItsReason(passed, value)) return fromPassed(merge, passed);
    if (row > merge.top && !passed) return null;
    return merge.bottom > merge.top && ADDS_UP.has(spec.type.kind) ? togetherOrEach(merge) : null;
  }

  private found({ merge, value }: Range, { spec }: FoundColumn, row: number, why: Why): Finding {
    return { row, column: spec.key, value: textOf(value) || rangeName(merge), ...why };
  }
}

/** A total or a remark says it in one cell, and its other cells may be said of the rows below; every cell of a header is one of the header. */
const isItsReason = ({ code, value }: Finding, cell: RawCell): boolean =>
  !['TOTAL_ROW', 'REMARK_ROW'].includes(code) || textOf(cell) === value;

type Why = Pick<Finding, 'code' | 'severity' | 'expected' | 'message'>;

const NONE: ReadonlySet<number> = new Set();

const unmerge = (merge: Merge): Finding['expected'] => ({
  zh: `取消合并（${rangeName(merge)}），逐格填写`,
  en: `unmerge ${rangeName(merge)} and fill in every cell`,
});

const read = (merge: Merge): Why => ({
  code: 'MERGED_CELLS',
  severity: 'warning',
  expected: unmerge(merge),
  message: {
    zh: `合并单元格 ${rangeName(merge)}，各行都按此值读取`,
    en: `the value of the merged cell ${rangeName(merge)} was used for each of its rows`,
  },
});

const togetherOrEach = (merge: Merge): Why => ({
  code: 'MERGED_AMOUNT',
  expected: unmerge(merge),
  message: {
    zh: `数字合并在 ${rangeName(merge)}，不清楚是各行的数还是几行合计`,
    en: `a number merged over ${rangeName(merge)}; it is unclear whether it applies to each row or to all together`,
  },
});

const across = (merge: Merge): Why => ({
  code: 'MERGED_ACROSS',
  expected: unmerge(merge),
  message: {
    zh: `${rangeName(merge)} 跨列合并，不清楚属于哪一列`,
    en: `${rangeName(merge)} is merged across columns; it is unclear which column it belongs to`,
  },
});

const withHeader = (merge: Merge): Why => ({
  code: 'MERGED_ACROSS',
  expected: unmerge(merge),
  message: {
    zh: `${rangeName(merge)} 把表头和数据行合并在一起`,
    en: `${rangeName(merge)} merges the header with rows of the table`,
  },
});

const beneath = (merge: Merge): Why => ({
  code: 'MERGED_OVER_VALUE',
  expected: unmerge(merge),
  message: {
    zh: `合并单元格 ${rangeName(merge)} 下面还有别的内容，表中看不见`,
    en: `the merged cell ${rangeName(merge)} hides another value`,
  },
});

const fromPassed = (merge: Merge, passed: Finding): Why => ({
  code: 'MERGED_WITH_PASSED_ROW',
  expected: unmerge(merge),
  message: {
    zh: `${rangeName(merge)} 把未读取的第${merge.top}行（${passed.message.zh}）和下面的数据行合并在一起`,
    en: `${rangeName(merge)} merges row ${merge.top} (${passed.message.en}) with rows of the table below`,
  },
});
