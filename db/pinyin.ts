import { pinyin } from 'pinyin-pro'

/** How a name is found: full pinyin and initials, lower case, ü as v; surnames as surnames are read. */
export function pinyinOf(name: string): { pinyin: string; initials: string } {
  const syllables = read(name)
  return {
    pinyin: syllables.join(''),
    initials: syllables.map((syllable) => syllable[0]).join(''),
  }
}

/** Syllables apart, `li wen bo`: what a search for pinyin, initials or both mixed goes through. */
export function syllablesOf(name: string): string {
  return read(name).join(' ')
}

function read(name: string): string[] {
  const options = { toneType: 'none', type: 'array', surname: 'head', v: true } as const
  const syllables = pinyin(name, options).map((syllable) => syllable.toLowerCase())
  // The dot within a name of a smaller nationality is not typed when searching.
  return syllables.filter((syllable) => /\p{L}/u.test(syllable))
}
