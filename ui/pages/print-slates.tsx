import { createAsync, useSearchParams } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import { choicesOf, searchOf } from '../parts/choices.ts'
import { PrintFrame } from '../parts/print/frame.tsx'
import { SlateChoice } from '../parts/print/slate-choice.tsx'
import { SlateSheet } from '../parts/print/slate-sheet.tsx'
import { ownSlate, type PaperSlates, slatesOfPlan } from '../parts/print/slates.ts'
import { Blank, View } from '../parts/states.tsx'
import { placesOf } from '../queries.ts'
import { t } from '../words/index.ts'

type Search = { plan?: string; village?: string | string[]; township?: string; next?: string }

/** 班子建议方案表: of villages of a plan, or of one village as its page has it. */
export function PrintSlates() {
  return (
    <View rows={14}>
      <Page />
    </View>
  )
}

function Page() {
  const [search, setSearch] = useSearchParams<Search>()
  const places = createAsync(() => placesOf())
  const villages = () => [search.village ?? []].flat()
  const choices = createMemo(() => choicesOf(search))
  const found = createAsync<PaperSlates | undefined>(async () => {
    const known = places()
    if (!known) return undefined
    if (search.plan)
      return slatesOfPlan(known, search.plan, { township: search.township, villages: villages() })
    return ownSlate(known, villages()[0] ?? '', choices())
  })
  const sheets = () => found()?.sheets ?? []
  const withNext = () => search.next === '1'
  const back = () =>
    search.plan
      ? { href: planHref(found()?.township ?? null, search.plan), words: t().prints.toPlan }
      : { href: villageHref(villages()[0] ?? '', choices()), words: t().prints.toVillage }
  const subjects = () => [
    ...new Set(
      sheets().flatMap(({ village, slate, person, nextOf }) => [
        village.code,
        ...slate.seats.map(({ talent }) => talent).filter((id) => person(id) !== undefined),
        ...(withNext() && nextOf ? nextIds(slate.seats, nextOf) : []),
      ]),
    ),
  ]
  return (
    <PrintFrame
      paper="slate-sheet"
      title={t().prints.slate.page}
      back={back()}
      subjects={subjects()}
      fields={
        <SlateChoice
          found={found()}
          chosen={villages()}
          isOfPlan={search.plan !== undefined}
          withNext={withNext()}
          choose={(change) => setSearch(change, { replace: true })}
        />
      }
    >
      <Show when={found()}>
        <For
          each={sheets()}
          fallback={<Blank icon="paper" title={t().prints.slate.none} text={found()!.why()} />}
        >
          {(sheet) => <SlateSheet {...sheet} nextOf={withNext() ? sheet.nextOf : null} />}
        </For>
      </Show>
    </PrintFrame>
  )
}

type Sheet = PaperSlates['sheets'][number]

const nextIds = (seats: Sheet['slate']['seats'], nextOf: NonNullable<Sheet['nextOf']>) =>
  seats.flatMap(({ talent }) =>
    nextOf(talent)
      .slice(0, 2)
      .map((next) => next.talent),
  )

function planHref(township: string | null, plan: string): string {
  return `${township === null ? '' : `/townships/${township}`}/plan?${new URLSearchParams({ draft: plan })}`
}

function villageHref(code: string, choices: Parameters<typeof searchOf>[0]): string {
  const pairs = Object.entries(searchOf(choices)).flatMap(([key, values]) =>
    values.map((value): [string, string] => [key, value]),
  )
  return `/villages/${code}?${new URLSearchParams(pairs)}`
}
