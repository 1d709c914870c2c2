import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test, vi } from 'vitest';
import { documentToDocx, documentToHtml, documentToPdf } from './index.ts';
import { enCircular, zhCircular } from '../../../testing/documents/sample-documents.ts';

// Each of these draws and sets whole documents.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const digest = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** Renders in a process of its own and says the digests of what came out. */
async function digestsElsewhere(env: Record<string, string>): Promise<string[]> {
  const script = fileURLToPath(new URL('../../../testing/documents/print-digests.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, ...env },
  });
  return stdout.trim().split('\n');
}

const digestsOf = async (document: typeof zhCircular): Promise<string[]> => [
  digest(await documentToDocx(document)),
  digest(await documentToPdf(document)),
  digest(documentToHtml(document)),
];
let zh: readonly string[];
beforeAll(async () => {
  zh = await digestsOf(zhCircular);
});

test('the same document is the same bytes on a machine of another zone, language and day', async () => {
  const there = await digestsElsewhere({ TZ: 'Pacific/Kiritimati', LANG: 'th_TH.UTF-8', LC_ALL: 'th_TH.UTF-8' });
  expect(there).toEqual([...zh, ...(await digestsOf(enCircular))]);
});

test('one figure more or less is another file', async () => {
  const other = await digestsOf({ ...zhCircular, number: '仙委组〔2014〕13号' });
  for (const [at, one] of other.entries()) expect(one).not.toBe(zh[at]);
  expect(other).toHaveLength(3);
});

test('a bundle of no document is refused', async () => {
  const bundle = { title: '提醒卡', documents: [], properties: zhCircular.properties };
  await expect(documentToDocx(bundle)).rejects.toThrow(/at least one document/);
  await expect(documentToPdf(bundle)).rejects.toThrow(/at least one document/);
});
