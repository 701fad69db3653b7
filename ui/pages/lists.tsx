import { A, createAsync, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { whole } from '../format.ts'
import { placeName } from '../names.ts'
import { Done } from '../parts/account/notices.tsx'
import { Icon } from '../parts/icon.tsx'
import { ListForm } from '../parts/pool/list-form.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { listsOf, makeList } from '../pool.ts'
import type { NamedList } from '../types.ts'
import { t } from '../words/index.ts'

/** Lists of people that an office keeps. */
export function Lists() {
  const [isMaking, setMaking] = createSignal(false)
  const [said, setSaid] = createSignal<string | null>(null)
  const make = useAction(makeList)
  return (
    <>
      <Title text={t().pool.lists.title} />
      <nav class="crumbs" aria-label={t().pool.comparison.back}>
        <A href="/talents">
          <Icon name="left" />
          {t().pool.lists.toPool}
        </A>
      </nav>
      <div class="page-head">
        <div class="titles">
          <h1>{t().pool.lists.title}</h1>
          <p class="hint">{t().pool.lists.hint}</p>
        </div>
        <button
          type="button"
          class="button primary push"
          onClick={() => {
            setSaid(null)
            setMaking(true)
          }}
        >
          <Icon name="plus" />
          {t().pool.lists.make}
        </button>
      </div>
      <Done text={said()} />
      <View rows={6}>
        <Listed />
      </View>
      <ListForm
        isOpen={isMaking()}
        close={() => setMaking(false)}
        title={t().pool.lists.makeTitle}
        verb={t().pool.lists.makeDo}
        send={async (given) => {
          await make(given)
          setSaid(t().pool.lists.made(given.name))
        }}
      />
    </>
  )
}

function Listed() {
  const answer = createAsync(() => listsOf())
  const lists = () => answer()?.lists ?? []
  return (
    <section class="card" aria-label={t().pool.lists.title}>
      <Show
        when={lists().length > 0}
        fallback={
          <Blank icon="people" title={t().pool.lists.emptyTitle} text={t().pool.lists.emptyText} />
        }
      >
        <ul class="named-lists">
          <For each={lists()}>{(list) => <Line list={list} />}</For>
        </ul>
      </Show>
    </section>
  )
}

function Line(props: { list: NamedList }) {
  const about = () =>
    [
      props.list.township && placeName(props.list.township.name),
      props.list.createdBy,
      props.list.createdAt.slice(0, 10),
    ]
      .filter(Boolean)
      .join(t().separator)
  return (
    <li>
      <span class="list-name">
        <A class="medium" href={`/lists/${props.list.id}`}>
          {props.list.name}
        </A>
        <span class="second block">{props.list.note}</span>
      </span>
      <span class="nowrap">{t().pool.lists.members(whole(props.list.members))}</span>
      <span class="hint">{about()}</span>
    </li>
  )
}
