import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cityWorkbook, countyWorkbook, type SampleSheets } from './sample-workbooks.ts';
import { writeXlsx, type WorkbookDress } from './write-xlsx.ts';

export const SAMPLE_IDS = ['county-2014', 'city-2019'] as const;
export type SampleId = (typeof SAMPLE_IDS)[number];

interface Sample {
  readonly rows: () => Promise<SampleSheets>;
  readonly dress: WorkbookDress;
}

const SAMPLES: Readonly<Record<SampleId, Sample>> = {
  'county-2014': {
    rows: countyWorkbook,
    dress: {
      chinese: true,
      titles: ['软弱涣散基层党组织整顿工作：{sheet}', '截至2014年7月31日　含说明性数据，见末列'],
    },
  },
  'city-2019': { rows: cityWorkbook, dress: { chinese: false, titles: [] } },
};

/** The rows of a sample campaign by sheet: days ISO, amounts in yuan, words by their key, `500余` for at least 500. */
export const sampleRows = (id: SampleId): Promise<SampleSheets> => SAMPLES[id].rows();

/** The workbook of a sample campaign (`.xlsx`), byte for byte the same on every call. */
export async function sampleWorkbook(id: SampleId): Promise<Buffer> {
  const { rows, dress } = SAMPLES[id];
  return writeXlsx(await rows(), dress);
}

/**
 * Writes the two sample workbooks, `county-2014.xlsx` and `city-2019.xlsx`, byte for byte the same on every run.
 * @param folder made if it does not exist; files of the same name are replaced
 * @returns the paths of the files, in the order in which to import them
 */
export async function writeSamples(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const id of SAMPLE_IDS) {
    const path = join(folder, `${id}.xlsx`);
    await writeFile(path, await sampleWorkbook(id));
    paths.push(path);
  }
  return paths;
}
