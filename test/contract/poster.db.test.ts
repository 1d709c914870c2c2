import { describe, expect, it } from 'vitest';
import { extractText, getDocumentProxy } from 'unpdf';
import { sampleApp } from './sample-app.ts';

const ASKED = 'campaign=county-2014&unit=350322&asOf=2014-07-31';
const app = sampleApp('county-2014', '350322', '2014-07-31');

/** The lines of type of a sheet. */
const linesOf = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(([, text = '']) => text.replaceAll(/<[^>]+>/g, ''));

describe('the poster', () => {
  it('shows every organisation with state, cause, deadline and post, as text', async () => {
    const { body, headers, statusCode } = await app.get(`/exports/poster.svg?${ASKED}&size=A3`);
    expect([statusCode, headers['x-wallchart-sheets']]).toEqual([200, '1']);
    expect(body).toMatch(/width="420mm" height="297mm"/);
    const texts = linesOf(body);
    expect(texts).toEqual(
      expect.arrayContaining(['鲁头村', '逾期', '逾期 16 天、7月15日到期◈', '已验收未销号', '东山村']),
    );
    expect(texts).toContain('排查认定 37 个，完成整顿 32 个（86.5%），未完成 5 个，逾期 2 个');
    expect(body.match(/fill="#ffffff" stroke=/g)).toHaveLength(37);
    expect(body).toContain('没有认定对象：赖店镇');
  });

  it('is a PDF of the paper, its text selectable, the same bytes again', async () => {
    const first = await app.get(`/exports/poster.pdf?${ASKED}&size=A1`);
    expect(first.headers['content-type']).toBe('application/pdf');
    const document = await getDocumentProxy(new Uint8Array(first.rawPayload));
    const { text, totalPages } = await extractText(document, { mergePages: true });
    expect(totalPages).toBe(1);
    expect(text).toContain('鲤南镇');
    expect(text).toContain('县委常委、组织部部长');
    const [, , width = 0, height = 0] = (await document.getPage(1)).view;
    expect([Math.round((width / 72) * 25.4), Math.round((height / 72) * 25.4)]).toEqual([841, 594]);
    expect((await app.get(`/exports/poster.pdf?${ASKED}&size=A1`)).rawPayload.equals(first.rawPayload)).toBe(true);
  });

  it('speaks English, of a town too', async () => {
    const { body } = await app.get('/exports/poster.svg?campaign=county-2014&unit=350322100&asOf=2014-07-31&lang=en');
    const texts = linesOf(body);
    expect(texts).toContain('3 identified, 3 rectified (100.0%), 0 outstanding, 0 overdue');
    expect(texts).toContain('Petitions and disputes◈');
  });

  it('sets digits in their own face, beside ◈ in the face for signs', async () => {
    const { rawPayload } = await app.get(`/exports/poster.pdf?${ASKED}&size=A1&lang=en`);
    const page = await (await getDocumentProxy(new Uint8Array(rawPayload))).getPage(1);
    const { items } = await page.getTextContent();
    const set = items.flatMap((item) => ('str' in item ? [item] : []));
    const faceOf = (text: string): unknown => set.find(({ str }) => str.includes(text))?.fontName;
    expect(faceOf('due 15 August')).toBe(faceOf('done 9 May'));
    expect(faceOf('due 15 August')).not.toBe(faceOf('◈'));
  });

  it('refuses sheets and sizes that there are not', async () => {
    const code = async (query: string): Promise<unknown> => {
      const { statusCode, body } = await app.get(`/exports/poster.svg?${ASKED}&${query}`);
      return [statusCode, (JSON.parse(body) as { error: { code: string } }).error.code];
    };
    expect(await code('sheet=2')).toEqual([404, 'NOT_FOUND']);
    expect(await code('size=A9')).toEqual([400, 'BAD_INPUT']);
  });
});
