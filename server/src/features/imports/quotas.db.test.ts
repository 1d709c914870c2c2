import { testApp } from '../../../testing/test-app.ts';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { workbookBuffer } from '../../rendering/workbook/write-workbook.ts';
import { poolOf } from '../../database/open-database.ts';
import { importWorkbook } from './index.ts';
import { testFolder } from '../../../testing/imports/build-xlsx.ts';
import { importCsv, LEDGER, places } from '../../../testing/imports/import-csv.ts';
import { openLedgerWorkbook } from './workbooks/ledger-workbook.ts';
import { asViewer } from '../../../testing/handles.ts';

const server = testApp();
const folder = testFolder();

const quotas = async () =>
  (await server.query('{ campaigns { id villageQuota communityQuota } }')).data as Record<string, unknown>;

it('a campaign has the quotas that its workbook says; an export read in again changes nothing', async () => {
  const pool = await poolOf(server.database.orm);
  const campaigns = `campaign,unit_code,name_zh,start_on,checklist,倒排村比例下限,倒排社区比例下限（%）
c1,350322,整顿,2014-03-01,ledger;measures,10%,5
c2,350322101,枫亭整顿,2014-03-01,ledger,12.5%,`;
  expect(places(await importCsv(pool, folder.path(randomUUID()), { ...LEDGER, campaigns }))).toEqual([]);
  expect(await quotas()).toEqual({
    campaigns: [
      { id: 'c1', villageQuota: '0.1', communityQuota: '0.05' },
      { id: 'c2', villageQuota: '0.125', communityQuota: null },
    ],
  });
  for (const lang of ['zh', 'en'] as const) {
    const ledger = await openLedgerWorkbook(
      asViewer(server.database.db),
      { campaign: 'c1', unit: '350322', knownAt: null },
      { lang },
    );
    const path = folder.path(`${randomUUID()}.xlsx`);
    await writeFile(path, await workbookBuffer(ledger.sheets));
    await ledger.close();
    const again = await importWorkbook(pool, { path }, { channel: 'cli', recordedBy: 'test' });
    expect(again.sheets.filter((sheet) => sheet.new + sheet.corrected > 0)).toEqual([]);
    expect(again.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  }
});

it('a workbook without the columns keeps the quotas, a blank cell takes one back, an unclear number is refused', async () => {
  const pool = await poolOf(server.database.orm);
  const head = 'campaign,unit_code,name_zh,start_on';
  const row = 'c1,350322,整顿,2014-03-01';
  const send = (campaigns: string) => importCsv(pool, folder.path(randomUUID()), { campaigns });
  await send(`${head}\n${row}`);
  expect(await quotas()).toMatchObject({ campaigns: [{ villageQuota: '0.1', communityQuota: '0.05' }, {}] });
  expect(places(await send(`${head},village_quota\n${row},0.1`))).toEqual(['campaigns!E2 PERCENT_UNCLEAR']);
  await send(`${head},village_quota\n${row},`);
  expect(await quotas()).toMatchObject({ campaigns: [{ villageQuota: null, communityQuota: '0.05' }, {}] });
});
