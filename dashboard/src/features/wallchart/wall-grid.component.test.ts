import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CaseState, LedgerCaseFragment } from '../../generated/graphql.ts';
import { addMessages } from '../../i18n/index.ts';
import { mount } from '../../testing/mount.ts';
import { STATE_MARKS } from '@wallchart/charts/terms';
import messages from './messages.ts';
import WallGrid from './wall-grid.vue';
import WallLegend from './wall-legend.vue';

addMessages(messages);

function caseOf(caseNo: string, name: string, state: CaseState, more: Partial<LedgerCaseFragment> = {}) {
  const rectified = state === 'STRUCK_OFF';
  return {
    caseNo,
    unit: { code: `u${caseNo}`, name, kind: 'VILLAGE' },
    town: null,
    state,
    stateSince: '2014-05-01',
    identifiedOn: '2014-03-10',
    primaryCause: { code: 'petitions', zh: '信访矛盾集中', en: 'Petitions' },
    otherCauses: [],
    deadline: '2014-07-31',
    daysLeft: rectified ? null : 0,
    overdue: false,
    rectified,
    rectifiedOn: rectified ? '2014-07-01' : null,
    grade: null,
    contactLeader: null,
    documentNo: null,
    relapseOf: null,
    illustrative: [],
    ...more,
  } satisfies LedgerCaseFragment;
}

const figure = (text: string, label: string) => ({ text, label, to: `/rows/${label}` });
const town = (name: string, cases: readonly LedgerCaseFragment[]) => ({
  code: name,
  name,
  link: `/c/county-2014/u/${name}/wallchart`,
  done: cases.length === 0 ? [] : [figure('1', `${name} 完成整顿数`), figure('2', `${name} 排查认定数`)],
  rate: cases.length === 0 ? null : figure('50.0%', `${name} 完成整顿率`),
  rank: cases.length === 0 ? '' : '第 3 名',
  cases,
});
const ROWS = [
  town('鲤城', []),
  town('榜头镇', [
    caseOf('1', '莲墘社区', 'RECTIFYING', { overdue: true, daysLeft: -16, contactLeader: '县委书记' }),
    caseOf('2', '南溪村', 'STRUCK_OFF'),
    caseOf('3', '后坂村', 'RELAPSED'),
  ]),
  town('度尾镇', []),
  town('园庄镇', [caseOf('4', '六户村', 'ACCEPTED'), caseOf('5', '岭北村', 'PLANNED', { daysLeft: 9 })]),
];
const AT = '/c/county-2014/u/350322/wallchart?asOf=2014-07-31';
const show = () => mount(WallGrid, { props: { rows: ROWS }, at: AT });
const tiles = (element: HTMLElement): HTMLElement[] => [...element.querySelectorAll<HTMLElement>('[data-tile]')];

test('no number beside a town stands without its rows, and a town without a case says so', async () => {
  const { element } = await show();
  const headers = [...element.querySelectorAll('[role=rowheader]')];
  expect(headers).toHaveLength(4);
  const bare = headers.flatMap((header) => {
    const copy = header.cloneNode(true) as HTMLElement;
    for (const link of copy.querySelectorAll('a')) link.remove();
    return copy.textContent.match(/\d+/gu) ?? [];
  });
  expect(bare).toEqual([]);
  for (const name of ['榜头镇 完成整顿数', '榜头镇 排查认定数', '榜头镇 完成整顿率']) {
    await expect
      .element(page.getByRole('link', { name: new RegExp(`^${name}`, 'u') }))
      .toHaveAttribute('href', expect.stringContaining('/rows/'));
  }
  expect(page.getByRole('row').elements()[0]?.textContent).toMatch(/鲤城\s*—\s*没有认定对象/u);
});

test('a tile has its state as colour, pattern and word, and says by when and who answers', async () => {
  const { element } = await show();
  const shown = tiles(element).map((tile) => ({
    mark: /mark-(\w+)/u.exec(tile.querySelector('.mark')?.className ?? '')?.[1],
    foot: tile.querySelector('.foot')?.textContent.trim(),
    leader: tile.querySelector('.soft')?.textContent,
  }));
  expect(shown).toEqual([
    { mark: 'overdue', foot: '整顿中逾期 16 天', leader: '县委书记' },
    { mark: 'done', foot: '已销号7月1日', leader: '未定挂钩领导' },
    { mark: 'relapsed', foot: '反弹今天到期', leader: '未定挂钩领导' },
    { mark: 'accepted', foot: '已验收今天到期', leader: '未定挂钩领导' },
    { mark: 'work', foot: '方案已定还剩 9 天', leader: '未定挂钩领导' },
  ]);
  const looks = tiles(element).map((tile) => {
    const { backgroundColor, backgroundImage } = getComputedStyle(tile.querySelector('.mark') ?? tile);
    return `${backgroundColor} ${backgroundImage}`;
  });
  expect(new Set(looks).size).toBe(STATE_MARKS.length);
});

test('the tiles are one stop of Tab; arrows skip empty towns, Control with Home and End go to the ends', async () => {
  const { element, router } = await show();
  const all = tiles(element);
  const at = (): number => all.indexOf(document.activeElement as HTMLElement);
  expect(all.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1]);
  all[0]?.focus();
  const steps: [keys: string, tile: number][] = [
    ['{ArrowRight}', 1],
    ['{End}', 2],
    ['{ArrowDown}', 4],
    ['{ArrowDown}', 4],
    ['{ArrowUp}', 1],
    ['{Control>}{End}{/Control}', 4],
    ['{ArrowLeft}', 3],
    ['{ArrowLeft}', 2],
    ['{Control>}{Home}{/Control}', 0],
    ['{ArrowLeft}', 0],
  ];
  const went: typeof steps = [];
  for (const [keys] of steps) {
    await userEvent.keyboard(keys);
    went.push([keys, at()]);
  }
  expect(went).toEqual(steps);
  await userEvent.keyboard('{ArrowDown}');
  expect(all.map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, -1, 0, -1]);
  await userEvent.keyboard('{Enter}');
  // The case keeps the list that it was opened from.
  await expect.poll(() => router.currentRoute.value.fullPath).toBe('/c/county-2014/u/350322/case/4?asOf=2014-07-31');
});

test('the legend names every state with its count, and says how many it hides and how to show them', async () => {
  const entries = STATE_MARKS.map((mark, index) => ({ mark, count: index, pressed: mark === 'overdue' }));
  const { emitted, set } = await mount(WallLegend, { props: { entries, hidden: 7 }, events: ['toggle', 'all'] });
  const legend = page.getByRole('group', { name: '图例，点击可筛选' });
  const buttons = () =>
    legend
      .getByRole('button')
      .elements()
      .map((one) => [one.textContent.replaceAll(/\s+/gu, ' ').trim(), one.getAttribute('aria-pressed')]);
  expect(buttons()).toEqual([
    ['已完成 0', 'false'],
    ['已验收未销号 1', 'false'],
    ['整顿中 2', 'false'],
    ['逾期 3', 'true'],
    ['反弹 4', 'false'],
    ['全部', null],
  ]);
  await expect.element(legend.getByRole('status')).toMatchTextContent(/筛选后隐藏 7 个/u);
  await legend.getByRole('button', { name: /逾期/u }).click();
  await legend.getByRole('button', { name: '全部' }).click();
  expect(emitted).toEqual([['toggle', 'overdue'], ['all']]);
  set({ hidden: 0 });
  await expect.poll(() => legend.getByRole('status').elements()).toEqual([]);
});
