import { createAsync } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import { placesOf } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { POSTS } from '../../types.ts'
import { t } from '../../words/index.ts'
import { SelectField } from '../account/fields.tsx'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import type { Seat } from './address.ts'

/** A village and a post to look for people for, or to compare them against. */
export function SeatChoice(props: {
  isOpen: boolean
  close: () => void
  seat: Seat | null
  title: string
  text?: string
  verb: string
  choose: (seat: Seat) => void
}) {
  return (
    <Panel isOpen={props.isOpen} onClose={props.close} title={props.title}>
      <Form {...props} />
    </Panel>
  )
}

function Form(props: {
  seat: Seat | null
  text?: string
  verb: string
  close: () => void
  choose: (seat: Seat) => void
}) {
  const { account } = useSession()
  const places = createAsync(async () => placesOf().catch(() => undefined), {
    initialValue: undefined,
  })
  const townships = () => places.latest?.townships ?? []
  const [chosen, setTownship] = createSignal<string | null>(null)
  const [village, setVillage] = createSignal(props.seat?.village ?? '')
  const [post, setPost] = createSignal(props.seat?.post ?? '')
  const [isShort, setShort] = createSignal(false)
  const township = () =>
    account().township?.code ??
    chosen() ??
    townships().find(({ villages }) => villages.some(({ code }) => code === village()))?.code ??
    ''
  const villages = () => townships().find(({ code }) => code === township())?.villages ?? []
  function submit() {
    const found = POSTS.find((one) => one === post())
    setShort(village() === '' || !found)
    if (found && village() !== '') {
      props.choose({ village: village(), post: found })
      props.close()
    }
  }
  return (
    <DialogForm
      sending={IDLE}
      verb={props.verb}
      busy={props.verb}
      submit={submit}
      cancel={props.close}
    >
      <Show when={props.text}>
        <p class="second">{props.text}</p>
      </Show>
      <Show when={account().township === null}>
        <SelectField
          label={t().pool.seat.township}
          value={township()}
          none={t().pool.seat.choose}
          choices={townships().map(named)}
          set={(code) => {
            setTownship(code)
            setVillage('')
          }}
        />
      </Show>
      <SelectField
        label={t().pool.seat.village}
        value={village()}
        none={township() ? t().pool.seat.choose : t().talents.townshipFirst}
        choices={villages().map(named)}
        isDisabled={township() === ''}
        error={isShort() && village() === '' ? t().pool.seat.need : undefined}
        set={setVillage}
      />
      <SelectField
        label={t().pool.seat.post}
        value={post()}
        none={t().pool.seat.choose}
        choices={POSTS.map((one) => ({ value: one, name: t().post[one] }))}
        error={isShort() && post() === '' ? t().pool.seat.need : undefined}
        set={setPost}
      />
    </DialogForm>
  )
}

/** Nothing is sent: the choice goes into the address. */
const IDLE = { problem: () => null, isBusy: () => false }

const named = ({ code, name }: { code: string; name: string }) => ({
  value: code,
  name: placeName(name),
})
