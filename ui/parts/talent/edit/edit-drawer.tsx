import { createSignal, createUniqueId, type JSX, Show } from 'solid-js'
import type { TalentRecord } from '../../../types.ts'
import { t } from '../../../words/index.ts'
import { Ask } from '../../account/ask.tsx'
import { warnOnLeave } from '../../account/leaving.ts'
import { Refusal } from '../../account/notices.tsx'
import { Drawer } from '../../layers.tsx'
import { readAgain } from '../read-again.ts'
import { BothSides } from './both-sides.tsx'
import { createEdit, type Edit, type Subject } from './edit.ts'
import { ErrorSummary } from './error-summary.tsx'
import { Fields } from './fields.tsx'

/** A drawer that changes one part of a person: what is typed outlives a clash, and leaving it asks first. */
/** Takes the thing away, after it was asked. */
type Removal = { title: string; effect: string; act: (revision: number) => Promise<unknown> }

export function EditDrawer(props: {
  subject: Subject
  talent: TalentRecord
  title: string
  hint?: string
  /** The field to begin with. */
  focus?: string | undefined
  close: (said?: string) => void
  children?: (edit: Edit) => JSX.Element
  removal?: Removal | undefined
}) {
  const id = createUniqueId()
  const [isLeaving, setLeaving] = createSignal(false)
  const [isRemoving, setRemoving] = createSignal(false)
  // The drawer is made anew for each subject.
  const edit = createEdit(props.subject, props.talent, () => props.close(t().portrait.saved))
  warnOnLeave(edit.isDirty)
  const leave = () => (edit.isDirty() ? setLeaving(true) : props.close())
  const fields = () => props.subject.fields
  function leaveFor(said?: string) {
    edit.drop()
    props.close(said)
  }
  return (
    <Drawer
      isOpen
      onClose={leave}
      title={props.title}
      hint={props.hint ?? props.talent.name}
      footer={
        <Show
          when={isLeaving()}
          fallback={
            <>
              <button type="button" class="button" onClick={leave}>
                {t().accounts.cancel}
              </button>
              <Show when={props.removal}>
                <button type="button" class="button danger" onClick={() => setRemoving(true)}>
                  {t().portrait.remove}
                </button>
              </Show>
              <button
                type="submit"
                form={id}
                class="button primary push"
                aria-disabled={edit.isBusy()}
              >
                {edit.isBusy() ? t().portrait.saving : t().portrait.save}
              </button>
            </>
          }
        >
          <Leaving stay={() => setLeaving(false)} go={() => leaveFor()} />
        </Show>
      }
    >
      <form
        id={id}
        class="form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          void edit.submit()
        }}
      >
        <Refusal problem={edit.problem()} fields={fields().map((field) => field.id)} />
        <ErrorSummary fields={fields()} errors={edit.errors()} errorAt={edit.errorAt} />
        <BothSides edit={edit} fields={fields()} />
        <Fields edit={edit} fields={fields()} focus={props.focus} />
        {props.children?.(edit)}
      </form>
      {/* Made when it opens: what stands there before is hidden from readers by the drawer. */}
      <Show when={isRemoving() && props.removal}>
        {(removal) => (
          <Ask
            isOpen
            close={() => setRemoving(false)}
            title={removal().title}
            verb={t().portrait.remove}
            isDangerous
            stale={t().portrait.staleAct}
            act={async () => {
              await removal().act(props.talent.revision).catch(readAgain(props.talent.id))
              leaveFor(t().portrait.removed)
            }}
          >
            <p>{removal().effect}</p>
          </Ask>
        )}
      </Show>
    </Drawer>
  )
}

function Leaving(props: { stay: () => void; go: () => void }) {
  return (
    <div class="leave-ask" role="alertdialog" aria-label={t().portrait.unsaved}>
      <p class="medium">{t().portrait.unsaved}</p>
      <div class="row wrap">
        <button type="button" class="button danger" onClick={() => props.go()}>
          {t().portrait.dropTyped}
        </button>
        <button
          type="button"
          class="button primary push"
          ref={(button) => queueMicrotask(() => button.focus())}
          onClick={() => props.stay()}
        >
          {t().portrait.keepTyping}
        </button>
      </div>
    </div>
  )
}
