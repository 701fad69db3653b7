import { For, Show } from 'solid-js'
import { problemOf } from '../../client.ts'
import type { PersonCultivation } from '../../cultivation-plan.ts'
import { personName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { SelectField } from '../account/fields.tsx'
import { Refusal } from '../account/notices.tsx'
import { Icon } from '../icon.tsx'
import { Failure, Skeleton } from '../states.tsx'
import { PlaceField } from '../talent/edit/place-field.tsx'
import { DraftRow } from './draft-row.tsx'
import { OpenNotes } from './open-notes.tsx'
import { PostsField } from './posts-field.tsx'
import { SpanFields } from './span-fields.tsx'
import { useMaking } from './use-making.ts'

/** A plan is made: what for, from which template, with which items; suggestions say why and what they move. */
export function Making(props: { answer: PersonCultivation; done: () => void; cancel: () => void }) {
  // The form is made anew for another person.
  const making = useMaking(props.answer, () => props.done())
  const words = () => t().cultivationPlan
  return (
    <form
      class="making"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        making.submit()
      }}
    >
      <h1>{words().making.title(personName(props.answer.talent.name))}</h1>
      <section class="card" aria-labelledby="making-what">
        <div class="card-head">
          <h2 id="making-what">{words().making.forWhat}</h2>
          <span class="hint">{words().making.forWhatHint}</span>
        </div>
        <div class="card-body making-what">
          <PostsField
            posts={making.posts()}
            set={making.setPosts}
            error={making.sending.errorAt('posts')}
          />
          <PlaceField
            label={words().form.village}
            village={making.village()}
            error={making.sending.errorAt('village')}
            set={making.setVillage}
          />
          <SelectField
            label={words().making.template}
            none={words().making.noTemplate}
            value={making.chosen()}
            choices={making.templates().map(({ id, name }) => ({
              value: id,
              name:
                id === making.proposed.answer()?.template ? `${name}${words().making.suits}` : name,
            }))}
            set={making.setTemplate}
          />
          <SpanFields
            span={making.span()}
            set={making.setSpan}
            error={making.sending.errorAt('endsOn') ?? making.sending.errorAt('startsOn')}
          />
        </div>
        <OpenNotes suggestions={making.proposed.answer()} />
      </section>
      <section class="card" aria-labelledby="making-items" aria-busy={making.proposed.isWorking()}>
        <div class="card-head">
          <h2 id="making-items">{words().making.items}</h2>
          <span class="hint" role="status">
            {making.proposed.isWorking()
              ? words().making.working
              : words().making.chosen(making.taken().length, making.rows.all().length)}
          </span>
          <button type="button" class="button slim push" onClick={making.addOwn}>
            <Icon name="plus" />
            {words().making.addOwn}
          </button>
        </div>
        <Show when={making.proposed.error()}>
          {(error) => <Failure problem={problemOf(error())} />}
        </Show>
        <Show when={!making.proposed.isKnown() && making.rows.all().length === 0}>
          <Skeleton rows={6} />
        </Show>
        <ol class="draft-list">
          <For
            each={making.rows.all().map(({ key }) => key)}
            fallback={
              <Show when={making.proposed.isKnown()}>
                <li class="card-body hint">{words().making.none}</li>
              </Show>
            }
          >
            {(key) => {
              const draft = () => making.rows.all().find((one) => one.key === key)
              return (
                <Show when={draft()}>
                  {(known) => (
                    <DraftRow
                      draft={known()}
                      error={making.errorAt(known())}
                      edit={(change) => making.rows.edit(key, change)}
                      {...(known().from === 'own' && {
                        remove: () => making.rows.remove(key),
                      })}
                    />
                  )}
                </Show>
              )
            }}
          </For>
        </ol>
      </section>
      <Refusal
        problem={making.sending.problem()}
        fields={['items', 'posts', 'village', 'startsOn', 'endsOn']}
      />
      <div class="making-foot">
        <button type="button" class="button" onClick={() => props.cancel()}>
          {words().making.cancel}
        </button>
        <span class="push" />
        <Show when={making.fault()}>
          <span class="field-error" role="alert">
            <Icon name="warning" />
            {making.fault()}
          </span>
        </Show>
        <Show when={making.endsOn() > making.span().endsOn}>
          <span class="hint">{words().making.longer(making.endsOn())}</span>
        </Show>
        <button type="submit" class="button primary" aria-disabled={making.sending.isBusy()}>
          {making.sending.isBusy() ? words().making.saving : words().making.save}
        </button>
      </div>
    </form>
  )
}
