import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentContext, writeDraft, type DraftInput } from '../../server/src/features/circulars/index.ts';
import { followData, outdatedSentences } from '../../server/src/features/circulars/amending/follow-data.ts';
import { childKindsOf } from '../../server/src/features/circulars/child-kinds.ts';
import { subjectOfInput } from '../../server/src/features/circulars/circular.service.ts';
import { loadFigureData } from '../../server/src/features/circulars/figures/figure-data.ts';
import { resolveFigure } from '../../server/src/features/circulars/figures/resolve-figures.ts';
import { figuresOf, type Body } from '../../server/src/features/circulars/content/content.ts';
import { contradictionsOf } from '../../server/src/features/circulars/pages/contradictions.ts';
import {
  bindingsOf,
  composeBody,
  PLANS,
  writeSections,
} from '../../server/src/features/circulars/sentences/compose.ts';
import { INTRODUCTION } from '../../server/src/features/circulars/sentences/introduction.ts';
import { moments } from '../reference/build-tree.ts';
import { latestCasesOf } from '../reference/context.ts';
import { ranking } from '../reference/ranking.ts';
import { valueOf } from '../reference/report.ts';
import { isWithin, unitOn } from '../reference/tree.ts';
import { randomQuestion, forReference, runs, possibleUnits, type RandomQuestion } from './random-questions.ts';
import { propertyDatabase } from './property-database.ts';
import { asViewer, recordingAs } from '../../server/testing/handles.ts';

const database = propertyDatabase();
const TABLES = (['RANKING', 'OUTSTANDING', 'VENUES'] as const).map(
  (table) => ({ kind: 'table', table, title: table }) as const,
);

const documents = () => documentContext(asViewer(database.db()), recordingAs(database.db(), 'test'), '2015-03-01');

/** Questions that a circular answers: of a town or above, on the tree of its day. */
const paper = randomQuestion.map((random): RandomQuestion => ({ ...random, tree: 'then' }));

const unitOf = (random: RandomQuestion): string | null => {
  const q = forReference(random);
  const units = possibleUnits(random).filter((code) => (unitOn(q.ledger, code, q.treeDay)?.level ?? 5) < 5);
  return units[random.unit % units.length] ?? null;
};

const inputOf = (random: RandomQuestion, unit: string, lang: 'zh' | 'en'): DraftInput => ({
  campaign: random.campaign,
  unit,
  asOf: random.day,
  lang,
  sections: null,
  annexes: [...TABLES],
  previous: null,
  replyDays: null,
  issuedOn: null,
});

/** What a paper says: its paragraphs as printed, and the cells of its tables. */
async function paperOf(random: RandomQuestion, unit: string, lang: 'zh' | 'en') {
  const { document } = await writeDraft(documents(), inputOf(random, unit, lang), random.knownAt);
  const textOf = (runs: readonly { readonly text: string }[]): string => runs.map(({ text }) => text).join('');
  const paragraphs = document.blocks.flatMap((block) => ('runs' in block ? [textOf(block.runs)] : []));
  const tables = document.annexes.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])),
  );
  return {
    text: paragraphs.join('\n'),
    tables: tables.map(({ rows }) => rows.map((row) => row.map(({ text }) => text))),
  };
}

/** The number that stands in a place of a text; null where the text has no such place. */
const numberAt = (text: string, place: RegExp): number | null => {
  const found = place.exec(text)?.[1];
  return found === undefined ? null : Number(found.replaceAll(',', ''));
};

