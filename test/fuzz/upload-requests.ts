import { zipSync } from 'fflate';
import { hostileText, nested } from './hostile.ts';
import type { Random } from './random.ts';
import type { FuzzRequest } from './request.ts';

type Make = (random: Random) => Omit<FuzzRequest, 'kind'>;

const BOUNDARY = 'fuzz';
const NAMES = [
  'a.csv',
  'ledger.xlsx',
  'sheets.zip',
  'map.geojson',
  'notice.docx',
  'a.exe',
  '',
  '../../a.csv',
  'a\u0000.csv',
];

const upload = (body: string | Buffer, boundary = `; boundary=${BOUNDARY}`): Omit<FuzzRequest, 'kind'> => ({
  method: 'POST',
  path: '/uploads',
  headers: { 'apollo-require-preflight': '1', 'content-type': `multipart/form-data${boundary}` },
  body,
});

function form(name: string, content: Buffer): Buffer {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A file that an import might be given, damaged one way or another. */
function fileOf(random: Random): { readonly name: string; readonly content: Buffer } {
  const cells = random.times(8, () => quoted(hostileText(random)));
  const csv = `code,name,kind,parent_code\n${cells.join(',')}\n${random.times(3, () => cells.join(',')).join('\n')}`;
  switch (random.below(5)) {
    case 0:
      return {
        name: 'units.csv',
        content: random.chance(0.3) ? Buffer.from(`\ufeff${csv}`, 'utf16le') : Buffer.from(csv),
      };
    case 1: {
      const shape = random.pick([nested(random, 9000), '[[118,25],[1e999,"x"]]', '[null]', '{"a":1}', '""']);
      const name = JSON.stringify(hostileText(random));
      const feature = `{"type":"Feature","properties":{"name":${name}},"geometry":{"type":"Polygon","coordinates":${shape}}}`;
      return { name: 'map.geojson', content: Buffer.from(`{"type":"FeatureCollection","features":[${feature}]}`) };
    }
    case 2: {
      const bytes = Buffer.from(zipSync({ 'units.csv': Buffer.from(csv.repeat(20)) }));
      for (const at of random.times(6, () => random.below(bytes.length))) bytes[at] = random.below(256);
      return { name: 'sheets.zip', content: bytes };
    }
    case 3: {
      const bytes = Buffer.from(zipSync({ 'units.csv': Buffer.from(csv) }));
      return { name: 'ledger.xlsx', content: bytes.subarray(0, random.below(bytes.length)) };
    }
    default:
      return { name: random.pick(NAMES), content: Buffer.from(hostileText(random)) };
  }
}

/** Forms with a file, whole and broken, with how often each is sent. */
export const UPLOAD_REQUESTS: Readonly<Record<string, readonly [weight: number, make: Make]>> = {
  upload: [
    2,
    (random) => {
      const { name, content } = fileOf(random);
      return upload(form(random.chance(0.8) ? name : random.pick(NAMES), content));
    },
  ],
  import: [
    1,
    (random) => {
      const { name, content } = fileOf(random);
      return { ...upload(form(name, content)), importsUpload: true };
    },
  ],
  brokenForm: [
    4,
    (random) => {
      const whole = form(random.pick(NAMES), Buffer.from(hostileText(random)));
      const kind = random.below(4);
      if (kind === 0) return upload(whole.subarray(0, random.below(whole.length)));
      if (kind === 1)
        return upload(whole, random.pick(['', '; boundary=', '; boundary="', `; boundary=${'b'.repeat(300)}`]));
      if (kind === 2)
        return upload(whole.toString('latin1').replaceAll('"file"', random.pick(['"x"', '"__proto__"', '""', 'file'])));
      return upload(`--${BOUNDARY}${random.pick(['', '--', '\r\n', '\r\n\r\n', '\r\nx: y\r\n\r\n'])}`);
    },
  ],
};
