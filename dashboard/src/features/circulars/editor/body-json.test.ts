import { expect, test } from 'vitest';
import type { Body } from '../content.ts';
import { bindingKey, figuresIn } from '../content.ts';
import { bodyOf, documentOf, wordsOf } from './body-json.ts';

const RATE = { of: 'metric', metric: 'RECTIFICATION_RATE', part: 'value', at: 'now' } as const;
const BODY: Body = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: '一、总体情况' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '占' },
        { type: 'figure', attrs: { key: 'rate', bind: RATE } },
        { type: 'text', text: '。' },
      ],
    },
    { type: 'paragraph' },
  ],
};

test('a text goes into the editor and comes back as it was', () => {
  expect(bodyOf(documentOf(BODY))).toEqual(BODY);
});

test('the editor gets a copy, not the kept document', () => {
  expect(documentOf(BODY).content?.[1]?.content?.[1]?.attrs).not.toBe(
    BODY.content[1]?.content?.[1]?.type === 'figure' ? BODY.content[1].content[1].attrs : null,
  );
});

test('what an editor adds is left out, and words side by side become one text', () => {
  const document = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: { textAlign: null },
        content: [
          { type: 'text', text: '已', marks: [{ type: 'bold' }] },
          { type: 'text', text: '完成' },
          { type: 'text', text: '' },
          { type: 'figure', attrs: { key: 'a', bind: RATE, id: null } },
        ],
      },
      { type: 'heading', attrs: { level: 9, id: 'x' }, content: [] },
    ],
  };
  expect(bodyOf(document)).toEqual({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '已完成' },
          { type: 'figure', attrs: { key: 'a', bind: RATE } },
        ],
      },
      { type: 'heading', attrs: { level: 4 } },
    ],
  });
});

test('for a clipboard, figures are written out', () => {
  expect(wordsOf(BODY, (bind) => (bind.of === 'metric' && bind.metric === 'RECTIFICATION_RATE' ? '86.5%' : '?'))).toBe(
    '一、总体情况\n占86.5%。\n',
  );
});

test('bindings are equal whatever the order of their fields', () => {
  expect(bindingKey({ at: 'now', of: 'metric', by: { key: 'C09', dimension: 'CAUSE' } })).toBe(
    bindingKey({ by: { dimension: 'CAUSE', key: 'C09' }, of: 'metric', at: 'now', unit: undefined }),
  );
  expect(bindingKey({ of: 'day', day: 'asOf' })).not.toBe(bindingKey({ of: 'day', day: 'previous' }));
  expect(figuresIn(BODY)).toEqual([{ key: 'rate', bind: RATE }]);
});
