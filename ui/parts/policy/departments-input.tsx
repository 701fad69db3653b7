import { createAsync } from '@solidjs/router'
import { For, Show, Suspense } from 'solid-js'
import { dictionaryOf } from '../../administration.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'

/** Departments of the joint review, chosen from the dictionary and put in their order. */
export function DepartmentsInput(props: { chosen: string[]; set: (ids: string[]) => void }) {
  return (
    <Suspense>
      <Chosen {...props} />
    </Suspense>
  )
}

function Chosen(props: { chosen: string[]; set: (ids: string[]) => void }) {
  const answer = createAsync(() => dictionaryOf('departments'))
  const entries = () => answer()?.entries ?? []
  const entry = (id: string) => entries().find((one) => one.id === id)
  const name = (id: string) => {
    const found = entry(id)
    return found ? say(found) : id
  }
  const free = () =>
    entries().filter(({ id, isRetired }) => !isRetired && !props.chosen.includes(id))
  function move(at: number, by: number) {
    const next = [...props.chosen]
    const [id] = next.splice(at, 1)
    if (id !== undefined) next.splice(at + by, 0, id)
    props.set(next)
  }
  return (
    <div class="departments">
      <Show
        when={props.chosen.length > 0}
        fallback={<p class="second">{t().policy.departments.all}</p>}
      >
        <ol aria-label={t().policy.departments.list}>
          <For each={props.chosen}>
            {(id, at) => (
              <li>
                <span>
                  {name(id)}
                  <Show when={entry(id)?.isRetired}>
                    {' '}
                    <span class="chip">{t().policy.departments.retired}</span>
                  </Show>
                </span>
                <button
                  type="button"
                  class="button slim plain icon-only push"
                  aria-label={t().policy.departments.up(name(id))}
                  disabled={at() === 0}
                  onClick={() => move(at(), -1)}
                >
                  <Icon name="up" />
                </button>
                <button
                  type="button"
                  class="button slim plain icon-only"
                  aria-label={t().policy.departments.down(name(id))}
                  disabled={at() === props.chosen.length - 1}
                  onClick={() => move(at(), 1)}
                >
                  <Icon name="down" />
                </button>
                <button
                  type="button"
                  class="button slim plain icon-only"
                  aria-label={t().policy.departments.drop(name(id))}
                  onClick={() => props.set(props.chosen.filter((one) => one !== id))}
                >
                  <Icon name="close" />
                </button>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <Show when={free().length > 0}>
        <select
          class="input"
          aria-label={t().policy.departments.add}
          onChange={(event) => {
            const { value } = event.currentTarget
            event.currentTarget.value = ''
            if (value) props.set([...props.chosen, value])
          }}
        >
          <option value="" selected>
            {t().policy.departments.choose}
          </option>
          <For each={free()}>{(one) => <option value={one.id}>{say(one)}</option>}</For>
        </select>
      </Show>
    </div>
  )
}
