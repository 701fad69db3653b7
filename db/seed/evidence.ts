import type { EvidenceTable } from '../schema.ts'
import { recentDay } from './dates.ts'
import { NOTES, type Told } from './notes/index.ts'
import { type Note, SOURCES } from './notes/note.ts'
import { isFull, type Person } from './person.ts'
import type { Random } from './random.ts'
import { grownIn } from './trades.ts'

/** Evidence of a person that is written by hand instead of drawn. */
export type Story = {
  criterion: Told
  value: number
  on: string
  source: Note['source']
  note: string
}

/** Nothing, or one to three pieces, for each criterion that is told by evidence. */
export function evidenceOf(person: Person, id: () => string, random: Random): EvidenceTable[] {
  const quality = random.normal(0.68, 0.06, 0.5, 0.85)
  return (Object.keys(NOTES) as Told[]).flatMap((criterion) => {
    if (random.chance(NOTES[criterion].missing)) return []
    const count = Number(random.weighted({ 1: 52, 2: 34, 3: 14 }))
    const notes = chooseNotes(NOTES[criterion].notes, person, count, random)
    return notes.map((chosen) => evidenceRow(person, criterion, chosen, quality, id(), random))
  })
}

export function storyRow(person: Person, story: Story, id: string): EvidenceTable {
  const { criterion, value, on, source, note } = story
  const standing = source === '本人填报' ? 'claimed' : 'proven'
  const { countyCode, id: talentId } = person.talent
  const strength = SOURCES[source]
  return {
    countyCode,
    id,
    talentId,
    criterion,
    value,
    strength,
    standing,
    datedOn: on,
    source,
    note,
    document: null,
    entryKind: null,
    entryId: null,
  }
}

/** Notes that are true of the person, those about the person's own group or skills first. */
function chooseNotes(
  notes: readonly Note[],
  person: Person,
  count: number,
  random: Random,
): Note[] {
  const fitting = notes.filter((note) => isTrueOf(note, person))
  const rank = new Map(fitting.map((note) => [note, random.next() * (isOwn(note) ? 3 : 1)]))
  return fitting.sort((a, b) => rank.get(b)! - rank.get(a)!).slice(0, count)
}

const isOwn = ({ groups, skills, isSitting }: Note) => Boolean(groups ?? skills ?? isSitting)

function isTrueOf(note: Note, person: Person): boolean {
  const { groups, skills, isMember, isSitting, ages } = note
  const { talent, age, posts, sources } = person
  if (groups && !groups.some((group) => sources.includes(group))) return false
  if (skills && !person.skills.some(({ skill }) => skills.includes(skill))) return false
  const isIn = isFull(person) || talent.partyStatus === 'probationary'
  if (isMember !== undefined && isMember !== isIn) return false
  if (isSitting !== undefined && isSitting !== posts.length > 0) return false
  return !ages || (age >= ages[0] && age <= ages[1])
}

function evidenceRow(
  person: Person,
  criterion: Told,
  { text, source: office }: Note,
  quality: number,
  id: string,
  random: Random,
): EvidenceTable {
  const isProven = random.chance(0.65)
  const on = recentDay(person.posts.length > 0 ? 2021 : 2019, 2026, random)
  const source = isProven ? office : '本人填报'
  const value = round(random.normal(quality, 0.1, 0.35, 0.95))
  const strength = round(SOURCES[source] * random.normal(1, 0.08, 0.8, 1.1))
  return {
    countyCode: person.talent.countyCode,
    id,
    talentId: person.talent.id,
    criterion,
    value,
    strength,
    standing: isProven ? 'proven' : 'claimed',
    datedOn: on,
    source,
    note: fill(text, person, random),
    document: null,
    entryKind: null,
    entryId: null,
  }
}

function fill(text: string, { place }: Person, random: Random): string {
  return text
    .replaceAll('{trade}', grownIn(place) ?? '林果')
    .replaceAll(/\{(\d+)~(\d+)\}/g, (_, low, high) => {
      const value = random.integer(Number(low), Number(high))
      return String(value >= 1000 ? Math.round(value / 100) * 100 : value)
    })
}

const round = (value: number) => Math.round(value * 100) / 100
