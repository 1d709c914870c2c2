import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { stampZip } from './stamp-zip.ts';
import { writeSamples } from './write-samples.ts';

let folder = '';
let files: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wallchart-samples-'));
  files = await writeSamples(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The parts of a zip by name, as its directory lists them, each checked against its CRC. */
function unzip(bytes: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(bytes.length - 6);
  for (let left = bytes.readUInt16LE(bytes.length - 12); left > 0; left -= 1) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const header = bytes.readUInt32LE(at + 42);
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    const content = inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(at + 20)));
    expect(crc32(content)).toBe(bytes.readUInt32LE(at + 16));
    parts.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), content.toString('utf8'));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

const parts = async (index: number): Promise<Map<string, string>> => unzip(await readFile(files[index] ?? ''));

describe('sample workbooks', () => {
  it('are two, the county first', () => {
    expect(files.map((file) => basename(file))).toEqual(['county-2014.xlsx', 'city-2019.xlsx']);
  });

  it('have the same bytes at another time and in another time zone', async () => {
    const other = join(folder, 'again');
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:10Z'), toFake: ['Date'] });
    vi.stubEnv('TZ', 'Asia/Kathmandu');
    const again = await writeSamples(other);
    vi.useRealTimers();
    vi.unstubAllEnvs();
    for (const [index, file] of again.entries()) {
      expect((await readFile(file)).equals(await readFile(files[index] ?? ''))).toBe(true);
    }
  });

  it('have Chinese sheets, title rows and 万元 in the county, English keys in the city', async () => {
    const county = await parts(0);
    const city = await parts(1);
    expect(county.get('xl/workbook.xml')).toContain('name="活动场所"');
    expect(county.get('xl/sharedStrings.xml')).toContain('概算（万元）');
    expect(county.get('xl/sharedStrings.xml')).toContain('软弱涣散基层党组织整顿工作：台账');
    expect(county.get('xl/sharedStrings.xml')).toContain('已销号');
    expect(city.get('xl/workbook.xml')).toContain('name="supports"');
    expect(city.get('xl/sharedStrings.xml')).toContain('>first_secretary<');
    expect(city.get('xl/worksheets/sheet1.xml')).toContain('<row r="1">');
  });

  it('write codes as text, and days of the county as whole Excel days', async () => {
    const county = await parts(0);
    const strings = county.get('xl/sharedStrings.xml') ?? '';
    expect(strings).toContain('>350322107216<');
    // 2014-03-20, the first day of the campaign
    expect(county.get('xl/worksheets/sheet2.xml')).toContain('<v>41718</v>');
  });
});

it('refuses bytes that are no zip', () => {
  expect(() => stampZip(Buffer.alloc(40))).toThrow('no zip directory');
});
