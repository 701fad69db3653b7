import { useLocation, useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, Show, Suspense } from 'solid-js'
import { Done, Refusal } from '../parts/account/notices.tsx'
import { Icon } from '../parts/icon.tsx'
import { Panel } from '../parts/layers.tsx'
import { Skeleton, View } from '../parts/states.tsx'
import { ListFilter } from '../parts/talent/list-filter.tsx'
import { createPages } from '../parts/talent/list-pages.ts'
import { LookUp } from '../parts/talent/look-up.tsx'
import { NobodyListed } from '../parts/talent/nobody-listed.tsx'
import { PersonList } from '../parts/talent/person-list.tsx'
import { Title } from '../parts/title.tsx'
import type { TalentFilter } from '../people.ts'
import { useRoles, useSession } from '../session.ts'
import { t } from '../words/index.ts'

type ListRole = keyof ReturnType<typeof t>['talents']['title']

/** People of the own scope; for a mentor the first page, and only the mentees. */
export function Talents() {
  return (
    <View rows={12}>
      <Listed />
    </View>
  )
}

function Listed() {
  const [search, setSearch] = useSearchParams<{ q?: string; township?: string; village?: string }>()
  const location = useLocation<{ said?: string }>()
  const has = useRoles()
  const filter = createMemo((): TalentFilter => {
    const { q, township, village } = search
    return { ...(q && { q }), ...(township && { township }), ...(village && { village }) }
  })
  const pages = createPages(filter)
  const change = (next: { [Key in keyof TalentFilter]: string | null }) =>
    setSearch(next, { replace: true })
  // After somebody was erased, whose portrait cannot say it any more.
  const said = () => location.state?.said ?? null
  return (
    <>
      <Head />
      <Done text={said()} />
      <section class="card" aria-labelledby="people">
        <div class="card-head">
          <h2 id="people">{t().talents.list}</h2>
          <span class="hint" role="status">
            <Suspense>{t().talents.shown(pages.people().length, pages.hasMore())}</Suspense>
          </span>
        </div>
        <Show when={!has('mentor')}>
          <ListFilter filter={filter()} change={change} />
        </Show>
        <div class="card-notes">
          <Refusal problem={pages.problem()} />
        </div>
        <Suspense fallback={<Skeleton rows={10} />}>
          <Show
            when={pages.first() && pages.people().length > 0}
            fallback={<NobodyListed filter={filter()} change={change} />}
          >
            <PersonList people={pages.people()} label={t().talents.list} />
          </Show>
        </Suspense>
        <Show when={pages.hasMore()}>
          <p class="table-foot">
            <button
              type="button"
              class="button"
              aria-disabled={pages.isAdding()}
              onClick={pages.more}
            >
              {pages.isAdding() ? t().talents.loadingMore : t().talents.more}
            </button>
          </p>
        </Show>
      </section>
      <p class="hint">{t().talents.watched}</p>
    </>
  )
}

function Head() {
  const { account } = useSession()
  const has = useRoles()
  const [isFinding, setFinding] = createSignal(false)
  const role = () => account().role as ListRole
  return (
    <div class="page-head">
      <Title text={t().talents.title[role()]} />
      <div class="titles">
        <h1>{t().talents.title[role()]}</h1>
        <p class="hint">{t().talents.hint[role()]}</p>
      </div>
      <Show when={has('county', 'township')}>
        <button type="button" class="button push" onClick={() => setFinding(true)}>
          <Icon name="search" />
          {t().talents.lookUp}
        </button>
        <Panel isOpen={isFinding()} onClose={() => setFinding(false)} title={t().talents.lookUp}>
          <LookUp />
        </Panel>
      </Show>
    </div>
  )
}
