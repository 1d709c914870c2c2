import { addDays } from '../../../domain/day.ts';
import type { Finding } from '../../../recording/problems.ts';
import type { Feature } from './feature.ts';
import { spellingsOf, type KnownUnits, type UnitVersion } from './known-units.ts';

const ALWAYS = '-infinity';
const VILLAGE_LEVEL = 5;

/** A feature and the unit it shows, in the form in which it is stored. */
export interface MatchedFeature {
  readonly no: number;
  readonly unit: string;
  readonly county: string;
  readonly effectiveOn: string;
  readonly feature: Feature;
}

type Report = (finding: Finding) => void;

/**
 * Finds the unit of each feature: by its code, else by its exact name within the file's own counties. These are the
 * counties of the features that name a code; in a file without codes, the one county that knows the most of its names.
 * What matches no unit, or several, or the same unit twice, is reported.
 */
export function matchFeatures(features: readonly Feature[], known: KnownUnits, report: Report): MatchedFeature[] {
  const counties = countiesOf(features, known);
  const matched: MatchedFeature[] = [];
  const first = new Map<string, number>();
  for (const feature of features) {
    const version = placed(feature, known, counties, report);
    if (!version) continue;
    const effectiveOn = feature.validFrom ?? ALWAYS;
    const key = `${version.code}|${feature.shape}|${effectiveOn}`;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, feature.no);
      matched.push({ no: feature.no, unit: version.code, county: version.county, effectiveOn, feature });
    } else report(twice(feature, version, before));
  }
  return matched;
}

const codeOf = ({ code }: Feature, known: KnownUnits): string | undefined =>
  code === null ? undefined : spellingsOf(code).find((text) => known.versions(text).length > 0);

const countyOf = (code: string, known: KnownUnits): string | undefined => known.versions(code).at(-1)?.county;

function countiesOf(features: readonly Feature[], known: KnownUnits): ReadonlySet<string> {
  const coded = features.map((feature) => codeOf(feature, known)).filter((code) => code !== undefined);
  if (coded.length > 0)
    return new Set(coded.map((code) => countyOf(code, known)).filter((county) => county !== undefined));
  const votes = new Map<string, number>();
  for (const { name } of features) {
    const counties = new Set(known.named(name ?? '').map((code) => countyOf(code, known) ?? ''));
    for (const county of counties) votes.set(county, (votes.get(county) ?? 0) + 1);
  }
  const most = Math.max(0, ...votes.values());
  return new Set([...votes].filter(([, count]) => count === most).map(([county]) => county));
}

/** The version of its unit that a feature is placed by, or null, reported. */
function placed(
  feature: Feature,
  known: KnownUnits,
  counties: ReadonlySet<string>,
  report: Report,
): UnitVersion | null {
  const code = feature.code === null ? unitNamed(feature, known, counties, report) : unitCoded(feature, known, report);
  if (code === null) return null;
  const versions = known.versions(code);
  const day = feature.validFrom;
  const version = versions.find(
    ({ validFrom, validTo }) => day === null || (starts(validFrom, day) && ends(validTo, day)),
  );
  if (!version) {
    const life = versions.map(lifeOf).join(', ');
    report({
      row: feature.no,
      column: 'valid_from',
      value: day,
      code: 'UNIT_NOT_ALIVE',
      message: { zh: '该日单位不存在', en: 'the unit does not exist on that date' },
      expected: {
        zh: `单位存续期内的日期（含首末两日）：${life}`,
        en: `a date when the unit exists (inclusive): ${life}`,
      },
    });
    return null;
  }
  if (feature.shape === 'site' && version.level !== VILLAGE_LEVEL) {
    report({
      row: feature.no,
      column: 'geometry',
      value: 'Point',
      code: 'SITE_OF_NO_VILLAGE',
      message: {
        zh: `${version.name}不是村或社区`,
        en: `${version.code} ${version.name} is not a village or community`,
      },
      expected: { zh: '点只用于村、社区；乡镇用区域', en: 'a point for a village or community; an area for a town' },
    });
    return null;
  }
  warnOfOtherName(feature, versions, report);
  return version;
}

