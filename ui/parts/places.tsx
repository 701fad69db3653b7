import { A, useLocation, useNavigate } from '@solidjs/router'
import Fuse from 'fuse.js'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { loadPinyin, placeName, spellings } from '../names.ts'
import type { Places } from '../types.ts'
import { t } from '../words/index.ts'
import { Icon } from './icon.tsx'

/** Codes of the statistics bureau: 9 digits a township, 12 a village. */
const TOWNSHIP_DIGITS = 9

type Entry = { code: string; name: string; full: string; initials: string }

/** Townships open to their villages; a filter leaves what matches by name, pinyin or initials. */
export function PlaceTree(props: { places: Places; onPick?: () => void; focus?: boolean }) {
  const [text, setText] = createSignal('')
  const navigate = useNavigate()
  const found = createMemo(() => matching(props.places, text().trim()))
  const shown = () =>
    props.places.townships
      .map((township) => ({
        ...township,
        villages:
          found() && !found()?.has(township.code)
            ? township.villages.filter(({ code }) => found()?.has(code))
            : township.villages,
      }))
      .filter(({ code, villages }) => !found() || villages.length > 0 || found()?.has(code))
  /** Enter opens the best match. */
  function openFirst() {
    const [first] = found() ?? []
    if (first === undefined) return
    navigate(first.length === TOWNSHIP_DIGITS ? `/townships/${first}` : `/villages/${first}`)
    props.onPick?.()
  }
  return (
    <div class="places">
      <input
        class="input"
        type="search"
        aria-label={t().shell.filter}
        placeholder={t().shell.filter}
        autofocus={props.focus ?? false}
        onFocus={loadPinyin}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && openFirst()}
      />
      <div class="places-list">
        <For each={shown()} fallback={<p class="hint">{t().shell.noPlace(text())}</p>}>
          {(township) => (
            <TownshipNode
              township={township}
              isOpen={found() !== null}
              {...(props.onPick && { onPick: props.onPick })}
            />
          )}
        </For>
      </div>
    </div>
  )
}

function TownshipNode(props: {
  township: Places['townships'][number]
  isOpen: boolean
  onPick?: () => void
}) {
  const here = useHere()
  const isHere = () =>
    here() === props.township.code || props.township.villages.some(({ code }) => code === here())
  return (
    <details open={props.isOpen || isHere()}>
      <summary>
        <Icon name="right" />
        {placeName(props.township.name)}
        <span class="count">{props.township.villages.length}</span>
      </summary>
      <ul>
        <li>
          <A href={`/townships/${props.township.code}`} end onClick={() => props.onPick?.()}>
            {t().shell.township(placeName(props.township.name))}
          </A>
        </li>
        <For each={props.township.villages}>
          {(village) => (
            <li>
              <A href={`/villages/${village.code}`} end onClick={() => props.onPick?.()}>
                {placeName(village.name)}
                <Show when={village.isKey}>
                  <span class="chip" title={t().key}>
                    {t().keyShort}
                    <span class="hidden-text">{t().key}</span>
                  </span>
                </Show>
              </A>
            </li>
          )}
        </For>
      </ul>
    </details>
  )
}

/** Code of the township or village on the screen. */
function useHere() {
  const location = useLocation()
  return () => /^\/(?:townships|villages)\/(\d+)/.exec(location.pathname)?.[1]
}

/** Codes that match, or null when nothing is asked. */
function matching(places: Places, text: string): Set<string> | null {
  if (text === '') return null
  const entries = places.townships.flatMap((township): Entry[] =>
    [township, ...township.villages].map(({ code, name }) => ({ code, name, ...spellings(name) })),
  )
  const fuse = new Fuse(entries, {
    keys: ['name', 'full', 'initials'],
    threshold: 0.2,
    ignoreLocation: true,
  })
  return new Set(fuse.search(text).map(({ item }) => item.code))
}
