import { writeFile } from 'node:fs/promises';
import { SAMPLE_IDS } from '@wallchart/db/seeds';
import { defineCommand } from 'citty';
import { WallchartError } from '../domain/errors.ts';
import { writeSample, writeTemplate } from '../features/imports/index.ts';
import { placeForWorkbook } from './given-path.ts';
import { EXIT, say } from './output.ts';

export default defineCommand({
  meta: { name: 'template', description: 'Write a blank ledger workbook with drop-downs for coded columns.' },
  args: {
    file: { type: 'positional', required: true, description: 'File to write (.xlsx).' },
    lang: { type: 'enum', options: ['zh', 'en'], default: 'zh', description: 'Language of headers and values.' },
    sample: {
      type: 'enum',
      options: [...SAMPLE_IDS],
      description: 'Write the workbook of a sample campaign instead of a blank one.',
    },
    force: { type: 'boolean', description: 'Overwrite an existing file.' },
  },
  run: async ({ args }) => {
    const path = await placeForWorkbook(args.file);
    const sample = SAMPLE_IDS.find((id) => id === args.sample);
    const lang = args.lang === 'en' ? 'en' : 'zh';
    const workbook = sample ? await writeSample(sample, lang) : await writeTemplate(lang);
    await writeFile(path, workbook, { flag: args.force ? 'w' : 'wx' }).catch((error: NodeJS.ErrnoException) => {
      throw new WallchartError(
        'FILE_NOT_READABLE',
        error.code === 'EEXIST'
          ? `${path} already exists; use --force to overwrite it`
          : `cannot write ${path}: ${error.message}`,
      );
    });
    say(path);
    return EXIT.done;
  },
});
