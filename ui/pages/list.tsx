import { A, createAsync, useAction, useNavigate, useParams } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { whole } from '../format.ts'
import { Ask } from '../parts/account/ask.tsx'
import { Done } from '../parts/account/notices.tsx'
import { Icon } from '../parts/icon.tsx'
import { ListForm } from '../parts/pool/list-form.tsx'
import { Members } from '../parts/pool/members.tsx'
import {
  comparisonHref,
  LEAST_COMPARED,
  MOST_COMPARED,
  useSelection,
} from '../parts/pool/selection.ts'
import { View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { changeList, listOf, removeList } from '../pool.ts'
import type { ListAnswer } from '../types.ts'
import { t } from '../words/index.ts'

/** One list: who is on it, and why. */
export function List() {
  const params = useParams<{ id: string }>()
  const answer = createAsync(() => listOf(params.id))
  return (
    <>
      <nav class="crumbs" aria-label={t().pool.lists.back}>
        <A href="/lists">
          <Icon name="left" />
          {t().pool.lists.back}
        </A>
      </nav>
      <View rows={10}>
        <Show when={answer()}>{(list) => <Opened list={list()} />}</Show>
      </View>
    </>
  )
}

function Opened(props: { list: ListAnswer }) {
  const [said, setSaid] = createSignal<string | null>(null)
  return (
    <>
      <Title text={props.list.name} />
      <div class="page-head">
        <div class="titles">
          <div class="row wrap">
            <h1>{props.list.name}</h1>
            <span class="hint">{t().pool.lists.members(whole(props.list.members))}</span>
            <Show when={props.list.elsewhere > 0}>
              <span class="hint">{t().pool.lists.elsewhere(props.list.elsewhere)}</span>
            </Show>
          </div>
          <p class="second">{props.list.note}</p>
        </div>
        <div class="row wrap push">
          <Acts list={props.list} say={setSaid} />
        </div>
      </div>
      <Done text={said()} />
      <Members list={props.list} say={setSaid} />
    </>
  )
}

function Acts(props: { list: ListAnswer; say: (text: string | null) => void }) {
  const navigate = useNavigate()
  const selection = useSelection()
  const change = useAction(changeList)
  const remove = useAction(removeList)
  const [doing, setDoing] = createSignal<'change' | 'remove' | null>(null)
  const count = () => selection.people().length
  async function removed() {
    await remove(props.list.id)
    navigate('/lists', { replace: true })
  }
  return (
    <>
      <button type="button" class="button danger" onClick={() => setDoing('remove')}>
        {t().pool.lists.remove}
      </button>
      <button type="button" class="button" onClick={() => setDoing('change')}>
        {t().pool.lists.edit}
      </button>
      <Show when={props.list.members > 0}>
        <A class="button" href={`/print/forms?list=${props.list.id}`}>
          {t().prints.open.forms}
        </A>
      </Show>
      <A class="button" href={`/talents?list=${props.list.id}`}>
        {t().pool.lists.inPool}
      </A>
      <Show when={count() >= LEAST_COMPARED && count() <= MOST_COMPARED}>
        <A
          class="button primary"
          href={comparisonHref(selection.ids())}
          state={{ list: `/lists/${props.list.id}` }}
        >
          {t().pool.tray.go} {t().pool.tray.slots(count())}
        </A>
      </Show>
      <ListForm
        isOpen={doing() === 'change'}
        close={() => setDoing(null)}
        title={t().pool.lists.editTitle(props.list.name)}
        verb={t().pool.lists.editDo}
        list={props.list}
        send={async (given) => {
          await change(props.list.id, props.list.revision, given)
          props.say(t().pool.lists.edited)
        }}
      />
      <Ask
        isOpen={doing() === 'remove'}
        close={() => setDoing(null)}
        title={t().pool.lists.removeTitle(props.list.name)}
        verb={t().pool.lists.removeDo}
        isDangerous
        act={removed}
      >
        <p>{t().pool.lists.removeEffect(props.list.members + props.list.elsewhere)}</p>
      </Ask>
    </>
  )
}
