import { shownOf } from './cells.ts'
import { likelyFields } from './contents.ts'
import { FIELDS, IGNORED, UNCLEAR } from './fields.ts'
import { barehead, distance, headerKey } from './text.ts'
import type { Column, Mapping, Question, RawLine, Recognised, RosterKind } from './types.ts'

type Answer = { field: string } | { guesses: string[] }

/** Rows whose cells are looked at. */
const LOOKED_AT = 200

/** What each column means: by its header, else by what stands under it, else asked. `lines` are the first rows. */
export function recognise(
  kind: RosterKind,
  columns: readonly Column[],
  lines: readonly RawLine[],
): Recognised {
  const mapping: Mapping = {}
  const questions: Question[] = []
  const answers = columns.map((column) => ({ column, answer: answerFor(kind, column, lines) }))
  const taken = new Set<string>()
  for (const { column, answer } of answers) {
    const isFree = 'field' in answer && (isMany(kind, answer.field) || !taken.has(answer.field))
    if ('field' in answer && isFree) {
      taken.add(answer.field)
      mapping[column.at] = answer.field
      continue
    }
    mapping[column.at] = null
    const again = 'field' in answer ? ['ignored', noteOf(kind), answer.field] : answer.guesses
    const { at, header, samples } = column
    questions.push({ at, header, samples, guesses: guessesOf(kind, again) })
  }
  return { mapping, questions }
}

function answerFor(kind: RosterKind, column: Column, lines: readonly RawLine[]): Answer {
  const { fields, ignored, unclear } = vocabularyOf(kind)
  for (const key of keysOf(column.header)) {
    const field = fields.get(key)
    if (field) return { field }
    if (ignored.has(key)) return { field: 'ignored' }
    const guesses = unclear.get(key)
    if (guesses) return { guesses: [...guesses] }
    if (OF_OFFICES.test(key)) return { field: 'ignored' }
  }
  const texts = lines.slice(0, LOOKED_AT).flatMap(({ cells }) => {
    const text = shownOf(cells[column.at])
    return text === '' ? [] : [text]
  })
  if (texts.length === 0 && column.samples.length === 0) return { field: 'ignored' }
  if (OF_RELATIVES.test(column.header)) return { guesses: [noteOf(kind), 'ignored'] }
  const { sure, likely } = likelyFields(kind, texts)
  if (sure) return { field: sure }
  return { guesses: [...likely, ...nearHeaders(kind, column.header), noteOf(kind), 'ignored'] }
}

/** The header as a whole, without its brackets, then its last line: 基本情况／姓名 is 姓名. */
function keysOf(header: string): string[] {
  if (OF_RELATIVES.test(header) && header.includes('／')) return [headerKey(header)]
  const last = header.split('／').at(-1) ?? ''
  const keys = [headerKey(header), barehead(header), headerKey(last), barehead(last)]
  return [...new Set(keys)].filter((key) => key !== '')
}

/** A name under 家庭成员 is not the person's. */
const OF_RELATIVES = /家庭|配偶|子女|父亲|母亲|亲属|社会关系/

/** What an office writes on a form, and its stamps, are no facts about the person. */
const OF_OFFICES =
  /(审核|审批|初审|复审|审查|联审|考察|党委|党工委|组织部|支部|领导|部门)意见$|签字|签名|盖章/

type Vocabulary = {
  fields: Map<string, string>
  ignored: Set<string>
  unclear: Map<string, readonly string[]>
}
const remembered = new Map<RosterKind, Vocabulary>()

function vocabularyOf(kind: RosterKind): Vocabulary {
  const known = remembered.get(kind)
  if (known) return known
  const fields = new Map<string, string>()
  for (const { id, synonyms } of FIELDS[kind])
    for (const key of synonyms.map(headerKey)) if (!fields.has(key)) fields.set(key, id)
  const unclear = Object.entries(UNCLEAR[kind] ?? {})
  const vocabulary = {
    fields,
    ignored: new Set(IGNORED.map(headerKey)),
    unclear: new Map(unclear.map(([header, guesses]) => [headerKey(header), guesses])),
  }
  remembered.set(kind, vocabulary)
  return vocabulary
}

/** Fields one of whose names is part of the header, or differs from it by a sign. */
function nearHeaders(kind: RosterKind, header: string): string[] {
  const key = headerKey(header)
  const near = (name: string) =>
    (name.length >= 2 && key.includes(name)) || (key.length >= 3 && distance(key, name, 1) <= 1)
  return FIELDS[kind]
    .filter(({ synonyms }) => synonyms.map(headerKey).some(near))
    .map(({ id }) => id)
}

function guessesOf(kind: RosterKind, guesses: readonly string[]): string[] {
  const ids = new Set(FIELDS[kind].map(({ id }) => id)).add('ignored')
  return [...new Set(guesses)].filter((it) => ids.has(it)).slice(0, 5)
}

function isMany(kind: RosterKind, field: string): boolean {
  return field === 'ignored' || FIELDS[kind].some(({ id, isMany }) => id === field && isMany)
}

/** Lists of villages have no remarks. */
const noteOf = (kind: RosterKind) => (kind === 'villages' ? 'ignored' : 'note')
