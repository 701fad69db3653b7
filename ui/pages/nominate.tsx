import { A, createAsync, query, useSearchParams } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { draftsOf, type Latest, latestOf, type StoredDraft } from '../nominate.ts'
import { Icon } from '../parts/icon.tsx'
import { LatestList } from '../parts/nominate/latest-list.tsx'
import { NominateForm } from '../parts/nominate/nominate-form.tsx'
import { Undo } from '../parts/nominate/undo.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { placesOf, talentOf } from '../queries.ts'
import { type Round, roundsOf } from '../review.ts'
import { useSession } from '../session.ts'
import type { Person } from '../types.ts'
import { t } from '../words/index.ts'

/** Papers into nominations, one after the other. */
export function Nominate() {
  return (
    <>
      <Title text={t().nominate.title} />
      <nav class="crumbs" aria-label={t().nominate.back}>
        <A href="/review">
          <Icon name="left" />
          {t().nominate.back}
        </A>
      </nav>
      <div class="page-head">
        <div class="titles">
          <h1>{t().nominate.title}</h1>
          <p class="hint">{t().nominate.hint}</p>
        </div>
      </div>
      <View rows={12}>
        <Work />
      </View>
    </>
  )
}

function Work() {
  const [search] = useSearchParams<{ person?: string }>()
  const rounds = createAsync(() => roundsOf())
  const drafts = createAsync(() => readAnew())
  const latest = createAsync(() => latestOf())
  const asked = createAsync(async () => {
    const { person } = search
    return person ? talentOf(person).catch(() => null) : null
  })
  const open = () => rounds()?.rounds.filter(({ mayNominate }) => mayNominate)
  return (
    <Show when={open()}>
      {(some) => (
        <Show when={some().length > 0} fallback={<NoRound />}>
          <Show when={drafts()}>
            {(kept) => (
              <Show when={latest()}>
                {(before) => (
                  <Show when={asked() !== undefined}>
                    <Papers
                      rounds={some()}
                      drafts={kept().drafts}
                      people={[...kept().people, ...before().people]}
                      latest={before().latest}
                      asked={asked() ?? null}
                    />
                  </Show>
                )}
              </Show>
            )}
          </Show>
        </Show>
      )}
    </Show>
  )
}

/** What another window kept since is what goes on here. */
function readAnew() {
  query.delete(draftsOf.key)
  return draftsOf()
}

function Papers(props: {
  rounds: Round[]
  drafts: StoredDraft[]
  people: Person[]
  latest: Latest[]
  asked: Person | null
}) {
  const [search] = useSearchParams<{ draft?: string; round?: string; village?: string }>()
  const { account } = useSession()
  const [handed, setHanded] = createSignal<Latest[]>(props.latest)
  const [people, setPeople] = createSignal(new Map(props.people.map((one) => [one.id, one])))
  const [undoing, setUndoing] = createSignal<{ nomination: string; name: string } | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  const places = createAsync(async () => placesOf().catch(() => undefined), {
    initialValue: undefined,
  })
  const mine = props.drafts.filter(({ round }) => props.rounds.some(({ id }) => id === round))
  const draft = mine.find(({ id }) => id === search.draft) ?? mine[0]
  const village = account().villages.length === 1 ? account().villages[0]?.code : search.village
  const villageName = (code: string) =>
    places.latest?.townships.flatMap(({ villages }) => villages).find((one) => one.code === code)
      ?.name ?? code
  function take(entry: Latest, person: Person) {
    setPeople((before) => new Map(before).set(person.id, person))
    setHanded((before) => [entry, ...before].slice(0, MOST))
    setSaid(t().nominate.handed(person.name))
  }
  function taken(nomination: string, text: string) {
    const mark = (one: Latest) =>
      one.nomination === nomination ? { ...one, isWithdrawn: true, warnings: [] } : one
    setHanded((before) => before.map(mark))
    setUndoing(null)
    setSaid(text)
  }
  return (
    <>
      <div class="nominate-grid">
        <NominateForm
          rounds={props.rounds}
          round={props.rounds.find(({ id }) => id === search.round)?.id ?? props.rounds[0]!.id}
          draft={draft}
          person={props.asked ?? people().get(draft?.talent ?? '') ?? null}
          village={village ?? ''}
          handed={take}
          reload={() => location.reload()}
        />
        <LatestList
          said={said()}
          latest={handed()}
          person={(id) => people().get(id)}
          villageName={villageName}
          undo={({ nomination }, name) => setUndoing({ nomination, name })}
        />
      </div>
      <Undo undoing={undoing()} close={() => setUndoing(null)} done={taken} />
    </>
  )
}

const MOST = 10

function NoRound() {
  return (
    <section class="card">
      <Blank icon="flag" title={t().nominate.noRound} text={t().nominate.noRoundText}>
        <A class="button primary" href="/rounds">
          {t().nominate.toRounds}
        </A>
      </Blank>
    </section>
  )
}
