import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import { useRoles } from '../../session.ts'
import type { Relaxation } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Blank } from '../states.tsx'
import { conditionsOf } from './chips.tsx'
import { usePool } from './context.ts'

/** Conditions worth to be dropped, as many as are read at a glance. */
const MOST = 4

/** Nobody is found: which condition to drop, and how many that gives. Nobody is there at all: how people come in. */
export function Nobody() {
  const pool = usePool()
  const conditions = () => conditionsOf(pool, pool.address.words())
  return (
    <Show when={conditions().length > 0} fallback={<EmptyPool />}>
      <Blank
        icon="search"
        title={t().pool.none.title(conditions().length)}
        text={t().pool.none.text}
      >
        <Relaxations />
        <button type="button" class="link-button" onClick={pool.address.clear}>
          {t().pool.none.clear}
        </button>
      </Blank>
    </Show>
  )
}

function Relaxations() {
  const pool = usePool()
  const relaxations = () =>
    [...(pool.pages.first()?.relaxations ?? [])]
      .sort((a, b) => b.count - a.count)
      .filter(({ count }) => count > 0)
      .slice(0, MOST)
  return (
    <Show when={relaxations().length > 0}>
      <ul class="relaxations">
        <For each={relaxations()}>
          {(one, at) => (
            <li>
              <span>{t().pool.none.relaxed(say(one.words), whole(one.count))}</span>
              <button
                type="button"
                class="button slim"
                classList={{ primary: at() === 0 }}
                onClick={() => drop(pool, one)}
              >
                {say(one.words)}
              </button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

/** `q:WORD` is one word of the text, anything else a whole filter. */
function drop({ address }: ReturnType<typeof usePool>, { drop }: Relaxation) {
  if (!drop.startsWith('q:')) return address.change({ [drop]: null })
  const rest = address.words().filter((word) => word !== drop.slice(2))
  address.change({ q: rest.join(' ') || null })
}

function EmptyPool() {
  const has = useRoles()
  return (
    <Blank
      icon="people"
      title={t().pool.none.emptyTitle}
      text={has('county', 'township') ? t().pool.none.emptyText : t().pool.none.emptyVillage}
    >
      <div class="row wrap">
        <Show when={has('county', 'township')}>
          <A class="button primary" href="/imports">
            <Icon name="table" />
            {t().pool.head.import}
          </A>
        </Show>
        <A class="button" href="/talents/new">
          <Icon name="plus" />
          {t().pool.head.new}
        </A>
      </div>
    </Blank>
  )
}
