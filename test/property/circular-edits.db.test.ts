import { unzipSync, strFromU8, strToU8, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { readDocx, type ReadDocument } from '../../server/src/rendering/document/index.ts';
import { checkDocument } from '../../server/src/features/circulars/checking/check-document.ts';
import { FINDING_WEIGHTS, type CheckReport } from '../../server/src/features/circulars/checking/check-report.ts';
import { expectedOf, type Expected } from '../../server/src/features/circulars/checking/expected.ts';
import { pictureKeys } from '../../server/src/features/circulars/checking/picture-keys.ts';
import { sealedText } from '../../server/src/features/circulars/checking/sealed-text.ts';
import { frozenEdition } from '../../server/src/features/circulars/sealing/edition.store.ts';
import { parseSealed } from '../../server/src/features/circulars/sealing/frozen.ts';
import { circularContext } from '../../server/testing/circulars/circular-context.ts';
import { samples } from '../../server/testing/samples.ts';
import { testApp } from '../../server/testing/test-app.ts';
import { randomOf } from '../fuzz/random.ts';
import { HARMLESS } from '../support/circular-edits/harmless.ts';
import { MEANT } from '../support/circular-edits/meant.ts';
import type { Edit } from '../support/circular-edits/docx-xml.ts';
import { asViewer } from '../../server/testing/handles.ts';

const SEED = 20140731;
const TEXT = 'word/document.xml';
/** What a reader of the text opens. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles)\.xml|word\/_rels\/document\.xml\.rels|word\/media\/.*)$/;
/** How a text looks, which is most of it and is read by no check: without it a thousand files are read in half the time. */
const LOOKS =
  /<w:(rPr|tblPr|tblGrid|trPr|tcPr|tblBorders)>.*?<\/w:\1>|<w:(?:spacing|ind|jc|keepNext|keepLines|pageBreakBefore)(?: [^>]*)?\/>/gs;

const server = testApp({ from: samples, now: () => new Date('2026-03-01T04:00:00Z') });
const { draft, seal, file } = circularContext(server);

let parts: Record<string, Uint8Array>;
let xml: string;
let original: ReadDocument;
let expected: Expected[];
beforeAll(async () => {
  const { circular } = await draft({ campaign: 'county-2014', asOf: '2014-07-31' });
  const sealed = (await seal(circular!.id)).circular!;
  const bytes = await file(sealed.editions[0]!.docxUrl);
  parts = Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([name]) => PARTS.test(name)));
  xml = strFromU8(parts[TEXT]!).replaceAll(LOOKS, '');
  expected = parseSealed(await frozenEdition(asViewer(server.database.db), circular!.id, 1)).figures.map(expectedOf);
  original = await readDocx(bytes);
}, 120_000);

async function check(edited: string): Promise<Pick<CheckReport, 'findings' | 'changesMeaning'>> {
  const read = await readDocx(zipSync({ ...parts, [TEXT]: strToU8(edited) }, { level: 0 }));
  const key = await pictureKeys(original, read);
  return checkDocument(read, sealedText(original, 'zh', expected, key), key);
}

/** Edits of some kinds in turn, each by a chance of its own; those that find nothing to do are drawn again. */
function* edits(kinds: Readonly<Record<string, Edit>>, count: number) {
  const all = Object.entries(kinds);
  for (let number = 0, made = 0; made < count && number < 5 * count; number++) {
    const [kind, edit] = all[number % all.length]!;
    const random = randomOf(SEED, number);
    const edited = edit(xml, random);
    if (!edited || edited.xml === xml) continue;
    made += 1;
    yield { kind, ...edited, random };
  }
}

/** What is least to be said of an edit, by what it does; of what stands in the head, that it does. */
const weightOf = (kind: string): string => {
  if (/picture/.test(kind)) return 'PICTURE';
  if (/sentence|paragraph less/.test(kind)) return 'SENTENCE';
  return /figure|row/.test(kind) ? 'FIGURE' : 'FORM';
};
const isAsGrave = (weight: string, least: string): boolean =>
  weight === 'HEAD' ||
  FINDING_WEIGHTS.findIndex((one) => one === weight) <= FINDING_WEIGHTS.findIndex((one) => one === least);

test('of 400 edits that change what a circular says, every one is found', async () => {
  const missed: string[] = [];
  const light: string[] = [];
  let made = 0;
  for (const { kind, what, xml: edited, random } of edits(MEANT, 400)) {
    made += 1;
    // A hasty hand leaves more than one trace.
    const harmless = random.chance(0.3) ? random.pick(Object.values(HARMLESS))(edited, random) : null;
    const { changesMeaning, findings } = await check(harmless?.xml ?? edited);
    const words = `${kind}: ${what}${harmless ? `, with ${harmless.what}` : ''}`;
    if (!changesMeaning) missed.push(words);
    else if (!isAsGrave(findings[0]!.weight, weightOf(kind))) light.push(`${words}: ${JSON.stringify(findings)}`);
  }
  expect(made).toBe(400);
  expect(missed).toEqual([]);
  expect(light).toEqual([]);
}, 300_000);

test('of 300 edits after which it says the same, five to a file, none is reported', async () => {
  const loud: string[] = [];
  const kinds = Object.entries(HARMLESS);
  let made = 0;
  for (let number = 0; made < 300; number++) {
    const random = randomOf(SEED, 10_000 + number);
    let edited = xml;
    const done: string[] = [];
    while (done.length < 5) {
      const [kind, edit] = kinds[(made + random.below(kinds.length)) % kinds.length]!;
      const result = edit(edited, random);
      if (!result || result.xml === edited) continue;
      edited = result.xml;
      done.push(`${kind}: ${result.what}`);
    }
    made += done.length;
    const { findings } = await check(edited);
    for (const { weight, says, shouldSay } of findings)
      loud.push(`${weight} ${says} | ${shouldSay} of ${done.join('; ')}`);
  }
  expect(loud).toEqual([]);
}, 300_000);
