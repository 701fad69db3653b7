import { useAction } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import { decideList, type ListId, type Remedy, type VillageListView } from '../../readiness.ts'
import { say, t } from '../../words/index.ts'
import { Field } from '../account/fields.tsx'
import { createSending, type Errors, hasErrors } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { TextArea } from '../talent/text-area.tsx'

const LISTS = ['settled', 'willing', 'none'] as const satisfies ListId[]
const w = () => t().readiness.lists

/** Signs the list of a village; nobody is chosen before. */
export function DecideForm(props: {
  known: VillageListView
  close: () => void
  say: (text: string) => void
}) {
  const [list, setList] = createSignal<ListId>(props.known.standing.list)
  const [talent, setTalent] = createSignal('')
  const [remedy, setRemedy] = createSignal<Remedy | ''>('')
  const [reason, setReason] = createSignal('')
  const [errors, setErrors] = createSignal<Errors<'talent' | 'reason'>>({})
  const decide = useAction(decideList)
  const isNone = () => list() === 'none'
  const sending = createSending(async () => {
    await decide({
      ...{ village: props.known.village.code, list: list(), reason: reason().trim() },
      talent: isNone() ? null : talent(),
      remedy: isNone() ? remedy() || null : null,
    })
    props.say(w().deciding.done)
    props.close()
  })
  function submit() {
    setErrors({
      ...(!isNone() && talent() === '' && { talent: w().deciding.needPerson }),
      ...(reason().trim().length < 4 && { reason: w().deciding.needReason }),
    })
    if (!hasErrors(errors())) void sending.start()
  }
  return (
    <Panel
      isOpen
      onClose={props.close}
      title={w().deciding.title(placeName(props.known.village.name))}
    >
      <DialogForm
        sending={sending}
        fields={['list', 'talent', 'reason', 'remedy']}
        verb={w().deciding.do}
        busy={w().deciding.doing}
        submit={submit}
        cancel={props.close}
      >
        <Field label={w().deciding.list} error={sending.errorAt('list')}>
          {(given) => (
            <select
              {...given()}
              class="input"
              name="list"
              onChange={(event) => setList(event.currentTarget.value as ListId)}
            >
              <For each={LISTS}>
                {(id) => (
                  <option value={id} selected={id === list()}>
                    {w().names[id]}
                  </option>
                )}
              </For>
            </select>
          )}
        </Field>
        <Show
          when={!isNone()}
          fallback={
            <Field label={w().deciding.remedy} error={sending.errorAt('remedy')}>
              {(given) => (
                <select
                  {...given()}
                  class="input"
                  name="remedy"
                  onChange={(event) => setRemedy(event.currentTarget.value as Remedy | '')}
                >
                  <option value="">{w().deciding.noRemedy}</option>
                  <For each={props.known.remedies}>
                    {(one) => <option value={one.remedy}>{say(one.words)}</option>}
                  </For>
                </select>
              )}
            </Field>
          }
        >
          <PersonField
            known={props.known}
            list={list()}
            value={talent()}
            set={setTalent}
            error={errors().talent ?? sending.errorAt('talent')}
          />
        </Show>
        <TextArea
          label={w().deciding.reason}
          hint={w().deciding.reasonHint}
          name="reason"
          value={reason()}
          set={setReason}
          error={errors().reason ?? sending.errorAt('reason')}
        />
        <p class="hint">{w().deciding.effect}</p>
      </DialogForm>
    </Panel>
  )
}

/** People of the village, then the nearest; who cannot be signed is shown with the reason. */
function PersonField(props: {
  known: VillageListView
  list: ListId
  value: string
  set: (id: string) => void
  error: string | undefined
}) {
  const options = createMemo(() => {
    const { candidates, nearest } = props.known
    const own = candidates.map(({ person, against }) => {
      const why = props.list === 'none' ? null : against[props.list]
      return { id: person.id, name: person.name, why: why ? say(why) : '' }
    })
    const ids = new Set(own.map(({ id }) => id))
    const others = nearest
      .filter(({ person }) => !ids.has(person.id))
      .map(({ person, steps }) => ({
        ...{ id: person.id, name: person.name, why: steps.map(say).join(t().clause) },
      }))
    return [...own, ...others]
  })
  return (
    <Field label={w().deciding.person} error={props.error}>
      {(given) => (
        <select
          {...given()}
          class="input"
          name="talent"
          onChange={(event) => props.set(event.currentTarget.value)}
        >
          <option value="">{w().deciding.choose}</option>
          <For each={options()}>
            {({ id, name, why }) => (
              <option value={id} disabled={why !== ''} selected={id === props.value}>
                {personName(name)}
                {why === '' ? '' : `${t().separator}${why}`}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  )
}
