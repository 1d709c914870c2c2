import { expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import {
  UnitPlaceDocument,
  WallMapSitesDocument,
  type UnitPlaceQuery,
  type WallMapSitesQuery,
} from '../generated/graphql.ts';
import { answer, Refusal } from '../testing/answers.ts';
import { mount } from '../testing/mount.ts';
import { isCached, prefetch } from './prefetch.ts';
import { refreshAll } from './queries.ts';
import { useOperation, type Operation } from './use-operation.ts';
import { usePages, type Pages } from './use-pages.ts';

const DAY = '2014-07-31';
const unitOf = (code: string | number): UnitPlaceQuery => ({
  orgUnit: { code: String(code), name: `unit ${code}`, kind: 'TOWN', level: 4, ancestors: [], children: [] },
});

/** A component that asks for a unit and says what it has. */
async function unitShown(code: string) {
  let operation!: Operation<UnitPlaceQuery>;
  const mounted = await mount(
    defineComponent({
      props: { code: { type: String, default: null } },
      setup(props) {
        operation = useOperation(UnitPlaceDocument, () =>
          props.code === null ? null : { code: props.code, asOf: DAY },
        );
        return () => h('p', operation.error.value?.code ?? operation.data.value?.orgUnit?.name ?? '…');
      },
    }),
    { props: { code } },
  );
  return { ...mounted, text: () => mounted.element.textContent, loading: () => operation.loading.value, operation };
}

it('an answer stays until the next one has come, and gives way to a failure', async () => {
  let release = (): void => undefined;
  const requests = answer(UnitPlaceDocument, async ({ code }) => {
    if (code === 'a2') await new Promise<void>((resolve) => (release = resolve));
    return code === 'a3' ? new Refusal('UNKNOWN_UNIT', 'no') : unitOf(code);
  });
  const page = await unitShown('a1');
  await expect.poll(page.text).toBe('unit a1');
  page.set({ code: 'a2' });
  await expect.poll(page.loading).toBe(true);
  expect(page.text()).toBe('unit a1');
  await expect.poll(() => requests.length).toBe(2);
  release();
  await expect.poll(page.text).toBe('unit a2');
  expect(page.loading()).toBe(false);
  page.set({ code: 'a3' });
  await expect.poll(page.text).toBe('UNKNOWN_UNIT');
  page.set({ code: null });
  await expect.poll(() => requests.length).toBe(3);
});

it('what was prefetched is not asked for a second time', async () => {
  const requests = answer(UnitPlaceDocument, ({ code }) => unitOf(code));
  const variables = { code: 'b1', asOf: DAY };
  expect(isCached(UnitPlaceDocument, variables)).toBe(false);
  await prefetch(UnitPlaceDocument, variables);
  expect(isCached(UnitPlaceDocument, variables)).toBe(true);
  const page = await unitShown('b1');
  expect(page.text()).toBe('unit b1');
  expect(requests).toHaveLength(1);
});

it('everything on screen is asked for again at once, and the same figures are the same object', async () => {
  const requests = answer(UnitPlaceDocument, ({ code }) => unitOf(code));
  const page = await unitShown('c1');
  await expect.poll(page.text).toBe('unit c1');
  const before = page.operation.data.value;
  refreshAll();
  await expect.poll(() => requests.length).toBe(2);
  await expect.poll(page.loading).toBe(false);
  expect(page.operation.data.value).toBe(before);
});

type Sites = NonNullable<WallMapSitesQuery['orgUnit']>['report']['cases'];

const site = (caseNo: string): Sites['edges'][number] => ({
  node: { caseNo, unit: { code: caseNo, boundary: null } },
});
const sites = (names: readonly string[], endCursor: string | null, code: string): WallMapSitesQuery => ({
  orgUnit: {
    code,
    report: {
      asOf: DAY,
      cases: { totalCount: 3, edges: names.map(site), pageInfo: { hasNextPage: endCursor !== null, endCursor } },
    },
  },
});

/** A component that asks for a list and says what it has. */
async function listShown(code: string, whole: boolean) {
  let pages!: Pages<WallMapSitesQuery, Sites['edges'][number]>;
  const { element } = await mount(
    defineComponent(() => {
      pages = usePages(
        WallMapSitesDocument,
        { campaign: 'county-2014', code, asOf: DAY, knownAt: null, tree: 'THEN', decimals: 4, first: 2 },
        (data) => data.orgUnit?.report.cases,
        { whole },
      );
      return () => h('p', pages.edges.value.map(({ node }) => node.caseNo).join(' '));
    }),
  );
  return { pages, text: () => element.textContent };
}

it('a list comes page by page, a page that fails leaves the others, and asking again goes on', async () => {
  let fails = true;
  const requests = answer(WallMapSitesDocument, ({ after }) => {
    if (after === null) return sites(['1', '2'], 'two', 'd1');
    return fails ? new Refusal('INTERNAL', 'no') : sites(['3'], null, 'd1');
  });
  const { pages, text } = await listShown('d1', false);
  await expect.poll(text).toBe('1 2');
  expect([pages.total.value, pages.complete.value]).toEqual([3, false]);
  await pages.more();
  await expect.poll(() => pages.moreError.value?.code).toBe('INTERNAL');
  expect([text(), pages.error.value]).toEqual(['1 2', null]);
  fails = false;
  await pages.rest();
  await expect.poll(text).toBe('1 2 3');
  expect([pages.complete.value, pages.moreError.value]).toEqual([true, null]);
  expect(requests.map(({ after }) => after)).toEqual([null, 'two', 'two']);
});

it('a whole list is asked for to its end, which a cursor that comes again is too', async () => {
  const requests = answer(WallMapSitesDocument, ({ after }) => sites([after ?? 'first'], 'same', 'd2'));
  const { pages, text } = await listShown('d2', true);
  await expect.poll(text).toBe('first same');
  expect(pages.complete.value).toBe(true);
  expect(requests).toHaveLength(2);
});

it('a unit that is not there is a failure', async () => {
  answer(WallMapSitesDocument, () => ({ orgUnit: null }));
  const { pages } = await listShown('d3', true);
  await expect.poll(() => pages.error.value?.code).toBe('UNKNOWN_UNIT');
});
