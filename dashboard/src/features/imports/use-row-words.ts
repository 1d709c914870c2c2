import { formatDay } from '@wallchart/charts/format';
import { useLanguage } from '../../i18n/use-language.ts';
import { useRecordedWords } from '../../terms/recorded-words.ts';

/** Where a row on record belongs. */
interface PlacedRow {
  readonly sheet: string;
  readonly caseNo: string | null;
  readonly unitCode: string | null;
  readonly unitName: string | null;
  readonly effectiveOn: string | null;
}

/** What the place of a row says already. */
const PLACES = new Set(['case_no', 'unit_code', 'code', 'campaign', 'illustrative']);

/** Rows on record in words: what they are about, and their cells. */
export function useRowWords() {
  const { term, lang } = useLanguage();
  const { cellText } = useRecordedWords();
  return {
    sheetName: (sheet: string): string => term('sheet', sheet),
    columnName: (column: string): string => term('column', column),
    cellText,
    /** `2014-014 东山村`; '' for a row of no case and no unit. */
    placeOf: ({ caseNo, unitCode, unitName }: PlacedRow): string =>
      [caseNo, unitName ?? unitCode].filter(Boolean).join(' '),
    dayOf: ({ effectiveOn }: PlacedRow): string => (effectiveOn ? formatDay(effectiveOn, lang.value) : ''),
    /** Cells that say more than the place and the day of their row do. */
    telling: <C extends { readonly column: string; readonly value: string | null }>(
      row: PlacedRow,
      cells: readonly C[],
    ): C[] => cells.filter(({ column, value }) => value !== null && !PLACES.has(column) && value !== row.effectiveOn),
  };
}
