import { createUniqueId, For, Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { POSTS_TO_WISH, type WishPost } from './posts.ts'

export type Wish = { wish: '' | 'pool' | 'seat'; posts: WishPost[] }

/** The pool only, or posts that can be held together; nothing is chosen beforehand. */
export function WishFields(props: {
  value: Wish
  set: (wish: Wish) => void
  error: string | undefined
}) {
  const id = createUniqueId()
  const choose = (wish: 'pool' | 'seat') => props.set({ ...props.value, wish })
  const toggle = (post: WishPost, isChosen: boolean) => {
    const others = props.value.posts.filter((one) => one !== post)
    props.set({ ...props.value, posts: isChosen ? [...others, post] : others })
  }
  return (
    <fieldset
      class="wish"
      data-field="posts"
      {...(props.error && { 'aria-describedby': `${id}-error` })}
    >
      <legend>{t().apply.where.wish}</legend>
      <For each={['seat', 'pool'] as const}>
        {(wish) => (
          <>
            <label class="choice-card" classList={{ chosen: props.value.wish === wish }}>
              <input
                type="radio"
                name="wish"
                checked={props.value.wish === wish}
                onChange={() => choose(wish)}
              />
              <span>
                <b>{t().apply.where[wish]}</b>
                <span class="hint block">{t().apply.where[`${wish}Hint`]}</span>
              </span>
            </label>
            <Show when={wish === 'seat' && props.value.wish === 'seat'}>
              <Posts value={props.value} toggle={toggle} />
            </Show>
          </>
        )}
      </For>
      <Show when={props.error}>
        <p id={`${id}-error`} class="field-error">
          <Icon name="warning" />
          {props.error}
        </p>
      </Show>
    </fieldset>
  )
}

function Posts(props: { value: Wish; toggle: (post: WishPost, isChosen: boolean) => void }) {
  return (
    <fieldset class="wish-posts" aria-label={t().apply.where.posts}>
      <For each={POSTS_TO_WISH}>
        {(post) => (
          <label class="tick">
            <input
              type="checkbox"
              name={post}
              checked={props.value.posts.includes(post)}
              onChange={(event) => props.toggle(post, event.currentTarget.checked)}
            />
            {t().shortlist.postName[post]}
          </label>
        )}
      </For>
      <p class="hint">
        {t().apply.where.partyOnly}
        {t().clause}
        {t().apply.where.elected}
      </p>
    </fieldset>
  )
}
