import { createAsync, revalidate, useAction } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { isOfType } from '../../client.ts'
import { mergePeople } from '../../pool.ts'
import { talentOf } from '../../queries.ts'
import type { Pair, TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'
import { createSending } from '../account/sending.ts'
import { Drawer } from '../layers.tsx'
import { View } from '../states.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { type Difference, differencesOf } from './differences.ts'
import { Choice, Keeping } from './merge-choices.tsx'

type Doing = { close: () => void; say: (text: string) => void }

/** Makes one record of two: which stays, and from which to take each value that differs. */
export function MergeDrawer(props: Doing & { pair: Pair | null }) {
  return (
    <Drawer
      isOpen={props.pair !== null}
      onClose={props.close}
      title={t().pool.duplicates.mergeTitle(props.pair?.a.name ?? '')}
    >
      <Show when={props.pair} keyed>
        {(pair) => (
          <View rows={8}>
            <Loaded pair={pair} close={props.close} say={props.say} />
          </View>
        )}
      </Show>
    </Drawer>
  )
}

function Loaded(props: Doing & { pair: Pair }) {
  const a = createAsync(() => talentOf(props.pair.a.id))
  const b = createAsync(() => talentOf(props.pair.b.id))
  return (
    <Show when={a()}>
      {(left) => (
        <Show when={b()}>
          {(right) => <Form left={left()} right={right()} close={props.close} say={props.say} />}
        </Show>
      )}
    </Show>
  )
}

function Form(props: Doing & { left: TalentRecord; right: TalentRecord }) {
  const merge = useAction(mergePeople)
  const [keepsRight, setKeepsRight] = createSignal(false)
  /** Fields whose value is that of the record which goes. */
  const [taken, setTaken] = createSignal<readonly string[] | null>(null)
  const kept = () => (keepsRight() ? props.right : props.left)
  const other = () => (keepsRight() ? props.left : props.right)
  const differences = createMemo(() => differencesOf(kept(), other()))
  /** Before anybody chose: what only the other record knows. */
  const take = () =>
    taken() ?? differences().flatMap(({ field, own }) => (own === '' ? [field] : []))
  const sending = createSending(async () => {
    await merge(kept().id, {
      other: other().id,
      take: [...take()] as Difference['field'][],
      revision: kept().revision,
      otherRevision: other().revision,
    })
    props.say(t().pool.duplicates.merged(kept().name))
    props.close()
  })
  const problem = () => {
    const found = sending.problem()
    if (!found || !isOfType(found, 'changed')) return found
    return { ...found, detail: t().pool.duplicates.changed }
  }
  async function submit() {
    await sending.start()
    const found = sending.problem()
    if (found && isOfType(found, 'changed')) await revalidate(talentOf.key)
  }
  return (
    <DialogForm
      sending={{ problem, isBusy: sending.isBusy }}
      verb={t().pool.duplicates.mergeDo}
      busy={t().pool.bulk.working}
      submit={() => void submit()}
      cancel={props.close}
    >
      <Keeping
        left={props.left}
        right={props.right}
        keepsRight={keepsRight()}
        set={(right) => {
          setKeepsRight(right)
          setTaken(null)
        }}
      />
      <section class="merge-fields">
        <h3>{t().pool.duplicates.fields}</h3>
        <For each={differences()} fallback={<p class="hint">{t().pool.duplicates.noFields}</p>}>
          {(one) => (
            <Choice
              one={one}
              isTaken={take().includes(one.field)}
              set={(isTaken) =>
                setTaken([
                  ...take().filter((field) => field !== one.field),
                  ...(isTaken ? [one.field] : []),
                ])
              }
            />
          )}
        </For>
      </section>
      <p class="note weak">{t().pool.duplicates.effect(kept().name)}</p>
    </DialogForm>
  )
}
