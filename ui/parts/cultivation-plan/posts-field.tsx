import { For, Show } from 'solid-js'
import { POSTS, type Post } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Tick, turned } from './moves-field.tsx'

/** Posts that a plan or template prepares for. */
export function PostsField(props: {
  posts: readonly Post[]
  set: (posts: Post[]) => void
  label?: string
  error?: string | undefined
}) {
  return (
    <fieldset class="field">
      <legend class="label">{props.label ?? t().cultivationPlan.form.posts}</legend>
      <Show when={props.error}>
        <p class="field-error">
          <Icon name="warning" />
          {props.error}
        </p>
      </Show>
      <div class="pick">
        <For each={POSTS}>
          {(post) => (
            <Tick
              name={t().shortlist.postName[post]}
              isOn={props.posts.includes(post)}
              turn={() => props.set(turned(props.posts, post))}
            />
          )}
        </For>
      </div>
    </fieldset>
  )
}
