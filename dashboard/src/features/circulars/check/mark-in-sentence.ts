/**
 * A sentence in three: before, the words that are meant, after. All of it is `before` where the words are not in it. A
 * number is not meant where it is a part of another.
 */
export function markInSentence(
  sentence: string,
  words: string,
): readonly [before: string, words: string, after: string] {
  const at = words === '' ? -1 : placeOf(sentence, words);
  if (at < 0) return [sentence, '', ''];
  return [sentence.slice(0, at), words, sentence.slice(at + words.length)];
}

function placeOf(sentence: string, words: string): number {
  const first = sentence.indexOf(words);
  for (let at = first; at >= 0; at = sentence.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (!joins(sentence[at - 1], words[0]) && !joins(words.at(-1), sentence[end])) return at;
  }
  return first;
}

const joins = (left: string | undefined, right: string | undefined): boolean =>
  /[\d.]/.test(left ?? '') && /[\d.%]/.test(right ?? '');
