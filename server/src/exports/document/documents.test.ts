import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { documentToDocx, documentToHtml, documentToPdf } from './index.ts';
import { enCircular, zhCircular } from './testing/sample-documents.ts';

// Each of these draws and sets whole documents.
vi.setConfig({ testTimeout: 180_000 });

const digest = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** Renders in a process of its own and says the digests of what came out. */
async function digestsElsewhere(env: Record<string, string>): Promise<string[]> {
  const script = fileURLToPath(new URL('./testing/print-digests.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, ...env },
  });
  return stdout.trim().split('\n');
}

test('the same document is the same bytes on a machine of another zone, language and day', async () => {
  const here = [zhCircular, enCircular].map(async (document) => [
    digest(await documentToDocx(document)),
    digest(documentToPdf(document)),
    digest(documentToHtml(document)),
  ]);
  const there = await digestsElsewhere({ TZ: 'Pacific/Kiritimati', LANG: 'th_TH.UTF-8', LC_ALL: 'th_TH.UTF-8' });
  expect(there).toEqual((await Promise.all(here)).flat());
});

test('one figure more or less is another file', async () => {
  const other = { ...zhCircular, number: '仙委组〔2014〕13号' };
  expect(digest(await documentToDocx(other))).not.toBe(digest(await documentToDocx(zhCircular)));
  expect(digest(documentToPdf(other))).not.toBe(digest(documentToPdf(zhCircular)));
  expect(digest(documentToHtml(other))).not.toBe(digest(documentToHtml(zhCircular)));
});

test('a bundle of no document is refused', async () => {
  const bundle = { title: '提醒卡', documents: [], properties: zhCircular.properties };
  await expect(documentToDocx(bundle)).rejects.toThrow(/at least one document/);
  expect(() => documentToPdf(bundle)).toThrow(/at least one document/);
});
