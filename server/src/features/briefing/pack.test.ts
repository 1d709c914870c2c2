import { expect, it } from 'vitest';
import { pack, type Packed, type PackedValue } from './pack.ts';

/** A reader of the test's own; the page's is held to the same by test/contract. */
function read({ shapes, pool, value }: Packed): unknown {
  const one = (node: PackedValue): unknown => {
    if (!Array.isArray(node)) return node;
    const [head, ...rest] = node as readonly number[];
    if (head === -2) return one(pool[rest[0] ?? 0] ?? null);
    if (head === -1) return rest.map(one);
    return Object.fromEntries((shapes[head ?? 0] ?? []).map((key, index) => [key, one(rest[index] ?? null)]));
  };
  return one(value);
}

const figure = (id: string, value: string | null): object => ({ id, value, note: null, atLeast: false });
const data = {
  units: [
    { code: '350322', figures: [figure('RECTIFIED', '32'), figure('GAP', null)] },
    {
      code: '350322107',
      figures: [
        figure('RECTIFIED', '1'),
        figure('GAP', null),
        [],
        [
          [1, -2],
          [1, -2],
        ],
      ],
    },
  ],
  empty: {},
};

it('loses nothing, lists that look like its own marks included', () => {
  expect(read(pack(data))).toEqual(data);
});

it('writes keys once, and what is repeated once', () => {
  const packed = pack(data);
  const text = JSON.stringify(packed);
  expect(text.match(/"atLeast"/g)).toHaveLength(1);
  expect(text.match(/"GAP"/g)).toHaveLength(1);
});

it('gives the same bytes for equal data in another order of keys', () => {
  const turned = { empty: {}, units: data.units.map(({ code, figures }) => ({ figures, code })) };
  expect(JSON.stringify(pack(turned))).toBe(JSON.stringify(pack(data)));
});
