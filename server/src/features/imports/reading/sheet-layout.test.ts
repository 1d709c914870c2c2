import { describe, expect, it } from 'vitest';
import { rangeName, readLayout } from './sheet-layout.ts';

const XML = `<x:worksheet><x:cols><x:col min="1" max="1" width="9"/><x:col min="2" max="3" width="0" hidden="1" customWidth="1"/></x:cols>
  <x:sheetData><x:row r="1"><x:c t="inlineStr"><x:is><x:t>&lt;mergeCell ref="Z1:Z9"/></x:t></x:is></x:c></x:row></x:sheetData>
  <x:mergeCells count="2"><x:mergeCell ref="C5:C9"/><x:mergeCell ref='A2:AB2'/></x:mergeCells></x:worksheet>`;

async function* pieces(length: number): AsyncGenerator<string> {
  for (let at = 0; at < XML.length; at += length) yield XML.slice(at, at + length);
}

describe('the layout of a sheet', () => {
  it.each([1, 7, 100, 10_000])('is found in pieces of %i characters', async (length) => {
    const { merges, hiddenColumns } = await readLayout(pieces(length), '台账');
    expect([merges.map(rangeName), hiddenColumns]).toEqual([['A2:AB2', 'C5:C9'], [{ from: 1, to: 2 }]]);
  });

  it('is refused with more merged ranges than a ledger can have', async () => {
    async function* many(): AsyncGenerator<string> {
      for (let row = 1; row < 300; row += 1) yield '<mergeCell ref="A1:A2"/>'.repeat(1000);
    }
    await expect(readLayout(many(), '台账')).rejects.toMatchObject({ problem: 'TOO_MANY_MERGES' });
  });
});
