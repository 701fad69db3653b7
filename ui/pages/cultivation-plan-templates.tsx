import { A, createAsync, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { addPresets, type Template, type Templates, templatesOf } from '../cultivation-plan.ts'
import { Done, Refusal } from '../parts/account/notices.tsx'
import { createSending } from '../parts/account/sending.ts'
import { TemplateCard } from '../parts/cultivation-plan/template-card.tsx'
import { TemplateForm } from '../parts/cultivation-plan/template-form.tsx'
import { Icon } from '../parts/icon.tsx'
import { Drawer } from '../parts/layers.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { useRoles } from '../session.ts'
import { t } from '../words/index.ts'

/** What a county plans for people of a group: offices read it, the county changes it. */
export function PlanTemplates() {
  const words = () => t().cultivationPlan.templates
  return (
    <>
      <Title text={words().title} />
      <nav class="crumbs" aria-label={words().back}>
        <A href="/cultivation-items">
          <Icon name="left" />
          {words().back}
        </A>
      </nav>
      <View rows={10}>
        <Listed />
      </View>
    </>
  )
}

/** What the drawer edits: nothing yet, a template, or a copy of one. */
type Editing = { template: Template | null; isCopy: boolean }

function Listed() {
  const has = useRoles()
  const answer = createAsync(() => templatesOf())
  const [editing, setEditing] = createSignal<Editing | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  const words = () => t().cultivationPlan.templates
  const start = (next: Editing) => {
    setSaid(null)
    setEditing(next)
  }
  const isChange = () => editing()?.template && !editing()?.isCopy
  return (
    <Show when={answer()}>
      {(known) => (
        <>
          <div class="page-head">
            <div class="titles">
              <h1>{words().title}</h1>
              <p class="hint">{has('county') ? words().hint : words().hintRead}</p>
            </div>
            <Show when={has('county')}>
              <span class="row wrap push">
                <Presets answer={known()} say={setSaid} />
                <button
                  type="button"
                  class="button primary"
                  onClick={() => start({ template: null, isCopy: false })}
                >
                  <Icon name="plus" />
                  {words().make}
                </button>
              </span>
            </Show>
          </div>
          <Done text={said()} />
          <Show when={known().templates.length > 0} fallback={<NoTemplate />}>
            <ul class="template-grid">
              <For each={known().templates}>
                {(template) => (
                  <li>
                    <TemplateCard
                      template={template}
                      {...(has('county') && {
                        edit: () => start({ template, isCopy: false }),
                        copy: () => start({ template, isCopy: true }),
                      })}
                    />
                  </li>
                )}
              </For>
            </ul>
          </Show>
          <Drawer
            isOpen={editing() !== null}
            onClose={() => setEditing(null)}
            title={isChange() ? words().editTitle : words().makeTitle}
          >
            <Show when={editing()} keyed>
              {(it) => (
                <TemplateForm
                  {...it}
                  moves={known().moves}
                  done={(name) => {
                    setSaid(words().saved(name))
                    setEditing(null)
                  }}
                  cancel={() => setEditing(null)}
                />
              )}
            </Show>
          </Drawer>
        </>
      )}
    </Show>
  )
}

function Presets(props: { answer: Templates; say: (text: string) => void }) {
  const add = useAction(addPresets)
  const words = () => t().cultivationPlan.templates
  const sending = createSending(async () => {
    const { added } = await add()
    props.say(words().presetsAdded(added))
  })
  return (
    <Show when={props.answer.presetsMissing > 0}>
      <Refusal problem={sending.problem()} />
      <button
        type="button"
        class="button"
        aria-disabled={sending.isBusy()}
        onClick={() => void sending.start()}
      >
        {words().presets(props.answer.presetsMissing)}
      </button>
    </Show>
  )
}

function NoTemplate() {
  const has = useRoles()
  const words = () => t().cultivationPlan.templates
  return (
    <section class="card">
      <Blank
        icon="plan"
        title={words().empty}
        text={has('county') ? words().emptyText : words().emptyRead}
      />
    </section>
  )
}
