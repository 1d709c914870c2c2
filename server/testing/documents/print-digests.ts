import { createHash } from 'node:crypto';
import { documentToDocx, documentToHtml, documentToPdf } from '../../src/rendering/document/index.ts';
import { enCircular, zhCircular } from './sample-documents.ts';

const digest = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

for (const document of [zhCircular, enCircular]) {
  const files = [await documentToDocx(document), await documentToPdf(document), documentToHtml(document)];
  for (const bytes of files) process.stdout.write(`${digest(bytes)}\n`);
}
