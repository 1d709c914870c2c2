import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importWorkbook } from '../../server/src/features/imports/index.ts';
import { METRIC_IDS } from './metric-ids.ts';
import { emptyLedger } from '../reference/ledger.ts';
import { valueOf } from '../reference/report.ts';
import { sheetsOf, writeCsvFolder } from '../support/ledger-csv.ts';
import { forEngine, forReference, runs, possibleUnits } from './random-questions.ts';
import { ofEngine, ofReference } from './plain-value.ts';
import { importable } from './importable.ts';
import { propertyDatabase } from './property-database.ts';
import type { Sheets } from '../support/ledger-csv.ts';

const database = propertyDatabase();

/** What the import changed, by sheet; nothing is `{}`. */
async function importSheets(sheets: Sheets): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'wallchart-order-'));
  try {
    await writeCsvFolder(folder, sheets);
    const outcome = await importWorkbook(database.pool(), { path: folder }, { channel: 'cli', recordedBy: 'test' });
    const refused = outcome.problems.filter((problem) => problem.severity === 'error');
    expect(refused.map(({ sheet, row, column, code, value }) => ({ sheet, row, column, code, value }))).toEqual([]);
    const changed = outcome.sheets.filter((sheet) => sheet.new + sheet.corrected > 0);
    return Object.fromEntries(changed.map((sheet) => [sheet.sheet, `${sheet.new} new, ${sheet.corrected} corrected`]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Sheets that may arrive in any order once their units, campaigns and cases are known. */
const FIRST = ['units', 'campaigns', 'cases'];

test('whatever the order of rows, sheets and workbooks, the figures are the same, and again changes nothing', async () => {
  let figures = 0;
  await fc.assert(
    fc.asyncProperty(importable, fc.infiniteStream(fc.nat(1_000_000)), async (ledger, dice) => {
      const sheets = sheetsOf(ledger);
      await database.load(emptyLedger());
      const shuffled = <T>(list: readonly T[]): T[] =>
        list
          .map((item) => ({ item, at: Number(dice.next().value) }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item);
      const mixed = Object.fromEntries(Object.entries(sheets).map(([sheet, rows]) => [sheet, shuffled(rows)]));
      const later = shuffled(Object.keys(mixed).filter((sheet) => !FIRST.includes(sheet)));
      const cut = Number(dice.next().value) % later.length;
      const pick = (names: readonly string[]): Sheets =>
        Object.fromEntries(names.map((name) => [name, mixed[name] ?? []]));
      for (const workbook of [pick(FIRST), pick(later.slice(0, cut)), pick(later.slice(cut))]) {
        if (Object.values(workbook).some((rows) => rows.length > 0)) await importSheets(workbook);
      }
      const random = {
        ledger,
        campaign: 'drive-1',
        unit: 0,
        day: '2014-09-30',
        knownAt: null,
        tree: 'then' as const,
      };
      const units = possibleUnits(random);
      const found = await database.engine().values(
        units.map((unit) => forEngine(random, unit)),
        METRIC_IDS,
      );
      const q = forReference(random);
      for (const [u, unit] of units.entries()) {
        for (const [i, id] of METRIC_IDS.entries()) {
          figures += 1;
          expect({ unit, id, ...ofEngine(found[u]?.[i]) }).toEqual({ unit, id, ...ofReference(valueOf(q, unit, id)) });
        }
      }
      expect(await importSheets(sheets)).toEqual({});
    }),
    runs(12),
  );
  expect(figures).toBeGreaterThan(1000);
});
