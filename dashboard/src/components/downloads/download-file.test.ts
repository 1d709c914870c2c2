import { expect, test } from 'vitest';
import { nameOfFile } from './download-file.ts';

test('a file keeps the Chinese name that it is sent under', () => {
  const disposition = `attachment; filename="circular.docx"; filename*=UTF-8''${encodeURIComponent('7月通报.docx')}`;
  expect(nameOfFile(disposition, '/circulars/1/draft.docx')).toBe('7月通报.docx');
});

test('without one it is called as in its address', () => {
  expect(nameOfFile('attachment; filename="a.pdf"', '/circulars/1/draft.pdf')).toBe('a.pdf');
  expect(nameOfFile(null, '/circulars/1/draft.pdf?lang=zh')).toBe('draft.pdf');
});
