import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { samplePicture } from '../../../../testing/documents/sample-documents.ts';
import { toPng } from '../../../rendering/png.ts';
import { checkedCircular, short } from '../../../../testing/circulars/checked-circular.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let { docx, check, edited }: Awaited<ReturnType<typeof checkedCircular>> = {} as never;
beforeAll(async () => {
  ({ docx, check, edited } = await checkedCircular());
});

describe('pictures', () => {
  const drawing = /<w:drawing>.*?<\/w:drawing>/gs;

  it('one that is gone', async () => {
    expect(short(await edited((xml) => xml.replace(drawing.exec(xml)![0], '')))).toEqual([
      'PICTURE REMOVED  | （图：进度图）',
    ]);
  });

  it('one in the place of another, and both exchanged', async () => {
    const twice = (xml: string) => {
      const [one = '', other = ''] = xml.match(drawing) ?? [];
      return xml.replace(one, other);
    };
    expect(short(await edited(twice))).toEqual(['PICTURE CHANGED （图：各镇图） | （图：进度图）']);
    const exchanged = (xml: string) => {
      const [one = '', other = ''] = xml.match(drawing) ?? [];
      return xml.replace(other, one).replace(one, other);
    };
    expect(short(await edited(exchanged))).toEqual([
      'PICTURE CHANGED （图：各镇图） | （图：进度图）',
      'PICTURE CHANGED （图：进度图） | （图：各镇图）',
    ]);
  });

  it('scaled and without its SVG it is the same, with another figure it is not', async () => {
    const withPng = async (svg: string, width: number): Promise<Buffer> => {
      const parts = unzipSync(docx);
      const png = Object.keys(parts).find((name) => name.endsWith('.png') && isOf(parts, name, '进度图'));
      const xml = strFromU8(parts['word/document.xml']!).replaceAll(/<a:extLst>.*?<\/a:extLst>/gs, '');
      return Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(xml), [png!]: await toPng(svg, width) }));
    };
    expect(await check(await withPng(samplePicture('进度'), 1200))).toEqual([]);
    expect(short(await check(await withPng(samplePicture('进度').replace('>75%<', '>15%<'), 1843)))).toEqual([
      'PICTURE CHANGED （图：进度图） | （图：进度图）',
    ]);
  });
});

/** Whether a drawing of that description shows a part. */
function isOf(parts: Record<string, Uint8Array>, name: string, description: string): boolean {
  const xml = strFromU8(parts['word/document.xml']!);
  const drawing = [...xml.matchAll(/<w:drawing>.*?<\/w:drawing>/gs)].find(([one]) =>
    one.includes(`descr="${description}"`),
  );
  const id = /<a:blip r:embed="([^"]+)"/.exec(drawing?.[0] ?? '')?.[1];
  const rels = strFromU8(parts['word/_rels/document.xml.rels']!);
  const target = [...rels.matchAll(/<Relationship [^>]*>/g)].find(([one]) => one.includes(`Id="${id}"`))?.[0] ?? '';
  return target.includes(name.replace('word/', ''));
}