test('every count, list and table of a circular says what the naive computation says, and none denies another', async () => {
  let withCases = 0;
  await fc.assert(
    fc.asyncProperty(paper, async (random) => {
      const unit = unitOf(random);
      fc.pre(unit !== null);
      await database.load(random.ledger);
      const q = forReference(random);
      const count = (id: string): number => Number(valueOf(q, unit, id).value ?? 0);
      const { text, tables } = await paperOf(random, unit, 'zh');
      const [identified, rectified, outstanding, overdue] = ['IDENTIFIED', 'RECTIFIED', 'OUTSTANDING', 'OVERDUE'].map(
        count,
      );
      const none = identified === 0;
      const told = {
        identified: numberAt(text, /排查确定软弱涣散基层党组织(\d+)个/),
        rectified: numberAt(text, /已完成整顿(\d+)个，占/),
        outstanding: numberAt(text, /尚未完成(\d+)个，占/),
        overdue: numberAt(text, /超过完成时限(\d+)个/),
        relapsed: numberAt(text, /出现反弹(\d+)个/),
      };
      const some = rectified! > 0 && outstanding! > 0;
      expect(told).toEqual({
        identified: none ? null : identified,
        rectified: some ? rectified : null,
        outstanding: some ? outstanding : null,
        overdue: overdue! > 0 ? overdue : null,
        relapsed: count('RELAPSED') > 0 ? count('RELAPSED') : null,
      });
      expect(text.includes('没有认定的软弱涣散基层党组织')).toBe(none);
      expect(text.includes('，尚无完成整顿的。')).toBe(!none && rectified === 0);
      expect(text.includes('，已全部完成整顿。')).toBe(!none && outstanding === 0);
      // The causes part the whole.
      const causes =
        /从主要情形看，(.+)。/
          .exec(text)?.[1]
          ?.match(/\d+(?=个)/g)
          ?.map(Number) ?? [];
      expect(causes.reduce((sum, one) => sum + one, 0)).toBe(none ? 0 : identified);
      // Who is named as outstanding, in the text and in the annex, is outstanding, and all are.
      const left = latestCasesOf(q).filter((one) => isWithin(q.ledger, one.unit_code, unit, q.treeDay));
      const [ranked = [], listed = [], venues = []] = tables;
      expect(left.length).toBe(identified);
      expect(listed.filter(([no]) => no !== '')).toHaveLength(outstanding!);
      const named = text.match(/(?:仍未销号|已验收、尚未销号|出现反弹)，列入整顿的主要情形是/g) ?? [];
      if (outstanding! <= 15) expect(named).toHaveLength(outstanding!);
      for (const [, name] of listed.filter(([no]) => no !== '')) expect(text).toContain(name!);
      // The annex is the ranking; its first row is the whole.
      const expected = ranking(q, unit).filter(
        (one) => unitOn(q.ledger, unit, q.treeDay)!.level < 4 || one.identified > 0,
      );
      const first = unitOn(q.ledger, unit, q.treeDay)!.level < 4 ? 2 : 1;
      expect(ranked[0]?.slice(first, first + 4).map(Number)).toEqual([identified, rectified, outstanding, overdue]);
      expect(ranked.slice(1).map((row) => row.slice(first, first + 3).map(Number))).toEqual(
        expected.map((one) => [one.identified, one.rectified, one.outstanding]),
      );
      const gaps = Number(valueOf(q, unit, 'VENUES_NEEDED').value ?? 0);
      expect(venues.slice(1)).toHaveLength(gaps);
      // Nothing to say is not said.
      expect(text).not.toMatch(/无数据|undefined|null|NaN|\{|\}|(?<!\d)0(?:个|名|次|条|人)/);
      withCases += none ? 0 : 1;
    }),
    runs(40),
  );
  expect(withCases).toBeGreaterThan(15);
});

test('the English edition gives the same figures, in English', async () => {
  await fc.assert(
    fc.asyncProperty(paper, async (random) => {
      const unit = unitOf(random);
      fc.pre(unit !== null);
      await database.load(random.ledger);
      const q = forReference(random);
      const count = (id: string): number => Number(valueOf(q, unit, id).value ?? 0);
      const { text } = await paperOf(random, unit, 'en');
      const identified = count('IDENTIFIED');
      expect(numberAt(text, /, ([\d,]+) weak and lax grass-roots organisations? had been identified/)).toBe(
        identified === 0 ? null : identified,
      );
      expect(text).not.toMatch(/(?<![\d,.])1 (?:organisations|visits|venues|problems|units|have)\b/);
      expect(text).not.toMatch(/no data|undefined|null|NaN|\{|\}/);
    }),
    runs(20),
  );
});

test('a text that no one has changed follows the data word for word, and then contradicts nothing', async () => {
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(paper, fc.subarray([...moments], { minLength: 2, maxLength: 2 }), async (random, [then, now]) => {
      const first = { ...random, knownAt: then! };
      const unit = unitOf(first);
      fc.pre(unit !== null && possibleUnits({ ...random, knownAt: now! }).includes(unit));
      await database.load(random.ledger);
      const context = documents();
      const open = await subjectOfInput(context, inputOf(random, unit, 'zh'));
      const kinds = await childKindsOf(context, open.unit);
      const written = async (knownAt: string) => {
        const data = await loadFigureData(context, { ...open, knownAt }, bindingsOf([INTRODUCTION, ...PLANS]));
        return { data, body: composeBody(data, PLANS, kinds), sections: writeSections(data, PLANS, kinds) };
      };
      const [was, is] = [await written(then!), await written(now!)];
      const rewriting = { lang: 'zh', was: was.sections, is: is.sections } as const;
      const followed = followData(was.body, rewriting);
      expect(plain(followed)).toEqual(plain(is.body));
      expect(outdatedSentences(followed, rewriting)).toEqual([]);
      const content = { body: followed } as never;
      const figures = figuresOf(content).map(({ attrs }) => ({
        ...resolveFigure(is.data, attrs.key, attrs.bind),
        place: '',
      }));
      expect(contradictionsOf('zh', content, figures, rewriting)).toEqual([]);
      if (JSON.stringify(plain(was.body)) !== JSON.stringify(plain(is.body))) changed += 1;
    }),
    runs(25),
  );
  expect(changed).toBeGreaterThan(3);
});

/** A text by its words and bindings; the keys of its figures only tell them apart. */
const plain = ({ content }: Body): unknown =>
  content.map((node) =>
    (node.content ?? []).map((inline) => (inline.type === 'text' ? inline.text : inline.attrs.bind)),
  );
