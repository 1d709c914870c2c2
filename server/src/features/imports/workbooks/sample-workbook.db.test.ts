import { testDatabase } from '@wallchart/db/testing';
import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { poolOf } from '../../../database/open-database.ts';
import { samples } from '../../../../testing/samples.ts';
import { textOf } from '../cells/raw-cell.ts';
import { importWorkbook, writeSample } from '../index.ts';
import { openSource } from '../reading/open-source.ts';
import { testFolder } from '../../../../testing/imports/build-xlsx.ts';
import { writtenAndReadAgain } from '../../../../testing/imports/round-trip.ts';

const database = testDatabase({ from: samples });
const folder = testFolder();

it('both samples are read in again without a change, as they are written out', async () => {
  const ended = await writtenAndReadAgain(database, folder);
  expect(ended).toHaveLength(4);
  expect(ended.filter((line) => !line.endsWith(' unchanged 0 0'))).toEqual([]);
});

it.each([
  ['county-2014', 'zh'],
  ['county-2014', 'en'],
  ['city-2019', 'zh'],
] as const)('%s filled into the template in %s is the sample that was loaded', async (id, lang) => {
  const path = folder.path(`${id}-${lang}.xlsx`);
  await writeFile(path, await writeSample(id, lang));
  const { state, problems } = await importWorkbook(
    await poolOf(database.orm),
    { path },
    { channel: 'cli', recordedBy: 'test' },
  );
  expect([state, problems]).toEqual(['unchanged', []]);
});

it('the filled sample speaks Chinese in its cells, with names beside the codes and amounts in yuan', async () => {
  const path = folder.path('words.xlsx');
  await writeFile(path, await writeSample('county-2014', 'zh'));
  const source = await openSource(path);
  const rows: Record<string, string[][]> = {};
  for (const sheet of source.sheets)
    for await (const batch of sheet.rows())
      (rows[sheet.name] ??= []).push(...batch.map(({ cells }) => Array.from(cells, textOf)));
  source.close();
  const column = (sheet: string, title: string): Set<string> => {
    const at = rows[sheet]?.[0]?.indexOf(title) ?? -1;
    return new Set((rows[sheet] ?? []).slice(1).map((cells) => cells[at] ?? ''));
  };
  expect(source.sheets.slice(0, 5).map(({ name }) => name)).toEqual(['填写说明', '代码表', '单位', '整顿批次', '台账']);
  expect([...column('挂钩联系', '角色')]).toContain('挂钩领导');
  expect([...column('措施', '方面')].sort()).toEqual(['有人管事', '有址议事', '有章理事', '有钱办事'].sort());
  expect([...column('台账', '主要情形')]).toContain('C09 信访矛盾集中');
  expect([...column('走访', '单位名称')]).toContain('鲤南镇东山村');
  expect([...column('活动场所', '概算（元）')].every((amount) => amount === '' || Number(amount) >= 10_000)).toBe(true);
  const english = Object.entries(rows).flatMap(([sheet, all]) =>
    ['填写说明', '代码表', '整顿批次'].includes(sheet) ? [] : all.flat().filter((text) => /^[a-z_;]+$/.test(text)),
  );
  expect([...new Set(english)]).toEqual([]);
});
