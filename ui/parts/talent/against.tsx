import { createAsync, useLocation, useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import { placesOf } from '../../queries.ts'
import { type Places, POSTS, type Post } from '../../types.ts'
import { t } from '../../words/index.ts'

/** For which village and post the weights and needs are taken. */
export function Against(props: { village: string; name: string; post: Post }) {
  const location = useLocation()
  const [, setSearch] = useSearchParams()
  const places = createAsync<Places | undefined>(() => placesOf(), { initialValue: undefined })
  const isKnown = () =>
    places.latest?.townships.some(({ villages }) =>
      villages.some(({ code }) => code === props.village),
    ) ?? false
  const choose = (change: { village?: string; post?: string }) =>
    setSearch(change, { replace: true, state: location.state })
  return (
    <div class="against">
      <label>
        <span class="hint">{t().portrait.against}</span>
        <select
          class="input"
          aria-label={t().portrait.againstVillage}
          onChange={(event) => choose({ village: event.currentTarget.value })}
        >
          <Show when={!isKnown()}>
            <option value={props.village} selected>
              {placeName(props.name)}
            </option>
          </Show>
          <For each={places.latest?.townships ?? []}>
            {(township) => (
              <optgroup label={placeName(township.name)}>
                <For each={township.villages}>
                  {({ code, name }) => (
                    <option value={code} selected={code === props.village}>
                      {placeName(name)}
                    </option>
                  )}
                </For>
              </optgroup>
            )}
          </For>
        </select>
      </label>
      <select
        class="input"
        aria-label={t().portrait.againstPost}
        onChange={(event) => choose({ post: event.currentTarget.value })}
      >
        <For each={POSTS}>
          {(post) => (
            <option value={post} selected={post === props.post}>
              {t().post[post]}
            </option>
          )}
        </For>
      </select>
    </div>
  )
}
