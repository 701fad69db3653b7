import { A, useLocation, useNavigate } from '@solidjs/router'
import { onCleanup, Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'

/** What a list hands on to a portrait, so that it leads back and to the neighbours. */
export type FromList = {
  list?: string
  /** Who was listed, from the first one on. */
  ids?: readonly string[]
  /** Place of the one who was opened, and how many are in the whole list. */
  position?: number
  total?: number
}

/** Back to the list as it was left; with its people known, which of them this is, and J and K to the others. */
export function PlaceInList(props: { id: string }) {
  const location = useLocation<FromList>()
  const navigate = useNavigate()
  const ids = () => location.state?.ids ?? []
  const at = () => ids().indexOf(props.id)
  const beside = (step: number) => (at() < 0 ? undefined : ids()[at() + step])
  function go(id: string | undefined) {
    const state = { ...location.state, said: undefined }
    if (id) navigate(`/talents/${id}`, { replace: true, state })
  }
  const onKey = (event: KeyboardEvent) => {
    if (isTyping(event)) return
    if (event.key === 'j' || event.key === 'J') go(beside(1))
    if (event.key === 'k' || event.key === 'K') go(beside(-1))
  }
  document.addEventListener('keydown', onKey)
  onCleanup(() => document.removeEventListener('keydown', onKey))
  const place = () => (at() < 0 ? (location.state?.position ?? 0) : at() + 1)
  const total = () => location.state?.total || ids().length
  return (
    <nav class="crumbs row wrap" aria-label={t().talent.back}>
      <A href={location.state?.list ?? '/talents'}>
        <Icon name="left" />
        {t().talent.back}
      </A>
      <Show when={place() > 0 && total() > 0}>
        <span class="hint">{t().portrait.placeOf(place(), total())}</span>
      </Show>
      <Show when={at() >= 0}>
        <span class="row push">
          <Step verb={t().portrait.previous} key="K" id={beside(-1)} go={go} icon="left" />
          <Step verb={t().portrait.next} key="J" id={beside(1)} go={go} icon="right" />
        </span>
      </Show>
    </nav>
  )
}

function Step(props: {
  verb: string
  key: string
  id: string | undefined
  go: (id: string | undefined) => void
  icon: 'left' | 'right'
}) {
  return (
    <button
      type="button"
      class="button slim"
      title={`${props.verb} (${props.key})`}
      aria-keyshortcuts={props.key}
      aria-disabled={props.id === undefined}
      onClick={() => props.go(props.id)}
    >
      <Show when={props.icon === 'left'}>
        <Icon name="left" />
      </Show>
      {props.verb}
      <Show when={props.icon === 'right'}>
        <Icon name="right" />
      </Show>
    </button>
  )
}

/** Letters belong to whatever is typed in, and to an open layer. */
function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  return target.matches('input, select, textarea') || target.closest('[role=dialog]') !== null
}
