import { expect, test } from 'vitest';
import { nameOfFile } from './receive-file.ts';

test('a file keeps the Chinese name that it is sent under', () => {
  const disposition = `attachment; filename="circular.docx"; filename*=UTF-8''${encodeURIComponent('7月通报.docx')}`;
  expect(nameOfFile(disposition, '/circulars/1/draft.docx')).toBe('7月通报.docx');
});

test('without one, or with one that cannot be read, it is called as in its address', () => {
  expect(nameOfFile('attachment; filename="a.pdf"', '/circulars/1/draft.pdf')).toBe('a.pdf');
  expect(nameOfFile(null, '/circulars/1/draft.pdf?lang=zh')).toBe('draft.pdf');
  expect(nameOfFile("attachment; filename*=UTF-8''%E4%", '/exports/briefing.html?unit=1')).toBe('briefing.html');
});
