import { useAction } from '@solidjs/router'
import { Show } from 'solid-js'
import { removeSearch } from '../../pool.ts'
import type { SavedSearch } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { usePool } from './context.ts'

export function RemoveSearch(props: { search: SavedSearch | null; close: () => void }) {
  const pool = usePool()
  const remove = useAction(removeSearch)
  async function act() {
    const { search } = props
    if (!search) return
    await remove(search.id)
    pool.say(t().pool.saved.removed(search.name))
  }
  return (
    <Ask
      isOpen={props.search !== null}
      close={props.close}
      title={t().pool.saved.removeTitle(props.search?.name ?? '')}
      verb={t().pool.saved.removeDo}
      isDangerous
      act={act}
    >
      <p>{t().pool.saved.removeEffect}</p>
      <Show when={props.search?.isShared}>
        <p>{t().pool.saved.removeShared}</p>
      </Show>
    </Ask>
  )
}
