import { createAsync, useSearchParams } from '@solidjs/router'
import { createContext, createEffect, createMemo, createSignal, useContext } from 'solid-js'
import { missesOf, slateOf } from '../../queries.ts'
import type {
  MissesAnswer,
  Person,
  Post,
  SlateAnswer,
  TargetId,
  Village,
  Weights,
} from '../../types.ts'
import * as choice from '../choices.ts'
import { rememberChoices } from '../plan/draft.ts'

type Keyed<T> = { key: string; answer: T }

/** One village at work: what was chosen, what was computed, and what is on the screen beside. */
export function createBoard(village: Village) {
  const [search, setSearch] = useSearchParams()
  const choices = createMemo(() => choice.choicesOf(search), undefined, { equals: same })
  createEffect(() => rememberChoices(village.code, choices().pins, choices().exclusions))
  const [past, setPast] = createSignal<choice.Choices[]>([])
  const [target, setTarget] = createSignal<TargetId | null>(null)
  const [staged, setStaged] = createSignal<ReadonlySet<string>>(NONE)
  // Back, forward and a pasted address are computed at once; pins are staged, one after the other, and wait for the button.
  const asked = createMemo<choice.Choices>(
    (before) => (staged().has(choice.keyOf(choices())) ? before : choices()),
    choices(),
    { equals: same },
  )
  // Both start with nothing, so that reading them never holds up what stands around them.
  const slate = createAsync<Keyed<SlateAnswer> | undefined>(
    async () => {
      const key = choice.keyOf(asked())
      return { key, answer: await slateOf(village.code, asked()) }
    },
    { initialValue: undefined },
  )
  const misses = createAsync<Keyed<MissesAnswer> | undefined>(
    async () => {
      const [key, now] = [choice.keyOf(asked()), asked()]
      // The slate first: one worker answers both.
      await slateOf(village.code, now)
      return { key, answer: await missesOf(village.code, now) }
    },
    { initialValue: undefined },
  )
  const people = createMemo(() => {
    const answers = [quiet(() => slate.latest), quiet(() => misses.latest)]
    const known = answers.flatMap((one) => one?.answer.people ?? [])
    return new Map(known.map((person) => [person.id, person]))
  })

  function seats() {
    const answer = slate.latest?.answer
    return answer?.status === 'solved' ? (answer.plan.slates[0]?.seats ?? []) : []
  }
  const postsOf = (talent: string) =>
    seats().flatMap((seat) => (seat.talent === talent ? [seat.post] : []))
  function write(next: choice.Choices) {
    setPast((before) => [...before, choices()])
    show(next)
  }
  function show(next: choice.Choices) {
    setSearch(choice.searchOf(next))
  }
  function stage(next: choice.Choices) {
    setStaged((before) => new Set(before).add(choice.keyOf(next)))
    write(next)
  }
  function compute(next: choice.Choices) {
    setStaged(NONE)
    write(next)
  }
  return {
    village,
    choices,
    /** What the team on the screen is computed for: the choices without those that wait. */
    asked,
    person: (id: string): Person | undefined => people().get(id),
    answer: () => slate.latest?.answer,
    /** Undefined until they are known for the slate on the screen. */
    misses: () => {
      const found = misses.latest
      return found?.key === slate.latest?.key ? found?.answer.misses : undefined
    },
    isStale: () => choice.keyOf(choices()) !== choice.keyOf(asked()),
    isComputing: () => slate.latest?.key !== choice.keyOf(asked()),
    isPinned: (id: string) => choices().pins.some(({ talent }) => talent === id),
    isExcluded: (id: string) => choices().exclusions.some(({ talent }) => talent === id),
    pin: (id: string, posts: Post[]) => stage(choice.withPins(choices(), id, posts)),
    unpin: (id: string) => stage(choice.withoutPins(choices(), id)),
    exclude: (id: string) => stage(choice.withExclusion(choices(), id)),
    include: (id: string) => stage(choice.withoutExclusion(choices(), id)),
    /** Puts a person in somebody's posts; that one leaves, and everybody else of the team stays. */
    swap: (leaving: string, posts: Post[], coming: string) => {
      const without = choice.withExclusion(choice.withoutPins(choices(), leaving), leaving)
      const staying = [...new Set(seats().map(({ talent }) => talent))].filter(
        (talent) => talent !== leaving,
      )
      const held = staying.reduce(
        (all, talent) => choice.withPins(all, talent, postsOf(talent)),
        without,
      )
      compute(choice.withPins(held, coming, posts))
    },
    /** Pins exactly these people to these posts. */
    take: (team: { talent: string; posts: Post[] }[]) =>
      compute(
        team.reduce<choice.Choices>(
          (all, { talent, posts }) => choice.withPins(all, talent, posts),
          {
            ...choices(),
            pins: [],
          },
        ),
      ),
    takeBack: (id: string) => compute(choice.withoutPins(choices(), id)),
    weigh: (weights: Partial<Record<Post, Weights>>) => compute({ ...choices(), weights }),
    clear: () => compute({ ...choices(), pins: [], exclusions: [] }),
    recompute: () => void setStaged(NONE),
    canUndo: () => past().length > 0,
    undo: () => {
      const last = past().at(-1)
      if (!last) return
      setPast((before) => before.slice(0, -1))
      setStaged(NONE)
      show(last)
    },
    target,
    /** Marks the people who carry a target; the same again takes the marks away. */
    mark: (id: TargetId) => setTarget((now) => (now === id ? null : id)),
    openPerson: (id: string, post?: Post) => setSearch({ person: id, post: post ?? null }),
  }
}

export type Board = ReturnType<typeof createBoard>

export const BoardContext = createContext<Board>()

export function useBoard(): Board {
  const board = useContext(BoardContext)
  if (!board) throw new Error('outside of a village')
  return board
}

const NONE: ReadonlySet<string> = new Set()
const same = (a: choice.Choices, b: choice.Choices) => choice.keyOf(a) === choice.keyOf(b)

/** What failed is said where it is shown, not by everything that only looks up a name in it. */
function quiet<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch {
    return undefined
  }
}
