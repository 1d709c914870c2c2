import { writeFile } from 'node:fs/promises';
import { defineCommand } from 'citty';
import { WallchartError } from '../errors.ts';
import { writeTemplate } from '../features/imports/index.ts';
import { givenPath } from './given-path.ts';
import { EXIT, say } from './output.ts';

export default defineCommand({
  meta: { name: 'template', description: 'Write an empty ledger workbook with drop-downs for coded columns.' },
  args: {
    file: { type: 'positional', required: true, description: 'Where to write it (.xlsx).' },
    lang: { type: 'enum', options: ['zh', 'en'], default: 'zh', description: 'Language of headers and words.' },
    force: { type: 'boolean', description: 'Write over a file that is there already.' },
  },
  run: async ({ args }) => {
    const path = givenPath(args.file);
    const workbook = await writeTemplate(args.lang === 'en' ? 'en' : 'zh');
    await writeFile(path, workbook, { flag: args.force ? 'w' : 'wx' }).catch((error: NodeJS.ErrnoException) => {
      throw new WallchartError(
        'FILE_NOT_READABLE',
        error.code === 'EEXIST'
          ? `${path} is there already; use --force to write over it`
          : `cannot write ${path}: ${error.message}`,
      );
    });
    say(path);
    return EXIT.done;
  },
});
