import { revalidate, useAction } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { isOfType } from '../../../client.ts'
import { personName } from '../../../names.ts'
import { type Nominee, nomineeOf, sign } from '../../../review.ts'
import { useSession } from '../../../session.ts'
import { say, t } from '../../../words/index.ts'
import { warnOnLeave } from '../../account/leaving.ts'
import { Refusal } from '../../account/notices.tsx'
import { Icon } from '../../icon.tsx'
import { Panel } from '../../layers.tsx'
import { seatOf } from '../say.ts'
import { ActFields } from './act-fields.tsx'
import { createActEdit } from './draft.ts'
import type { ActDraft, OfficeAct } from './field.ts'
import { ACT_FORMS } from './forms.ts'
import { NoticeEnd } from './notice-end.tsx'
import { signWords } from './sign-words.ts'

export type Acting = { kind: OfficeAct; given: ActDraft }

/**
 * One act about one person, against the revision that was seen. It is no place in the history: nothing leads back to a
 * form that was signed.
 */
export function ActPanel(props: {
  nominee: Nominee
  acting: Acting
  done: (said: string) => void
  close: () => void
}) {
  const { kind, given } = props.acting
  const { account } = useSession()
  const signing = useAction(sign)
  const form = ACT_FORMS[kind]
  const context = () => ({ nominee: props.nominee, account: account(), given })
  const [seen, setSeen] = createSignal(props.nominee.revision)
  const [isLoaded, setLoaded] = createSignal(false)
  const edit = createActEdit(form, context, (act) => signing(props.nominee.id, seen(), act))
  const name = () => personName(props.nominee.talent.name)
  const isStale = () => {
    const problem = edit.sending.problem()
    return problem !== null && isOfType(problem, 'changed')
  }
  const isGone = () => isLoaded() && !props.nominee.may.includes(kind)
  warnOnLeave(edit.isDirty)
  function close() {
    if (edit.isDirty() && !window.confirm(t().review.leave)) return
    edit.drop()
    props.close()
  }
  async function load() {
    await revalidate(nomineeOf.keyFor(props.nominee.id))
    const now = await nomineeOf(props.nominee.id)
    setSeen(now.revision)
    setLoaded(true)
    edit.sending.clear()
  }
  async function submit() {
    if (isStale() || isGone()) return
    if (await edit.submit()) props.done(t().review.signed(t().review.act[kind], name()))
  }
  return (
    <Panel
      isOpen
      onClose={close}
      title={t().review.actTitle(t().review.act[kind], name())}
      footer={
        <>
          <button type="button" class="button" onClick={close}>
            {t().review.cancel}
          </button>
          <button
            type="button"
            class={`button push ${form.isDanger ? 'danger' : 'primary'}`}
            aria-disabled={edit.sending.isBusy() || isStale() || isGone()}
            onClick={() => void submit()}
          >
            {edit.sending.isBusy()
              ? t().review.signing
              : signWords(kind, form, edit.draft(), context())}
          </button>
        </>
      }
    >
      <form class="form" novalidate onSubmit={(event) => event.preventDefault()}>
        <Show
          when={isStale()}
          fallback={<Refusal problem={edit.sending.problem()} fields={edit.places()} />}
        >
          <Meanwhile name={name()} load={load} />
        </Show>
        <Show when={isLoaded() && !isStale()}>
          <p class={isGone() ? 'note missed' : 'note weak'} role="status">
            <Icon name={isGone() ? 'warning' : 'info'} />
            <span>{isGone() ? t().review.gone : t().review.loaded}</span>
          </p>
        </Show>
        <p class="hint">
          {[seatOf(props.nominee.target), ...departmentOf(props.nominee, given)].join(
            t().separator,
          )}
          {t().separator}
          {t().review.effect[kind]}
        </p>
        <ActFields
          fields={edit.fields()}
          draft={edit.draft()}
          set={edit.set}
          errorAt={edit.errorAt}
          sums={edit.sums()}
        />
        <Show when={kind === 'publish'}>
          <NoticeEnd draft={edit.draft()} />
        </Show>
      </form>
    </Panel>
  )
}

/** The department that an act is about, where it is about one. */
const departmentOf = ({ departments }: Nominee, { department }: ActDraft) =>
  (departments ?? []).flatMap(({ id, words }) => (id === department ? [say(words)] : []))

/** Somebody else was first: what was typed stays, and nothing is signed unseen. */
function Meanwhile(props: { name: string; load: () => Promise<void> }) {
  const [isBusy, setBusy] = createSignal(false)
  async function load() {
    if (isBusy()) return
    setBusy(true)
    await props.load().finally(() => setBusy(false))
  }
  return (
    <div class="note missed" role="alert">
      <Icon name="warning" />
      <div class="form">
        <p>
          <b>{t().review.stale(props.name)}</b> {t().review.staleText}
        </p>
        <button
          type="button"
          class="button slim"
          aria-disabled={isBusy()}
          onClick={() => void load()}
        >
          {t().review.load}
        </button>
      </div>
    </div>
  )
}
