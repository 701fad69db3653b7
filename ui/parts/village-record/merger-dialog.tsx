import { createAsync, useAction, useNavigate } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import { placesOf } from '../../queries.ts'
import { type MergerView, mergerOf, mergeVillage } from '../../village-record.ts'
import { t } from '../../words/index.ts'
import { SelectField } from '../account/fields.tsx'
import { createSending, type Errors, hasErrors } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { Panel } from '../layers.tsx'
import { Skeleton, View } from '../states.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { TextArea } from '../talent/text-area.tsx'
import { today } from '../talent/when.ts'
import { DayField } from '../trial-posts/day-field.tsx'

type Given = { code: string; name: string; close: () => void }

/** Makes a village part of another, with everything that goes along said before. */
export function MergerDialog(props: Given) {
  const merger = createAsync(() => mergerOf(props.code))
  return (
    <Panel
      isOpen
      onClose={props.close}
      title={t().villageRecord.merger.title(placeName(props.name))}
    >
      <View rows={4}>
        <Show when={merger()} fallback={<Skeleton rows={4} />}>
          {(known) => <Form {...props} merger={known()} />}
        </Show>
      </View>
    </Panel>
  )
}

function Form(props: Given & { merger: MergerView }) {
  const places = createAsync(() => placesOf())
  const [into, setInto] = createSignal('')
  const [on, setOn] = createSignal(today())
  const [reason, setReason] = createSignal('')
  const [errors, setErrors] = createSignal<Errors<'into' | 'on' | 'reason'>>({})
  const words = () => t().villageRecord.merger
  const navigate = useNavigate()
  const merge = useAction(mergeVillage)
  const { code } = props
  // Those of the same township first: few are merged across its border.
  const choices = createMemo(() => {
    const townships = places()?.townships ?? []
    const own = townships.find(({ villages }) => villages.some((it) => it.code === code))
    return [...(own ? [own] : []), ...townships.filter((it) => it !== own)].flatMap((township) =>
      township.villages
        .filter((it) => it.code !== code)
        .map((it) => ({
          value: it.code,
          name: `${placeName(township.name)} ${placeName(it.name)}`,
        })),
    )
  })
  const sending = createSending(async () => {
    await merge(code, { into: into(), on: on(), reason: reason().trim() })
    navigate(`/villages/${into()}/record`)
  })
  function submit() {
    setErrors({
      ...(into() === '' && { into: words().needInto }),
      ...(on() === '' && { on: t().villageRecord.needed }),
      ...(reason().trim().length < 4 && { reason: t().villageRecord.needReason }),
    })
    if (!hasErrors(errors())) void sending.start()
  }
  return (
    <DialogForm
      sending={sending}
      fields={['into', 'on', 'reason']}
      verb={words().do}
      busy={words().doing}
      isDanger
      submit={submit}
      cancel={props.close}
    >
      <p class="second">{words().text}</p>
      <Show when={props.merger.isLast}>
        <p class="note weak">
          <Icon name="warning" />
          <span>{words().last}</span>
        </p>
      </Show>
      <SelectField
        label={words().into}
        value={into()}
        set={setInto}
        choices={choices()}
        none={t().villageRecord.choose}
        error={errors().into ?? sending.errorAt('into')}
      />
      <DayField
        label={words().on}
        name="on"
        max={today()}
        value={on()}
        set={setOn}
        error={errors().on ?? sending.errorAt('on')}
      />
      <TextArea
        label={words().reason}
        hint={words().reasonHint}
        name="reason"
        value={reason()}
        set={setReason}
        error={errors().reason ?? sending.errorAt('reason')}
      />
      <Moves moves={props.merger.moves} />
    </DialogForm>
  )
}

function Moves(props: { moves: MergerView['moves'] }) {
  const words = () => t().villageRecord.merger
  const kinds = () =>
    (Object.keys(props.moves) as (keyof MergerView['moves'])[]).filter((it) => props.moves[it] > 0)
  return (
    <section aria-label={words().moves}>
      <p class="medium">{words().moves}</p>
      <Show when={kinds().length > 0} fallback={<p class="hint">{words().nothing}</p>}>
        <ul class="bullets">
          <For each={kinds()}>{(kind) => <li>{words()[kind](props.moves[kind])}</li>}</For>
        </ul>
      </Show>
    </section>
  )
}
