import { Menu } from '@ark-ui/solid/menu'
import { createAsync, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import { lookAtSearch, searchesOf } from '../../pool.ts'
import type { SavedSearch } from '../../types.ts'
import { t } from '../../words/index.ts'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { usePool } from './context.ts'
import { RemoveSearch } from './remove-search.tsx'
import { SaveSearch } from './save-search.tsx'

type Doing = { act: 'save' } | { act: 'change' | 'remove'; search: SavedSearch }

/** Searches that are made again and again, with how many people are new in each. */
export function SavedSearches() {
  const { address } = usePool()
  const [doing, setDoing] = createSignal<Doing | null>(null)
  const answer = createAsync(async () => searchesOf().catch(() => undefined), {
    initialValue: undefined,
  })
  const searches = () => answer.latest?.searches ?? []
  const shared = () => searches().filter(({ isShared }) => isShared).length
  const of = (act: Doing['act']) => {
    const now = doing()
    return now?.act === act && 'search' in now ? now.search : null
  }
  const close = () => setDoing(null)
  return (
    <section class="saved" aria-label={t().pool.saved.title}>
      <span class="hint" aria-hidden="true">
        {t().pool.saved.title}
      </span>
      <ul>
        <For each={searches()} fallback={<li class="hint">{t().pool.saved.none}</li>}>
          {(search) => (
            <li>
              <Saved search={search} act={(act) => setDoing({ act, search })} />
            </li>
          )}
        </For>
      </ul>
      <button
        type="button"
        class="button plain slim"
        aria-disabled={address.saved() === ''}
        title={address.saved() === '' ? t().pool.saved.needQuery : undefined}
        onClick={() => address.saved() !== '' && setDoing({ act: 'save' })}
      >
        <Icon name="plus" />
        {t().pool.saved.save}
      </button>
      <Show when={shared() > 0}>
        <span class="hint push wide-only">{t().pool.saved.shared(shared())}</span>
      </Show>
      <SaveSearch isOpen={doing()?.act === 'save'} search={null} close={close} />
      <SaveSearch isOpen={of('change') !== null} search={of('change')} close={close} />
      <RemoveSearch search={of('remove')} close={close} />
    </section>
  )
}

function Saved(props: { search: SavedSearch; act: (act: 'change' | 'remove') => void }) {
  const { address } = usePool()
  const look = useAction(lookAtSearch)
  const looking = createSending(() => look(props.search.id))
  const isHere = () => isSameSearch(address.saved(), props.search.query)
  function open() {
    const asked = new URLSearchParams(props.search.query)
    address.ask(Object.fromEntries(asked))
    if (props.search.fresh > 0 || props.search.lookedAt === null) void looking.start()
  }
  return (
    <span class="saved-search">
      <button type="button" class="button slim" aria-pressed={isHere()} onClick={open}>
        <Show when={isHere()}>
          <Icon name="star" />
        </Show>
        <span class="saved-name" title={props.search.name}>
          {props.search.name}
        </span>
        <Show when={props.search.fresh > 0}>
          <span class="chip accent" title={t().pool.saved.freshLong(props.search.fresh)}>
            {t().pool.saved.fresh(props.search.fresh)}
          </span>
        </Show>
        <Show when={props.search.isShared}>
          <Icon name="people" />
          <span class="hidden-text">{t().pool.saved.isShared}</span>
        </Show>
      </button>
      <Show when={props.search.isMine}>
        <Acts search={props.search} act={props.act} />
      </Show>
    </span>
  )
}

function Acts(props: { search: SavedSearch; act: (act: 'change' | 'remove') => void }) {
  return (
    <Menu.Root
      positioning={{ placement: 'bottom-end' }}
      onSelect={({ value }) => props.act(value === 'remove' ? 'remove' : 'change')}
      lazyMount
      unmountOnExit
    >
      <Menu.Trigger
        class="button slim icon-only"
        aria-label={t().pool.saved.acts(props.search.name)}
      >
        <Icon name="down" />
      </Menu.Trigger>
      <Portal>
        <Menu.Positioner>
          <Menu.Content class="card menu">
            <Menu.Item value="change">
              <Icon name="pencil" />
              {t().pool.saved.rename}
            </Menu.Item>
            <Menu.Item value="remove">
              <Icon name="close" />
              {t().pool.saved.remove}
            </Menu.Item>
          </Menu.Content>
        </Menu.Positioner>
      </Portal>
    </Menu.Root>
  )
}

/** The order of conditions does not matter. */
function isSameSearch(one: string, other: string): boolean {
  const sorted = (text: string) => [...new URLSearchParams(text)].sort().join('&')
  return sorted(one) === sorted(other)
}
