const initials = 'ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x'
const rhymes =
  'uyêu|iêu|yêu|oai|oay|oeo|uây|uôi|ươi|ươu|uya|uyê|uyu|uao|uai|uay|oao|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo|ua|uâ|uă|ui|uê|uô|uơ|ue|uy|ưa|ưi|ươ|ưu|yê|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y'
const syllable = new RegExp(`^(${initials})?(${rhymes})(ng|nh|ch|c|m|n|p|t)?$`)
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Whether a word can be a syllable of Vietnamese: an initial, a rhyme, an end, at most one tone. */
export function isSyllable(word: string): boolean {
  const letters = word.toLowerCase().normalize('NFD')
  return (letters.match(tones)?.length ?? 0) <= 1 && syllable.test(letters.replace(tones, '').normalize('NFC'))
}

/** How well a text reads as Vietnamese: of the words with a letter beyond ASCII, how many are syllables, and how many there are. */
export function readsAsVietnamese(text: string): { share: number; words: number } {
  const words = (text.normalize('NFC').match(/[\p{L}\p{M}\u00a1-\u00ff]+/gu) ?? [])
    .filter((word) => /[^\u0000-\u007f]/.test(word))
    .slice(0, 4000)
  return { share: words.length === 0 ? 0 : words.filter(isSyllable).length / words.length, words: words.length }
}
