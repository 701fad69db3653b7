import { pinyin } from 'pinyin-pro'

/** How a name is found: full pinyin and initials, lower case, ü as v; surnames as surnames are read. */
export function pinyinOf(name: string): { pinyin: string; initials: string } {
  const options = { toneType: 'none', type: 'array', surname: 'head', v: true } as const
  const read = pinyin(name, options).map((syllable) => syllable.toLowerCase())
  // The dot within a name of a smaller nationality is not typed when searching.
  const syllables = read.filter((syllable) => /\p{L}/u.test(syllable))
  return {
    pinyin: syllables.join(''),
    initials: syllables.map((syllable) => syllable[0]).join(''),
  }
}
