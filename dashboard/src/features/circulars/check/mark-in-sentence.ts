/** A sentence in three: before, the words that are meant, after. All of it is `before` where the words are not in it. */
export function markInSentence(
  sentence: string,
  words: string,
): readonly [before: string, words: string, after: string] {
  const at = words === '' ? -1 : sentence.indexOf(words);
  if (at < 0) return [sentence, '', ''];
  return [sentence.slice(0, at), words, sentence.slice(at + words.length)];
}
