import { createAsync, useAction, useSearchParams } from '@solidjs/router'
import { createEffect, createMemo, createSignal } from 'solid-js'
import {
  makePlan,
  type PersonCultivation,
  type Suggestions,
  type SuggestionsQuery,
  suggestionsOf,
  type Templates,
  templatesOf,
} from '../../cultivation-plan.ts'
import { POSTS, type Post } from '../../types.ts'
import { t } from '../../words/index.ts'
import { warnOnLeave } from '../account/leaving.ts'
import { createSending } from '../account/sending.ts'
import { today } from '../talent/when.ts'
import {
  bodyOf,
  type Draft,
  draftsOf,
  type Edits,
  later,
  latest,
  MOST_ITEMS,
  ownDraft,
} from './draft.ts'

type Asked = { village?: string; posts?: string; education?: string; party?: string }
type Found = { answer: Suggestions } | { error: unknown } | undefined
const YEAR = 365

/** What a plan in the making is for, what is proposed for it, and what of that is taken. */
export function useMaking({ talent }: PersonCultivation, done: () => void) {
  const [search] = useSearchParams<Asked>()
  const [village, setVillage] = createSignal(search.village ?? talent.village.code)
  const [posts, setPosts] = createSignal<Post[]>(postsIn(search.posts))
  const [hasChosen, setChosen] = createSignal(search.posts !== undefined)
  const [template, setTemplate] = createSignal<string>()
  const [span, setSpan] = createSignal({ startsOn: today(), endsOn: later(today(), YEAR) })
  const [isAsked, setAsked] = createSignal(false)
  const [isTouched, setTouched] = createSignal(false)
  const [isSaved, setSaved] = createSignal(false)
  const proposed = useProposed(talent.id, () => ({
    ...(village() && { village: village() }),
    ...(posts().length > 0 && { posts: posts().join(',') }),
    // The query of a page is text; the server judges it.
    ...(search.education && { education: search.education as 'bachelor' }),
    ...(search.party === '1' && { party: '1' as const }),
  }))
  const known = createAsync<Templates | undefined>(() => templatesOf(), { initialValue: undefined })
  const templates = () => (known.latest?.templates ?? []).filter(({ isRetired }) => !isRetired)
  const chosen = () => template() ?? proposed.answer()?.template ?? ''
  const own = () => templates().find(({ id }) => id === chosen())
  const rows = useRows(() => draftsOf(own(), proposed.answer()?.suggestions ?? [], span().startsOn))
  const taken = () => rows.all().filter(({ isIn }) => isIn)
  const endsOn = () => latest([span().endsOn, ...taken().map(({ dueOn }) => dueOn)])
  // What a template prepares for is proposed, not imposed.
  createEffect(() => {
    const of = own()?.posts ?? []
    if (!hasChosen() && posts().length === 0 && of.length > 0) setPosts([...of])
  })
  const make = useAction(makePlan)
  const sending = createSending(async () => {
    await make(talent.id, {
      template: chosen() || null,
      ...{ village: village() || null, posts: posts(), startsOn: span().startsOn },
      ...{ endsOn: endsOn(), items: taken().map(bodyOf) },
    })
    setSaved(true)
    done()
  })
  const faultIn = ({ aim, dueOn }: Draft): string => {
    const form = t().cultivationPlan.form
    if (aim.trim().length < 2) return form.needAim
    return dueOn === '' || dueOn < today() || dueOn < span().startsOn ? form.needDue : ''
  }
  const fault = () => {
    const words = t().cultivationPlan.making
    if (taken().length === 0) return words.needItem
    if (taken().length > MOST_ITEMS) return words.tooMany
    return taken().some((draft) => faultIn(draft) !== '') || !span().startsOn ? words.fix : ''
  }
  warnOnLeave(() => !isSaved() && (rows.isTouched() || isTouched()))
  return {
    ...{ village, setVillage, posts, setTemplate, span, setSpan, templates, chosen },
    ...{ proposed, rows, taken, endsOn, sending },
    setPosts: (next: Post[]) => {
      setChosen(true)
      setTouched(true)
      setPosts(next)
    },
    addOwn: () => rows.add(span().startsOn),
    fault: () => (isAsked() ? fault() : ''),
    errorAt: (draft: Draft) => {
      const refused = sending.errorAt(`items/${taken().indexOf(draft)}/`)
      return refused ?? (isAsked() && draft.isIn ? faultIn(draft) : '')
    },
    submit: () => {
      setAsked(true)
      if (fault() === '') void sending.start()
    },
  }
}

/** Suggestions for what is asked; while others are worked out the last ones stay. */
function useProposed(talent: string, asked: () => SuggestionsQuery) {
  const [isWorking, setWorking] = createSignal(true)
  const found = createAsync<Found>(
    () => {
      const question = asked()
      setWorking(true)
      return suggestionsOf(talent, question)
        .then(
          (answer) => ({ answer }),
          (error: unknown) => ({ error }),
        )
        .finally(() => setWorking(false))
    },
    { initialValue: undefined },
  )
  const isKnown = () => found.latest !== undefined
  return {
    ...{ isWorking, isKnown },
    answer: () => (found.latest && 'answer' in found.latest ? found.latest.answer : undefined),
    error: () => (found.latest && 'error' in found.latest ? found.latest.error : undefined),
  }
}

/** Proposed rows as they were changed, then own ones. */
function useRows(base: () => Draft[]) {
  const [edits, setEdits] = createSignal<Edits>({})
  const [own, setOwn] = createSignal<Draft[]>([])
  let added = 0
  const all = createMemo(() =>
    [...base(), ...own()].map((draft) => ({ ...draft, ...edits()[draft.key] })),
  )
  return {
    all,
    isTouched: () => own().length > 0 || Object.keys(edits()).length > 0,
    add: (startsOn: string) => setOwn([...own(), ownDraft(`own-${added++}`, startsOn)]),
    remove: (key: string) => setOwn(own().filter((one) => one.key !== key)),
    edit: (key: string, change: Partial<Draft>) =>
      setEdits((before) => ({ ...before, [key]: { ...before[key], ...change } })),
  }
}

function postsIn(text: string | undefined): Post[] {
  const asked = (text ?? '').split(',')
  return POSTS.filter((post) => asked.includes(post))
}
