import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export const COUNTY = '350322';
export const CAMPAIGN = 'bench';
const VILLAGES = 6000;
const PER_TOWN = 100;
const DAY = 86_400_000;

const dayAt = (days: number): string => new Date(Date.UTC(2014, 2, 20) + days * DAY).toISOString().slice(0, 10);
const town = (at: number): string => `${COUNTY}${100 + Math.floor(at / PER_TOWN)}`;
const village = (at: number): string => `${town(at)}${200 + (at % PER_TOWN)}`;
const caseNo = (at: number): string => `B${String(at).padStart(5, '0')}`;
const each = (times: number, line: (village: number, no: number) => string) => (): Iterable<string> =>
  (function* lines() {
    for (let at = 0; at < VILLAGES; at += 1) for (let no = 0; no < times; no += 1) yield line(at, no);
  })();

type Files = Readonly<Record<string, readonly [string, () => Iterable<string>]>>;

/** The tree and the campaign that the facts stand on. */
export const BASE: Files = {
  units: [
    'code,name,kind,parent_code,population',
    function* units() {
      yield `${COUNTY},仙游县,county,,`;
      for (let at = 0; at < VILLAGES; at += PER_TOWN) yield `${town(at)},第${at / PER_TOWN}镇,town,${COUNTY},`;
      for (let at = 0; at < VILLAGES; at += 1)
        yield `${village(at)},未具名村${at},village,${town(at)},${1000 + (at % 5000)}`;
    },
  ],
  campaigns: ['campaign,unit_code,name_zh,start_on', () => [`${CAMPAIGN},${COUNTY},整顿,2014-03-01`]],
};

const STATES = ['planned', 'rectifying', 'submitted', 'accepted', 'struck_off'];

/** 300,000 facts, as a large county would keep them over a campaign. */
export const FACTS: Files = {
  cases: [
    '编号,批次,单位代码,认定日期,主要情形,其他情形,具体表现',
    each(
      1,
      (at) =>
        `${caseNo(at)},${CAMPAIGN},${village(at)},2014-03-20,C${String((at % 9) + 1).padStart(2, '0')},C13;C14,"班子配备不齐，活动不正常"`,
    ),
  ],
  transitions: ['编号,状态,日期', each(5, (at, no) => `${caseNo(at)},${STATES[no]},${dayAt(1 + no * 10 + (at % 7))}`)],
  measures: [
    '编号,序号,方面,内容,完成时限,完成日期',
    each(5, (at, no) => `${caseNo(at)},${no + 1},people,选优配强班子第${no}项,${dayAt(60 + no)},${dayAt(30 + no)}`),
  ],
  contacts: [
    '编号,角色,职务或单位,起',
    each(
      4,
      (at, no) => `${caseNo(at)},${['leader', 'unit', 'town_leader', 'working_group'][no]},县委某部${no},2014-03-25`,
    ),
  ],
  visits: [
    '编号,角色,日期,发现问题,解决问题,说明',
    each(20, (at, no) => `${caseNo(at)},leader,${dayAt(10 + no * 4)},${no % 4},${no % 3}余,入户走访`),
  ],
  economy: [
    '单位代码,年度,经营性收入（万元）',
    each(5, (at, no) => `${village(at)},${2010 + no},${(at % 90) / 10 + no}`),
  ],
  operating_funds: [
    '单位代码,年度,应拨（万元）,实拨（万元）,日期',
    each(5, (at, no) => `${village(at)},${2010 + no},3,${no % 2 ? '3' : '2.5'},${2010 + no}-06-30`),
  ],
  reports: [
    '批次,单位代码,期,应报日期,报送日期',
    each(5, (at, no) => `${CAMPAIGN},${village(at)},2014-0${4 + no},2014-0${4 + no}-28,2014-0${4 + no}-27`),
  ],
};

/** Writes CSV files; returns the folder. */
export async function writeFolder(folder: string, files: Files): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const [name, [header, lines]] of Object.entries(files)) {
    const text = function* text(): Generator<string> {
      yield `${header}\n`;
      for (const line of lines()) yield `${line}\n`;
    };
    await pipeline(Readable.from(text(), { objectMode: false }), createWriteStream(join(folder, `${name}.csv`)));
  }
  return folder;
}
