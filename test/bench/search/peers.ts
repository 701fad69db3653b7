import { Charset, Document, Encoder } from 'flexsearch'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import type { Searching } from '../../../api/pool/select.ts'
import { SKILLS } from '../../../db/seed/skills.ts'
import { quantile, round } from '../timing.ts'
import { type Made, peopleOf } from './portraits.ts'
import { sampleOf } from './questions.ts'
import { FIRST, KINDS, type Kind, namesFor, type Wanted, wantedOf } from './recall.ts'

/** Questions of each kind. */
const SAMPLES = 50
/** Fuse.js takes seconds for one. */
const SLOW_SAMPLES = 6

type Peer = {
  name: string
  samples?: number
  ask: (wanted: Wanted) => Promise<string[]> | string[]
}

/** The same questions to us and to other libraries over the same records: time and recall side by side. */
export async function peersOver(searching: Searching, countyCode: string, records: number) {
  const people = [...peopleOf(countyCode, records)]
  const sample = sampleOf(countyCode, records, SAMPLES * 3)
  const makers: (() => Peer)[] = [
    () => ({ name: 'Yanzhen', ask: (wanted) => namesFor(searching, wanted) }),
    () => fuseOver(people),
    () => miniSearchOver(people),
    () => flexSearchOver(people),
  ]
  const figures = []
  for (const make of makers) {
    const startedAt = performance.now()
    const peer = make()
    const indexSeconds = round((performance.now() - startedAt) / 1000, 1)
    figures.push({ name: peer.name, records, indexSeconds, ...(await measure(peer, sample)) })
  }
  return figures
}

async function measure({ ask, samples = SAMPLES }: Peer, sample: readonly Made[]) {
  const times: number[] = []
  const recall = {} as Record<Kind, number>
  await ask(wantedOf('exact', sample, 1)[0]!)
  for (const kind of KINDS) {
    const questions = wantedOf(kind, sample, samples)
    let found = 0
    for (const wanted of questions) {
      const startedAt = performance.now()
      const names = await ask(wanted)
      times.push(performance.now() - startedAt)
      if (names.includes(wanted.name)) found++
    }
    recall[kind] = round(found / questions.length, 3)
  }
  const [p50Ms, p99Ms] = [quantile(times, 0.5), quantile(times, 0.99)]
  return { questions: times.length, p50Ms: round(p50Ms, 1), p99Ms: round(p99Ms, 1), recall }
}

const FIELDS = ['name', 'pinyin', 'initials', 'villageName', 'occupation', 'skillWords', 'resume']

function documentOf(person: Made) {
  const skillWords = person.skills.map((it) => SKILLS[it as keyof typeof SKILLS].zh).join(' ')
  return { ...person, skillWords }
}

/** As its documentation begins: keys and nothing else but the place of a match, which it would else hold against it. */
function fuseOver(people: readonly Made[]): Peer {
  const fuse = new Fuse(people.map(documentOf), { keys: FIELDS, ignoreLocation: true })
  return {
    name: 'Fuse.js',
    samples: SLOW_SAMPLES,
    ask: ({ q, village }) =>
      firstOf(
        fuse.search(q).map(({ item }) => item),
        village,
      ),
  }
}

/** With prefixes and one slip in three signs, as its documentation offers. */
function miniSearchOver(people: readonly Made[]): Peer {
  const index = new MiniSearch<Made>({ fields: FIELDS, storeFields: ['name', 'village'] })
  index.addAll(people.map(documentOf))
  return {
    name: 'MiniSearch',
    ask: ({ q, village }) => {
      const found = index.search(q, { prefix: true, fuzzy: 0.34 })
      return firstOf(found as unknown as Made[], village)
    },
  }
}

/** Names from every sign on, the rest by its own encoder of Chinese. */
function flexSearchOver(people: readonly Made[]): Peer {
  const names = new Map(people.map((it) => [it.id, it]))
  const chinese = () => new Encoder(Charset.CJK)
  const index = new Document({
    document: {
      id: 'id',
      index: [
        { field: 'name', tokenize: 'full' },
        { field: 'pinyin', tokenize: 'forward' },
        { field: 'initials', tokenize: 'forward' },
        ...['villageName', 'occupation', 'skillWords', 'resume'].map((field) => ({
          field,
          encoder: chinese(),
        })),
      ],
    },
  })
  for (const person of people) index.add(documentOf(person))
  return {
    name: 'FlexSearch',
    ask: ({ q, village }) => {
      const limit = village ? people.length : FIRST
      const found = index.search(q, { limit, suggest: true }) as { result: string[] }[]
      const ids = new Set(found.flatMap(({ result }) => result))
      return firstOf(
        [...ids].map((id) => names.get(id)!),
        village,
      )
    },
  }
}

function firstOf(found: readonly Made[], village: string | undefined): string[] {
  const those = village ? found.filter((it) => it.village === village) : found
  return those.slice(0, FIRST).map(({ name }) => name)
}
