import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { Text } from '../../../domain/text.ts';
import { WallchartError } from '../../../domain/errors.ts';
import { refuse, type FileRefused } from '../../../reading/file-refused.ts';
import { BOUNDARY_LIMITS } from './boundary-sheet.ts';

/** A feature as it stands in the file; nothing in it is believed yet. */
export interface RawFeature {
  readonly type?: unknown;
  readonly geometry?: unknown;
  readonly properties?: unknown;
}

export interface GeojsonFile {
  readonly features: readonly RawFeature[];
  /** hex, over the bytes of the file */
  readonly sha256: string;
}

const EXPECTED: Text = {
  zh: 'GeoJSON（FeatureCollection），经纬度坐标（WGS 84 或 CGCS2000）',
  en: 'GeoJSON (a FeatureCollection) in degrees of longitude and latitude (WGS 84 or CGCS2000)',
};
/** Names of systems whose coordinates are degrees, longitude first, within a metre of each other. */
const DEGREES = /(?:CRS:?84|4326|4490|WGS ?_?(?:19)?84)\b/i;

const fault = (problem: string, zh: string, en: string, value?: string): FileRefused =>
  refuse(problem, zh, en, value === undefined ? {} : { value }, EXPECTED);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a GeoJSON file whole. Its size, and the brackets in it, are counted before anything is built from it, so that a
 * hostile file costs little memory.
 *
 * @throws FileRefused for what is no FeatureCollection in degrees; WallchartError FILE_NOT_FOUND
 */
export async function readGeojson(path: string): Promise<GeojsonFile> {
  const info = await stat(path).catch(() => null);
  if (!info?.isFile()) throw new WallchartError('FILE_NOT_FOUND', `the file ${path} does not exist`);
  if (info.size > BOUNDARY_LIMITS.bytes) {
    throw fault(
      'FILE_TOO_LARGE',
      '文件超过 20 MB：请简化边界，或把小数位减到 6 位',
      'the file is larger than 20 MB; simplify the boundaries or use 6 decimals',
    );
  }
  const bytes = await readFile(path);
  refuseTooMuch(bytes);
  const { features } = collectionOf(parse(textOf(bytes)));
  return { features, sha256: createHash('sha256').update(bytes).digest('hex') };
}

const OPEN_LIST = '['.charCodeAt(0);
const OPEN_OBJECT = '{'.charCodeAt(0);

/** A position opens one list, a ring and a polygon one each; a feature opens three objects, its properties a few more. */
function refuseTooMuch(bytes: Buffer): void {
  let lists = 0;
  let objects = 0;
  for (const byte of bytes) {
    if (byte === OPEN_LIST) lists += 1;
    else if (byte === OPEN_OBJECT) objects += 1;
  }
  const { vertices, features } = BOUNDARY_LIMITS;
  if (lists > vertices * 1.2) {
    throw fault(
      'TOO_MANY_VERTICES',
      `顶点过多，至多 ${vertices} 个：请简化边界`,
      `too many vertices, at most ${vertices}: simplify the boundaries`,
      String(lists),
    );
  }
  if (objects > features * 5) throw tooManyFeatures(objects);
}

const tooManyFeatures = (found: number): FileRefused =>
  fault(
    'TOO_MANY_FEATURES',
    `要素过多，至多 ${BOUNDARY_LIMITS.features} 个：请按县分成几个文件`,
    `too many features, at most ${BOUNDARY_LIMITS.features}: split the file by county`,
    String(found),
  );

/** UTF-8, as RFC 7946 says; or GB 18030, as older programs write it. */
function textOf(bytes: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw fault('BAD_ENCODING', '文字编码既不是 UTF-8 也不是 GB 18030', 'the text is neither UTF-8 nor GB 18030');
}

function parse(text: string): unknown {
  if (text.trim() === '') throw fault('NOT_GEOJSON', '文件是空的', 'the file is empty');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const line = at === undefined ? null : text.slice(0, Number(at)).split('\n').length;
    throw fault(
      'BAD_JSON',
      line === null ? '不是完整的 JSON' : `第 ${line} 行起不是完整的 JSON`,
      line === null ? 'this is no complete JSON' : `this is no complete JSON from line ${line} on`,
      at === undefined ? undefined : text.slice(Number(at), Number(at) + 40),
    );
  }
}

function collectionOf(json: unknown): { readonly features: readonly RawFeature[] } {
  const type = isObject(json) ? json['type'] : undefined;
  if (!isObject(json) || type !== 'FeatureCollection' || !Array.isArray(json['features'])) {
    throw type === 'Topology'
      ? fault('NOT_GEOJSON', '这是 TopoJSON，请另存为 GeoJSON', 'this is TopoJSON; save it as GeoJSON', 'Topology')
      : fault(
          'NOT_GEOJSON',
          '不是要素集合（FeatureCollection）',
          'this is not a FeatureCollection',
          typeof type === 'string' ? type : undefined,
        );
  }
  refuseOtherSystem(json['crs']);
  const features = json['features'] as readonly unknown[];
  if (features.length === 0) throw fault('NO_FEATURES', '没有要素', 'it contains no features');
  if (features.length > BOUNDARY_LIMITS.features) throw tooManyFeatures(features.length);
  return { features: features.map((feature) => (isObject(feature) ? feature : {})) };
}

/** Files of before RFC 7946 may name another system of coordinates. */
function refuseOtherSystem(crs: unknown): void {
  if (crs === undefined || crs === null) return;
  const properties = isObject(crs) ? crs['properties'] : undefined;
  const name = isObject(properties) ? properties['name'] : undefined;
  if (typeof name === 'string' && DEGREES.test(name)) return;
  throw fault(
    'OTHER_COORDINATES',
    '坐标系不是经纬度，请转换后再导出',
    'the coordinates use another reference system; export in degrees of longitude and latitude',
    typeof name === 'string' ? name : undefined,
  );
}
