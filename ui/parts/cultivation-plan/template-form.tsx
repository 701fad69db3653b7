import { useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import {
  addTemplate,
  changeTemplate,
  type Template,
  type TemplateBody,
  type Templates,
} from '../../cultivation-plan.ts'
import type { Person } from '../../types.ts'
import { t } from '../../words/index.ts'
import { TextField } from '../account/fields.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { Tick, turned } from './moves-field.tsx'
import { PostsField } from './posts-field.tsx'
import { told } from './stale.ts'
import { TemplateItemFields } from './template-item.tsx'

type Item = Template['items'][number]
type Source = Person['sources'][number]
/** Days that a term of five years has. */
const MOST_DAYS = 1_830

/** A template anew, changed, or as a copy of another. */
export function TemplateForm(props: {
  template: Template | null
  isCopy: boolean
  moves: Templates['moves']
  done: (name: string) => void
  cancel: () => void
}) {
  // The drawer is made anew each time it opens.
  const before = props.template
  const words = () => t().cultivationPlan.templates
  const [name, setName] = createSignal(
    before ? (props.isCopy ? words().copyOf(before.name) : before.name) : '',
  )
  const [sources, setSources] = createSignal<Source[]>(before?.sources ?? [])
  const [posts, setPosts] = createSignal(before?.posts ?? [])
  const [items, setItems] = createSignal<Item[]>(before?.items ?? [blank(props.moves)])
  const [isRetired, setRetired] = createSignal((!props.isCopy && before?.isRetired) ?? false)
  const [isAsked, setAsked] = createSignal(false)
  const add = useAction(addTemplate)
  const change = useAction(changeTemplate)
  const sending = createSending(async (body: TemplateBody) => {
    if (before && !props.isCopy) await change(before, body)
    else await add(body)
    props.done(body.name)
  })
  const nameFault = () => (name().trim().length < 2 ? words().needName : undefined)
  const itemsFault = () =>
    items().length === 0 || items().some(({ aim }) => aim.trim().length < 2)
      ? words().needItems
      : undefined
  const daysFault = () => items().some(({ dueInDays }) => !isDays(dueInDays))
  function submit() {
    setAsked(true)
    if (nameFault() || itemsFault() || daysFault()) return
    const text = items().map((item) => ({ ...item, aim: item.aim.trim() }))
    void sending.start({
      ...{ name: name().trim(), sources: sources(), posts: posts(), items: text },
      isRetired: isRetired(),
    })
  }
  const put = (at: number, item: Item) =>
    setItems(items().map((one, index) => (index === at ? item : one)))
  const move = (at: number, by: -1 | 1) => {
    const list = [...items()]
    const [item] = list.splice(at, 1)
    if (item) list.splice(at + by, 0, item)
    setItems(list)
  }
  return (
    <DialogForm
      sending={{ problem: () => told(sending.problem()), isBusy: sending.isBusy }}
      fields={['name']}
      verb={words().save}
      busy={t().cultivationPlan.form.saving}
      submit={submit}
      cancel={props.cancel}
    >
      <TextField
        label={words().name}
        hint={words().nameHint}
        error={isAsked() ? (nameFault() ?? sending.errorAt('name')) : undefined}
        name="name"
        maxlength={40}
        value={name()}
        set={setName}
      />
      <fieldset class="field">
        <legend class="label">{words().sources}</legend>
        <div class="pick">
          <For each={Object.keys(t().source) as Source[]}>
            {(source) => (
              <Tick
                name={t().source[source]}
                isOn={sources().includes(source)}
                turn={() => setSources(turned(sources(), source))}
              />
            )}
          </For>
        </div>
      </fieldset>
      <PostsField label={words().posts} posts={posts()} set={setPosts} />
      <Show when={isAsked() && itemsFault()}>
        {(fault) => (
          <p class="field-error" role="alert">
            <Icon name="warning" />
            {fault()}
          </p>
        )}
      </Show>
      <ol class="template-edit">
        <For each={items().map((_, at) => at)}>
          {(at) => (
            <Show when={items()[at]}>
              {(item) => (
                <TemplateItemFields
                  at={at}
                  item={item()}
                  count={items().length}
                  moves={props.moves}
                  daysError={isAsked() && !isDays(item().dueInDays) ? words().needDays : undefined}
                  error={sending.errorAt(`items/${at}/`)}
                  put={(next) => put(at, next)}
                  move={(by) => move(at, by)}
                  remove={() => setItems(items().filter((_, index) => index !== at))}
                />
              )}
            </Show>
          )}
        </For>
      </ol>
      <button
        type="button"
        class="button slim"
        onClick={() => setItems([...items(), blank(props.moves)])}
      >
        <Icon name="plus" />
        {words().addItem}
      </button>
      <Show when={before && !props.isCopy}>
        <div class="pick">
          <Tick name={words().isRetired} isOn={isRetired()} turn={() => setRetired(!isRetired())} />
        </div>
      </Show>
    </DialogForm>
  )
}

const isDays = (days: number) => Number.isInteger(days) && days >= 1 && days <= MOST_DAYS

function blank(moves: Templates['moves']): Item {
  return {
    ...{ kind: 'village-affairs', aim: '', dueInDays: 90, evidence: '', rules: [] },
    criteria: moves.kinds['village-affairs'],
  }
}
