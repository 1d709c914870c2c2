import { expect, test } from 'vitest';
import { pageRules } from './page-rules.ts';

test('page rules are taken out whole, with the boxes in them, and nothing else', () => {
  const css = `h1 { color: red; }
@page { size: 210mm 297mm; margin: 37mm 26mm 35mm 28mm; }
@page :right { @bottom-right { content: '— ' counter(page) ' —'; } }
@media print { .sheet { break-after: page; } }
@page draft { @top-center { content: 'x'; } }
p { margin: 0; }`;
  expect(pageRules(css)).toBe(
    [
      '@page { size: 210mm 297mm; margin: 37mm 26mm 35mm 28mm; }',
      "@page :right { @bottom-right { content: '— ' counter(page) ' —'; } }",
      "@page draft { @top-center { content: 'x'; } }",
    ].join('\n'),
  );
});

test('a sheet without any gives none', () => {
  expect(pageRules('p { margin: 0 }')).toBe('');
});
