import { createEffect, createSignal } from 'solid-js'
import type { PlanRequest, Post } from '../../types.ts'
import type { Exclusion, Pin } from '../choices.ts'

export type PlacedPin = PlanRequest['pins'][number]
export type PlacedExclusion = PlanRequest['exclusions'][number]
/** What the next computation of a place is to respect. */
export type Wishes = { pins: PlacedPin[]; exclusions: PlacedExclusion[] }

/**
 * Pins and exclusions gathered on the plan page before the next computation. They begin as those of the plan on the
 * screen and are kept for the tab, so that a reload or the way back loses nothing.
 */
export function createDraft(key: () => string, begun: () => Wishes) {
  const [wishes, setWishes] = createSignal<Wishes>(begun())
  createEffect(() => setWishes(stored(key()) ?? begun()))
  const change = (next: Wishes) => {
    setWishes(next)
    if (isSame(next, begun())) sessionStorage.removeItem(key())
    else sessionStorage.setItem(key(), JSON.stringify(next))
  }
  const without = (talent: string, village: string): Wishes => ({
    pins: wishes().pins.filter((pin) => pin.talent !== talent || pin.village !== village),
    exclusions: wishes().exclusions.filter(
      (one) => one.talent !== talent || one.village !== village,
    ),
  })
  return {
    wishes,
    isChanged: () => !isSame(wishes(), begun()),
    isPinned: (talent: string, village: string) =>
      wishes().pins.some((pin) => pin.talent === talent && pin.village === village),
    isExcluded: (talent: string, village: string) =>
      wishes().exclusions.some((one) => one.talent === talent && one.village === village),
    /** A person serves in one village only, so a pin elsewhere gives way. */
    pin: (talent: string, village: string, posts: readonly Post[]) => {
      const { pins, exclusions } = without(talent, village)
      const others = pins.filter((pin) => pin.talent !== talent)
      change({ pins: [...others, ...posts.map((post) => ({ talent, village, post }))], exclusions })
    },
    exclude: (talent: string, village: string) => {
      const { pins, exclusions } = without(talent, village)
      change({ pins, exclusions: [...exclusions, { talent, village, post: null }] })
    },
    release: (talent: string, village: string) => change(without(talent, village)),
    add: (more: Wishes) => {
      const taken = new Set(more.pins.map(({ talent }) => talent))
      const barred = new Set(more.exclusions.map(({ talent, village }) => `${talent} ${village}`))
      change({
        pins: [
          ...wishes().pins.filter(
            (pin) => !taken.has(pin.talent) && !barred.has(`${pin.talent} ${pin.village}`),
          ),
          ...more.pins,
        ],
        exclusions: [
          ...wishes().exclusions.filter(
            (one) =>
              !barred.has(`${one.talent} ${one.village}`) &&
              !more.pins.some((pin) => pin.talent === one.talent && pin.village === one.village),
          ),
          ...more.exclusions,
        ],
      })
    },
    clear: () => change(begun()),
    /** Computed: the plan that comes has them. */
    forget: () => sessionStorage.removeItem(key()),
  }
}
export type Draft = ReturnType<typeof createDraft>

const CHOSEN = 'yanzhen.village-choices'
type Chosen = Record<string, { pins: Pin[]; exclusions: Exclusion[] }>

/** What was chosen on a village's page, so that the plan can offer to take it over. */
export function rememberChoices(village: string, pins: Pin[], exclusions: Exclusion[]): void {
  const { [village]: _, ...others } = chosen()
  const isEmpty = pins.length + exclusions.length === 0
  const next: Chosen = isEmpty ? others : { ...others, [village]: { pins, exclusions } }
  sessionStorage.setItem(CHOSEN, JSON.stringify(next))
}

/** What was chosen on the pages of these villages. */
export function chosenIn(villages: readonly string[]): Wishes {
  const all = chosen()
  const here = villages.flatMap((village) => {
    const one = all[village]
    return one ? [{ village, ...one }] : []
  })
  return {
    pins: here.flatMap(({ village, pins }) => pins.map((pin) => ({ ...pin, village }))),
    exclusions: here.flatMap(({ village, exclusions }) =>
      exclusions.map((one) => ({ ...one, village })),
    ),
  }
}

export function forgetChosen(): void {
  sessionStorage.removeItem(CHOSEN)
}

function chosen(): Chosen {
  return read<Chosen>(CHOSEN) ?? {}
}

const stored = (key: string) => read<Wishes>(key)

/** Other tabs and older versions may have left anything. */
function read<T>(key: string): T | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as T | null
  } catch {
    return null
  }
}

const isSame = (a: Wishes, b: Wishes) => textOf(a) === textOf(b)
const textOf = ({ pins, exclusions }: Wishes) =>
  JSON.stringify([
    pins.map(({ talent, village, post }) => `${talent} ${village} ${post}`).sort(),
    exclusions.map(({ talent, village, post }) => `${talent} ${village} ${post}`).sort(),
  ])
