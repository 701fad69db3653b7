import { For, Show } from 'solid-js'
import { POSTS, type Post } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Field, TextField } from '../account/fields.tsx'
import { Icon } from '../icon.tsx'
import type { Paper, PaperField } from './paper.ts'

/** What is different on each paper, in the order in which papers say it. */
export function PaperFields(props: {
  paper: Paper
  set: (change: Partial<Paper>) => void
  errorAt: (field: PaperField | 'relation') => string | undefined
  submit: () => void
}) {
  return (
    <>
      <Show when={props.paper.channel !== 'self'}>
        <div class="nominator-fields">
          <TextField
            label={t().nominate.nominator}
            name="nominator"
            maxlength={80}
            value={props.paper.nominator}
            error={props.errorAt('nominator')}
            set={(nominator) => props.set({ nominator })}
          />
          <TextField
            label={t().nominate.relation}
            name="relation"
            hint={t().nominate.relationHint}
            maxlength={40}
            value={props.paper.relation}
            error={props.errorAt('relation')}
            set={(relation) => props.set({ relation })}
          />
          <TextField
            label={t().nominate.jointNames}
            name="jointNames"
            hint={t().nominate.jointHint}
            inputmode="numeric"
            maxlength={5}
            value={props.paper.jointNames}
            error={props.errorAt('jointNames')}
            set={(jointNames) => props.set({ jointNames })}
          />
        </div>
      </Show>
      <Field
        label={t().nominate.reason}
        hint={t().nominate.reasonHint}
        error={props.errorAt('reason')}
      >
        {(given) => (
          <textarea
            {...given()}
            class="input area"
            name="reason"
            rows={3}
            maxlength={500}
            value={props.paper.reason}
            onInput={(event) => props.set({ reason: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
              event.preventDefault()
              props.submit()
            }}
          />
        )}
      </Field>
      <Show when={props.paper.village !== null}>
        <Posts
          posts={props.paper.posts}
          set={(posts) => props.set({ posts })}
          error={props.errorAt('posts')}
        />
      </Show>
    </>
  )
}

function Posts(props: { posts: Post[]; set: (posts: Post[]) => void; error: string | undefined }) {
  const toggle = (post: Post) =>
    props.set(POSTS.filter((one) => (one === post) !== props.posts.includes(one)))
  return (
    <fieldset class="field posts" name="posts">
      <legend class="label">{t().nominate.posts}</legend>
      <div class="post-ticks">
        <For each={POSTS}>
          {(post) => (
            <label class="tick">
              <input
                type="checkbox"
                class="box"
                name={post}
                checked={props.posts.includes(post)}
                onChange={() => toggle(post)}
              />
              {t().shortlist.postName[post]}
            </label>
          )}
        </For>
      </div>
      <Show when={props.error} fallback={<p class="hint">{t().nominate.postsHint}</p>}>
        <p class="field-error">
          <Icon name="warning" />
          {props.error}
        </p>
      </Show>
    </fieldset>
  )
}