const starts = (validFrom: string, day: string): boolean => validFrom === ALWAYS || validFrom <= day;
const ends = (validTo: string, day: string): boolean => validTo === 'infinity' || day < validTo;

function unitCoded(feature: Feature, known: KnownUnits, report: Report): string | null {
  const found = codeOf(feature, known);
  if (found !== undefined) return found;
  const named = feature.name === null ? [] : known.named(feature.name);
  const hint = named.slice(0, 3).join(', ');
  report({
    row: feature.no,
    column: 'code',
    value: feature.code,
    code: 'UNKNOWN_UNIT',
    message: { zh: '没有这个单位', en: 'unknown unit' },
    expected:
      hint === ''
        ? {
            zh: '数据库中已有单位的代码；请先导入“单位”表',
            en: 'the code of a known unit; import the sheet units first',
          }
        : {
            zh: `数据库中已有单位的代码；${feature.name}是 ${hint}`,
            en: `the code of a known unit; ${feature.name} is ${hint}`,
          },
  });
  return null;
}

function unitNamed(feature: Feature, known: KnownUnits, counties: ReadonlySet<string>, report: Report): string | null {
  const all = known.named(feature.name ?? '');
  const inside = all.filter((code) => counties.has(countyOf(code, known) ?? ''));
  const [only, ...others] = inside;
  if (only !== undefined && others.length === 0) return only;
  const few = (only === undefined ? all : inside).slice(0, 5).join(', ');
  report({
    row: feature.no,
    column: 'name',
    value: feature.name,
    code: only === undefined ? 'UNKNOWN_UNIT' : 'AMBIGUOUS_NAME',
    message:
      only === undefined
        ? { zh: '本县没有叫这个名称的单位', en: 'no unit in the county has this name' }
        : { zh: `有 ${inside.length} 个单位叫这个名称`, en: `${inside.length} units have this name` },
    expected:
      few === ''
        ? { zh: '与“单位”表完全相同的名称，或代码', en: 'a name exactly as in the sheet units, or a code' }
        : { zh: `加上属性 code：${few}`, en: `add a property code: ${few}` },
  });
  return null;
}

/** A code that was mistyped into another existing one would put a town in the wrong place. */
function warnOfOtherName({ no, code, name }: Feature, versions: readonly UnitVersion[], report: Report): void {
  if (code === null || name === null) return;
  if (versions.some((version) => version.name.includes(name) || name.includes(version.name))) return;
  const own = versions.at(-1)?.name ?? '';
  report({
    row: no,
    column: 'name',
    value: name,
    code: 'OTHER_NAME',
    severity: 'warning',
    message: { zh: `代码 ${code} 的单位不叫这个名称`, en: `the unit ${code} has a different name` },
    expected: { zh: own, en: own },
  });
}

const twice = (feature: Feature, { code, name }: UnitVersion, before: number): Finding => ({
  row: feature.no,
  column: feature.code === null ? 'name' : 'code',
  value: feature.code ?? feature.name,
  code: 'DUPLICATE_ROW',
  message: {
    zh: `与第 ${before} 个要素是同一单位（${code} ${name}）`,
    en: `the same unit as feature ${before} (${code} ${name})`,
  },
  expected: {
    zh: '每个单位一个区域、一个村址；几块分开的区域合成一个 MultiPolygon',
    en: 'one area and one site per unit; put separate parts in one MultiPolygon',
  },
});

/** Days of a version, first and last day included. */
const lifeOf = ({ validFrom, validTo }: UnitVersion): string =>
  [
    ...(validFrom === '-infinity' ? [] : [validFrom]),
    '…',
    ...(validTo === 'infinity' ? [] : [addDays(validTo, -1)]),
  ].join(' ');
