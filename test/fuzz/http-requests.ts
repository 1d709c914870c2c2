import { hostileText } from './hostile.ts';
import type { Random } from './random.ts';
import type { FuzzRequest } from './request.ts';

type Make = (random: Random) => Omit<FuzzRequest, 'kind'>;

const ROUTES = [
  '/exports/chart/{}.svg',
  '/exports/chart/{}.png',
  '/exports/table/{}.xlsx',
  '/exports/poster.svg',
  '/exports/briefing.html',
  '/circulars/{}/draft.html',
  '/circulars/{}/draft.docx',
  '/circulars/{}/editions/{}.pdf',
  '/cards/{}.pdf',
  '/cards/batch/{}.docx',
  '/imports/{}/annotated.xlsx',
  '/template.xlsx',
  '/graphiql/{}',
  '/assets/{}',
  '/health',
  '/ready',
  '/{}',
];
const PARTS = ['towns', 'causes', 'trend', 'weekly', 'ranking', 'ledger', '1', '2', 'draft', '999999999999999999'];
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  campaign: ['county-2014', 'city-2019', 'none'],
  unit: ['350322', '350322100', '131182', '999'],
  asOf: ['2014-07-31', '2014-13-01', '2200-12-31'],
  knownAt: ['2014-08-01T09:30:00+08:00', '2030-01-01T00:00:00Z', 'soon'],
  tree: ['then', 'now', 'never'],
  lang: ['zh', 'en', 'fr'],
  theme: ['print', 'dark'],
  form: ['sheet', 'bare'],
  size: ['A3', 'A9'],
  sheet: ['1', '99', '0'],
};
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'TRACE'];

/** A text as part of an address: escaped, broken on purpose, or with bytes that are no UTF-8. */
function escaped(random: Random, text: string): string {
  const whole = encodeURIComponent(text.toWellFormed().slice(0, 2000));
  const kind = random.below(12);
  if (kind === 0) return `${whole}%`;
  if (kind === 1) return `${whole}%zz`;
  if (kind === 2) return `%ED%A0%80${whole}`;
  if (kind === 3) return `%C0%80${whole}`;
  return kind === 4 ? whole.replaceAll('%20', '+') : whole;
}

const part = (random: Random): string =>
  random.chance(0.7) ? random.pick(PARTS) : escaped(random, hostileText(random));

function addressOf(random: Random): string {
  const path = random.pick(ROUTES).replaceAll('{}', () => part(random));
  const names = Object.keys(PARAMETERS).filter((name) =>
    random.chance(name === 'campaign' || name === 'unit' ? 0.85 : 0.3),
  );
  const pairs = names.map((name) => {
    const value = random.chance(0.85)
      ? encodeURIComponent(random.pick(PARAMETERS[name] ?? ['']))
      : escaped(random, hostileText(random));
    return `${name}=${value}`;
  });
  if (random.chance(0.1)) pairs.push(random.pick(pairs.length > 0 ? pairs : ['a=1']));
  if (random.chance(0.05)) pairs.push(`${escaped(random, hostileText(random))}=1`);
  return `${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`.slice(0, 12_000);
}

/** What a header may hold on the wire: no control characters. */
const headerText = (random: Random): string =>
  Buffer.from(
    hostileText(random)
      .toWellFormed()
      .replaceAll(/\p{Cc}/gu, ''),
  )
    .toString('latin1')
    .replaceAll(/\p{Cc}/gu, '')
    .slice(0, 5000);

const RAW = [
  'GET /health HTTP/9.9\r\nhost: {host}\r\n\r\n',
  'GET /health\r\n\r\n',
  'GE\0T / HTTP/1.1\r\nhost: {host}\r\n\r\n',
  'GET /exports/chart/towns.svg?campaign=\0 HTTP/1.1\r\nhost: {host}\r\n\r\n',
  'GET / HTTP/1.1\r\nhost: {host}\r\nhost: {host}\r\n\r\n',
  'GET / HTTP/1.1\r\n\r\n',
  'POST /graphql HTTP/1.1\r\nhost: {host}\r\ncontent-type: application/json\r\ncontent-length: -1\r\n\r\n{}',
  'POST /graphql HTTP/1.1\r\nhost: {host}\r\ncontent-type: application/json\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /graphql HTTP/1.1\r\nhost: {host}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n',
  `GET / HTTP/1.1\r\nhost: {host}\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`,
  `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nhost: {host}\r\n\r\n`,
  'GET http://{host}/health HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n',
  'GET //graphql HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n',
];

/** Addresses, methods and headers, with how often each is sent. */
export const HTTP_REQUESTS: Readonly<Record<string, readonly [weight: number, make: Make]>> = {
  address: [24, (random) => ({ method: 'GET', path: addressOf(random), headers: {} })],
  method: [
    3,
    (random) => {
      const path = random.chance(0.4) ? '/graphql' : addressOf(random);
      return { method: random.pick(METHODS), path, headers: {} };
    },
  ],
  headers: [
    4,
    (random) => {
      const names = [
        'accept',
        'origin',
        'if-none-match',
        'range',
        'cookie',
        'content-type',
        'sec-fetch-site',
        'accept-language',
        'expect',
      ];
      const chosen = names.filter((name) => name !== 'expect' && random.chance(0.3));
      const headers = Object.fromEntries(chosen.map((name) => [name, headerText(random)]));
      return { method: 'GET', path: random.chance(0.5) ? '/health' : addressOf(random), headers };
    },
  ],
  raw: [2, (random) => ({ method: 'RAW', path: '', headers: {}, raw: random.pick(RAW) })],
};
