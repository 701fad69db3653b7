import { useAction } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { type Open, proposeOneself } from '../../applying.ts'
import { t } from '../../words/index.ts'
import { createSending, type Errors, hasErrors } from '../account/sending.ts'
import { type Place, PlaceFields } from '../apply/place-fields.tsx'
import { POSTS_TO_WISH } from '../apply/posts.ts'
import { type Wish, WishFields } from '../apply/wish-fields.tsx'
import { DialogForm } from './dialog-form.tsx'
import { TextArea } from './text-area.tsx'

type Given = Place & Wish & { reason: string }

/** Somebody with an account puts themselves forward: no number is asked, since the record has it. */
export function ProposeForm(props: { open: Open; done: () => void; cancel: () => void }) {
  const only = props.open.rounds.length === 1 ? props.open.rounds[0]!.id : ''
  const [given, setGiven] = createSignal<Given>({
    ...{ round: only, township: '', village: '', wish: '', posts: [], reason: '' },
  })
  const [errors, setErrors] = createSignal<Errors<keyof Given>>({})
  const propose = useAction(proposeOneself)
  const sending = createSending(async ({ round, village, wish, posts, reason }: Given) => {
    const isSeat = wish === 'seat'
    await propose({
      ...{ round, reason, village: isSeat ? village : null },
      posts: isSeat ? POSTS_TO_WISH.filter((post) => posts.includes(post)) : [],
    })
    props.done()
  })
  function set(change: Partial<Given>) {
    setGiven((before) => ({ ...before, ...change }))
    if (hasErrors(errors())) setErrors(errorsOf(given()))
  }
  function submit() {
    setErrors(errorsOf(given()))
    if (!hasErrors(errors())) void sending.start(given())
  }
  const errorAt = (field: keyof Given) => errors()[field] ?? sending.errorAt(field)
  return (
    <DialogForm
      sending={sending}
      fields={['round', 'village', 'posts', 'reason']}
      verb={t().apply.own.proposeDo}
      busy={t().apply.own.proposing}
      submit={submit}
      cancel={() => props.cancel()}
    >
      <p class="second">{t().apply.own.proposeText}</p>
      <WishFields value={given()} set={set} error={errorAt('posts')} />
      <PlaceFields
        open={props.open}
        value={given()}
        set={set}
        errorAt={errorAt}
        isRoundOnly={given().wish !== 'seat'}
      />
      <TextArea
        label={t().apply.where.reason}
        hint={t().apply.where.reasonHint}
        name="reason"
        rows={4}
        maxlength={1000}
        value={given().reason}
        set={(reason) => set({ reason })}
        error={errorAt('reason')}
      />
    </DialogForm>
  )
}

const LEAST_REASON = 10

function errorsOf({ round, township, village, wish, posts, reason }: Given) {
  const isOpen = wish === '' || (wish === 'seat' && posts.length === 0)
  const isSeat = wish === 'seat'
  const found: Errors<keyof Given> = {
    ...(round === '' && { round: t().apply.need.round }),
    ...(isSeat && township === '' && { township: t().apply.need.township }),
    ...(isSeat && village === '' && { village: t().apply.need.village }),
    ...(isOpen && { posts: t().apply.where.needPost }),
    ...([...reason.trim()].length < LEAST_REASON && { reason: t().apply.need.reason }),
  }
  return found
}
