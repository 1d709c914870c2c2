import { createApp, nextTick, type App } from 'vue';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands, page } from 'vitest/browser';
import { answerWith } from '../api/transport.ts';
import { queries, refreshAll } from '../api/queries.ts';
import { i18n, setLanguage } from '../i18n/index.ts';
import { useTheme } from '../page/use-theme.ts';
import { fetchAnswers } from '../testing/answers.ts';
// What every other component test is answered, which is asked again at the end.
import '../testing/mount.ts';
import { answersFetch } from './answers.ts';
import { groups } from './groups.ts';
import StorySheet from './story-sheet.vue';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** test/support/pictures.ts */
    comparePicture: (
      name: string,
      onlyCompare?: boolean,
    ) => Promise<{ readonly outcome: string; readonly report: string }>;
    strayPictures: (names: readonly string[]) => Promise<string[]>;
  }
}

const WIDTH = 1280;
/** Higher than any sheet: what is far from the window is not drawn. */
const WHOLE = 4_000;
/** What a dialog lies over. */
const WINDOW = { width: 760, height: 480 };
const VARIANTS = (['zh-CN', 'en'] as const).flatMap((lang) =>
  (['light', 'dark'] as const).map((theme) => ({ lang, theme })),
);
type Variant = (typeof VARIANTS)[number];

const sheets = groups.flatMap(({ title, apart, stories }) =>
  apart
    ? stories.map((story) => ({ name: `${title}: ${story.name}`, apart, stories: [story] }))
    : [{ name: title, apart: false, stories }],
);
const pictureOf = (sheet: string, { lang, theme }: Variant): string =>
  [sheet.toLowerCase().replaceAll(/\W+/g, '-'), lang.slice(0, 2), theme].join('-');

const complaints: string[] = [];
const complain = (what: string): void => void complaints.push(what);

/** Idle for some frames: what comes near the window, or was clicked, asks in the next one. */
async function settled(): Promise<void> {
  for (let calm = 0; calm < 4; calm += 1) {
    await new Promise(requestAnimationFrame);
    const { idle = 'true' } = document.documentElement.dataset;
    if (idle !== 'true') calm = 0;
  }
}

/** What was asked before and answered otherwise is asked again. */
async function answerFrom(transport: typeof fetch): Promise<void> {
  answerWith(transport);
  queries.removeQueries({ type: 'inactive' });
  refreshAll();
  await settled();
}

async function turnTo({ lang, theme }: Variant): Promise<void> {
  const { theme: shown, toggle } = useTheme();
  if (shown.value !== theme) toggle();
  setLanguage(lang);
  await nextTick();
  await settled();
  await document.fonts.ready;
}

beforeAll(async () => {
  const brought = groups.flatMap(({ stories }) => stories.flatMap(({ answers = [] }) => answers));
  await answerFrom(answersFetch(brought, (operation) => complain(`no answer to ${operation}`)));
  i18n.global.setMissingHandler((_lang, key) => complain(`no words for ${key}`));
});

afterAll(async () => {
  await page.viewport(1440, 900);
  await answerFrom(fetchAnswers);
});

/** Shows a sheet in the window, which becomes as high as the sheet is in the first variant. */
function useSheet({ apart, stories }: (typeof sheets)[number]) {
  const element = document.createElement('main');
  let app: App;
  beforeAll(async () => {
    await (apart ? page.viewport(WINDOW.width, WINDOW.height) : page.viewport(WIDTH, WHOLE));
    document.body.append(element);
    app = createApp(StorySheet, { stories, complain }).use(i18n);
    app.mount(element);
    await settled();
  });
  afterAll(async () => {
    await turnTo(VARIANTS[0]!);
    app.unmount();
    element.remove();
  });
  const fitWindow = async (): Promise<void> => {
    if (!apart) await page.viewport(WIDTH, element.scrollHeight);
  };
  return {
    element,
    fitWindow,
    turnTo: async (variant: Variant): Promise<void> => {
      await turnTo(variant);
      await fitWindow();
    },
  };
}

describe.each(sheets)('$name', (sheet) => {
  const { turnTo, fitWindow } = useSheet(sheet);

  test.each(VARIANTS)('in $lang, $theme', async (variant) => {
    await turnTo(variant);
    expect(complaints.splice(0)).toEqual([]);
    const compare = async (): Promise<string> => {
      await fitWindow();
      return (await commands.comparePicture(pictureOf(sheet.name, variant))).report;
    };
    // What is drawn in the next frame, on a busy machine a little later, is no difference.
    await expect.poll(compare, { timeout: 5_000, interval: 200 }).toBe('');
  });
});

describe('a fault that is planted', () => {
  const sheet = sheets.find(({ name }) => name === 'Parts')!;
  const { element, turnTo } = useSheet(sheet);
  const compared = () => commands.comparePicture(pictureOf(sheet.name, VARIANTS[0]!), true);

  test.each<[fault: string, plant: (root: HTMLElement) => () => void]>([
    [
      'a colour that is a little other',
      () => {
        document.documentElement.style.setProperty('--overdue', '#a8443a');
        return () => document.documentElement.style.removeProperty('--overdue');
      },
    ],
    [
      'two pixels more beside a text',
      (root) => {
        const card = root.querySelector('section')!;
        card.style.paddingLeft = '18px';
        return () => card.style.removeProperty('padding-left');
      },
    ],
    [
      'a label that is missing',
      (root) => {
        const label = root.querySelector('th')!;
        const { textContent } = label;
        label.textContent = '';
        return () => (label.textContent = textContent);
      },
    ],
  ])('is seen: %s', async (_fault, plant) => {
    await turnTo(VARIANTS[0]!);
    expect(await compared()).toEqual({ outcome: 'same', report: '' });
    const undo = plant(element);
    const { outcome } = await compared();
    undo();
    expect(outcome).toBe('different');
  });
});

test('every picture on file is of a story', async () => {
  const names = sheets.flatMap(({ name }) => VARIANTS.map((variant) => pictureOf(name, variant)));
  expect(await commands.strayPictures(names)).toEqual([]);
});
