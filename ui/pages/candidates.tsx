import { A, createAsync, useParams, useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { placeName } from '../names.ts'
import { type Candidates as Answer, type CandidatesOfPost, candidatesOf } from '../nominate.ts'
import { SelectField } from '../parts/account/fields.tsx'
import { Icon } from '../parts/icon.tsx'
import { CandidateTable } from '../parts/nominate/candidate-table.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { roundsOf } from '../review.ts'
import { t } from '../words/index.ts'

/** Who is nominated for the seats of a village, side by side; round and post live in the address. */
export function Candidates() {
  return (
    <View rows={12}>
      <Known />
    </View>
  )
}

function Known() {
  const params = useParams<{ code: string }>()
  const [search, setSearch] = useSearchParams<{ round?: string; post?: string }>()
  const answer = createAsync(() => candidatesOf(params.code, search.round))
  const rounds = createAsync(async () => roundsOf().catch(() => undefined), {
    initialValue: undefined,
  })
  return (
    <Show when={answer()}>
      {(known) => (
        <>
          <Title text={t().nominate.candidates.title(placeName(known().village.name))} />
          <nav
            class="crumbs"
            aria-label={t().nominate.candidates.back(placeName(known().village.name))}
          >
            <A href={`/villages/${params.code}`}>
              <Icon name="left" />
              {t().nominate.candidates.back(placeName(known().village.name))}
            </A>
          </nav>
          <div class="page-head candidates-head">
            <h1>{t().nominate.candidates.title(placeName(known().village.name))}</h1>
            <Show when={(rounds.latest?.rounds.length ?? 0) > 0}>
              <div class="push round-field">
                <SelectField
                  label={t().nominate.candidates.round}
                  value={known().round?.id ?? ''}
                  choices={(rounds.latest?.rounds ?? []).map(({ id, name }) => ({
                    value: id,
                    name,
                  }))}
                  set={(round) => setSearch({ round }, { replace: true })}
                />
              </div>
            </Show>
          </div>
          <Show when={known().round} fallback={<NoRound />}>
            {(round) => (
              <ByPost
                answer={known()}
                round={round().id}
                post={search.post}
                choose={(post) => setSearch({ post }, { replace: true })}
              />
            )}
          </Show>
        </>
      )}
    </Show>
  )
}

function ByPost(props: {
  answer: Answer
  round: string
  post: string | undefined
  choose: (post: string) => void
}) {
  const posts = () => props.answer.posts
  const chosen = () =>
    posts().find(({ post }) => post === props.post) ??
    posts().find(({ candidates }) => candidates.length > 0) ??
    posts()[0]
  return (
    <>
      <fieldset class="segments post-choice" aria-label={t().nominate.candidates.posts}>
        <For each={posts()}>
          {({ post, candidates }) => (
            <button
              type="button"
              aria-pressed={post === chosen()?.post}
              onClick={() => props.choose(post)}
            >
              {t().nominate.candidates.postCount(t().shortlist.postName[post], candidates.length)}
            </button>
          )}
        </For>
      </fieldset>
      <Show when={chosen()}>{(own) => <OfPost {...props} own={own()} />}</Show>
      <p class="hint">{t().nominate.candidates.note}</p>
    </>
  )
}

function OfPost(props: { answer: Answer; round: string; own: CandidatesOfPost }) {
  const name = () => t().shortlist.postName[props.own.post]
  const standing = () => props.own.candidates.filter(({ state }) => state === 'open').length
  return (
    <section class="card" aria-label={t().nominate.candidates.table(name())}>
      <div class="card-head">
        <h2>{name()}</h2>
        <span class="hint">{t().nominate.candidates.seats(props.own.seats, standing())}</span>
        <Show when={standing() > 0 && standing() <= props.own.seats}>
          <span class="chip open">{t().nominate.candidates.few}</span>
        </Show>
      </div>
      <Show
        when={props.own.candidates.length > 0}
        fallback={
          <Blank
            icon="people"
            title={t().nominate.candidates.none(name())}
            text={t().nominate.candidates.noneText}
          >
            <A
              class="button primary"
              href={`/nominations/new?village=${props.answer.village.code}&round=${props.round}`}
            >
              {t().nominate.open}
            </A>
          </Blank>
        }
      >
        <CandidateTable
          candidates={props.own.candidates}
          people={new Map(props.answer.people.map((one) => [one.id, one]))}
          name={name()}
          round={props.round}
          since={props.answer.since}
        />
      </Show>
    </section>
  )
}

function NoRound() {
  return (
    <section class="card">
      <Blank
        icon="flag"
        title={t().nominate.candidates.noRound}
        text={t().nominate.candidates.noRoundText}
      >
        <A class="button primary" href="/rounds">
          {t().nominate.toRounds}
        </A>
      </Blank>
    </section>
  )
}
