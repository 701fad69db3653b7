import { instant } from '../../format.ts'
import { missesOf, planOf, slateOf, townshipOf, villageOf } from '../../queries.ts'
import type { Places, SolvedPlan, Structure } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import type { Choices } from '../choices.ts'
import type { SlateOfPaper } from './slate-sheet.tsx'

export type PaperSlates = {
  sheets: SlateOfPaper[]
  /** Of the plan; null: of the county, or of one village. */
  township: string | null
  /** Villages that the plan has teams for, by township: what can be chosen. */
  places: { code: string; name: string; villages: { code: string; name: string }[] }[]
  /** The township whose villages are chosen from. */
  chosen: string | null
  /** Why there is no sheet. */
  why: () => string
}

type Asked = { township: string | undefined; villages: readonly string[] }

/** Sheets of the villages of a plan that were asked for: those named, or else all of one township. */
export async function slatesOfPlan(places: Places, id: string, asked: Asked): Promise<PaperSlates> {
  const plan = await planOf(id)
  const township = plan.township?.code ?? null
  const { result } = plan
  if (result?.status !== 'solved')
    return { sheets: [], township, places: [], chosen: null, why: () => t().prints.slate.notDone }
  const known = placesIn(places, result)
  const chosen = chosenTownship(known, asked)
  const codes =
    asked.villages.length > 0
      ? asked.villages
      : (known.find(({ code }) => code === chosen)?.villages ?? []).map(({ code }) => code)
  const isKnown = (code: string) => result.villages.some((village) => village.code === code)
  const people = new Map(result.people.map((person) => [person.id, person]))
  const lastTerms = await lastTermsOf(known, codes)
  const sheets = codes.flatMap((code): SlateOfPaper[] => {
    const slate = result.plan.slates.find((one) => one.village === code)
    const village = result.villages.find((one) => one.code === code)
    if (!slate || !village) return []
    return [
      {
        ...{ village, slate, misses: result.explanations[code] ?? [] },
        township: known.find((one) => one.villages.some((it) => it.code === code))?.name ?? '',
        lastTerm: lastTerms.get(code) ?? null,
        person: (one) => people.get(one),
        nextOf: null,
        draft: t().prints.slate.draft(instant(plan.createdAt)),
        policyVersion: plan.policyVersion,
        referenceOn: places.referenceOn,
      },
    ]
  })
  return {
    ...{ sheets, township, places: known, chosen },
    why: () => (codes.some(isKnown) ? t().prints.slate.noTeam : t().prints.slate.choose),
  }
}

/** The team that the page of a village shows, for what was chosen there. */
export async function ownSlate(
  places: Places,
  code: string,
  choices: Choices,
): Promise<PaperSlates> {
  const rest = { township: null, places: [], chosen: null }
  if (code === '') return { ...rest, sheets: [], why: () => t().prints.slate.choose }
  const village = await villageOf(code)
  const answer = await slateOf(code, choices)
  const slate = answer.status === 'solved' ? answer.plan.slates[0] : undefined
  if (answer.status !== 'solved' || !slate) {
    const first = answer.status === 'impossible' ? answer.conflicts[0] : undefined
    return { ...rest, sheets: [], why: () => (first ? say(first.words) : t().prints.slate.noTeam) }
  }
  const missed = await missesOf(code, choices)
  const people = new Map([...answer.people, ...missed.people].map((person) => [person.id, person]))
  const sheet: SlateOfPaper = {
    ...{ village, slate, misses: missed.misses, lastTerm: village.lastTerm },
    township: village.township.name,
    person: (id) => people.get(id),
    nextOf: (talent) => answer.seats.find((one) => one.talent === talent)?.next ?? [],
    draft: draftOf(choices),
    policyVersion: places.policyVersion,
    referenceOn: places.referenceOn,
  }
  return { ...rest, sheets: [sheet], why: () => '' }
}

/** What people decided about this team, so that two sheets of one village can be told apart. */
function draftOf({ pins, exclusions, weights }: Choices): string {
  const pinned = new Set(pins.map(({ talent }) => talent)).size
  const weighed = Object.keys(weights).length > 0
  return t().prints.slate.own(pinned, exclusions.length, weighed)
}

function placesIn({ townships }: Places, { villages }: SolvedPlan): PaperSlates['places'] {
  const codes = new Set(villages.map(({ code }) => code))
  return townships.flatMap(({ code, name, villages: all }) => {
    const own = all.filter((village) => codes.has(village.code))
    return own.length > 0 ? [{ code, name, villages: own }] : []
  })
}

/** Asked for; or the one of the villages that are named; or the only one. */
function chosenTownship(
  known: PaperSlates['places'],
  { township, villages }: Asked,
): string | null {
  if (township) return township
  const named = known.find((one) => one.villages.some(({ code }) => villages.includes(code)))
  return named?.code ?? (known.length === 1 ? (known[0]?.code ?? null) : null)
}

async function lastTermsOf(
  known: PaperSlates['places'],
  codes: readonly string[],
): Promise<Map<string, Structure | null>> {
  const concerned = known.filter((one) => one.villages.some(({ code }) => codes.includes(code)))
  const townships = await Promise.all(concerned.map(({ code }) => townshipOf(code)))
  return new Map(
    townships.flatMap(({ villages }) =>
      villages.map(({ code, lastTerm }): [string, Structure | null] => [code, lastTerm]),
    ),
  )
}
