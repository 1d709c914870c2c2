import { refuse } from '../../../reading/file-refused.ts';
import { columnName } from '../../../rendering/workbook/cell-address.ts';
import { columnOfRef } from './xlsx-rows.ts';

/** A merged range: columns from 0, rows from 1, all inclusive. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What the cells of a sheet do not say themselves. */
export interface SheetLayout {
  readonly merges: readonly Merge[];
  /** columns from 0 that are hidden */
  readonly hiddenColumns: readonly { readonly from: number; readonly to: number }[];
}

export const NO_LAYOUT: SheetLayout = { merges: [], hiddenColumns: [] };

/** Merged ranges of a sheet; a ledger has as many as it has rows at most. */
const MERGES_KEPT = 200_000;
const TAG_CHARACTERS = 500;
const MERGE = /<(?:[\w.-]+:)?mergeCell\s[^>]*?\bref\s*=\s*["']([A-Z]+)(\d+):([A-Z]+)(\d+)["'][^>]*>/gi;
const COLUMN = /<(?:[\w.-]+:)?col\s([^>]*)>/g;

export const rangeName = ({ top, bottom, left, right }: Merge): string =>
  `${columnName(left)}${top}:${columnName(right)}${bottom}`;

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? '';

/**
 * Finds the merged ranges, which stand behind the rows in the XML of a sheet, and the hidden columns, which stand before
 * them. Looks for the tags only, so that it costs little more than unpacking.
 *
 * @throws FileRefused TOO_MANY_MERGES
 */
export async function readLayout(pieces: AsyncIterable<string>, sheet: string): Promise<SheetLayout> {
  const merges: Merge[] = [];
  const hiddenColumns: { from: number; to: number }[] = [];
  let inRows = false;
  let rest = '';
  for await (const piece of pieces) {
    const text = rest + piece;
    if (!inRows) {
      for (const [, tag = ''] of text.matchAll(COLUMN)) {
        if (['1', 'true'].includes(attribute(tag, 'hidden')) || attribute(tag, 'width') === '0')
          hiddenColumns.push({ from: Number(attribute(tag, 'min')) - 1, to: Number(attribute(tag, 'max')) - 1 });
      }
      inRows = text.includes('sheetData');
    }
    if (text.includes('mergeCell')) {
      for (const [, left = '', top, right = '', bottom] of text.matchAll(MERGE))
        merges.push({ top: Number(top), bottom: Number(bottom), left: columnOfRef(left), right: columnOfRef(right) });
    }
    if (merges.length > MERGES_KEPT) {
      throw refuse(
        'TOO_MANY_MERGES',
        `合并单元格超过${MERGES_KEPT}处，请取消合并`,
        `more than ${MERGES_KEPT} merged ranges: unmerge them`,
        { sheet },
      );
    }
    // a tag that the next piece completes; one that is complete must not be read twice
    const open = text.lastIndexOf('<');
    rest = open > text.lastIndexOf('>') && text.length - open < TAG_CHARACTERS ? text.slice(open) : '';
  }
  return { merges: merges.sort((a, b) => a.top - b.top), hiddenColumns };
}
