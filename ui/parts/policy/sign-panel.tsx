import { revalidate, useAction } from '@solidjs/router'
import { createEffect, createSignal } from 'solid-js'
import { isOfType } from '../../client.ts'
import { signPolicy, versionsOf } from '../../policy.ts'
import { policyOf } from '../../queries.ts'
import { useSession } from '../../session.ts'
import type { Policy } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Field } from '../account/fields.tsx'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { ChangeList } from './change-list.tsx'
import type { PolicyDraft } from './draft.ts'

/** The least that says what changes and why. */
const LEAST_NOTE = 4

/** The draft becomes the next version: what changes, why, and who answers for it. */
export function SignPanel(props: {
  isOpen: boolean
  close: () => void
  draft: PolicyDraft
  inForce: Policy
  say: (text: string | null) => void
}) {
  const { account } = useSession()
  const sign = useAction(signPolicy)
  const [note, setNote] = createSignal('')
  const [error, setError] = createSignal<string>()
  const next = () => props.inForce.version + 1
  const sending = createSending(async () => {
    const { version } = await sign(props.draft.policy(), props.draft.basedOn(), note())
    props.draft.signed()
    props.say(t().policy.sign.done(version))
    setNote('')
    props.close()
  })
  // Another version came meanwhile: the page behind says which, and how to go on.
  createEffect(() => {
    const problem = sending.problem()
    if (problem && isOfType(problem, 'changed')) void revalidate([policyOf.key, versionsOf.key])
  })
  const submit = () => {
    const isTold = note().trim().length >= LEAST_NOTE
    setError(isTold ? undefined : t().policy.sign.needNote)
    if (isTold) void sending.start()
  }
  const close = () => {
    sending.clear()
    props.close()
  }
  const signer = () =>
    [account().name, account().position].filter((part) => part).join(t().separator)
  return (
    <Panel
      isOpen={props.isOpen}
      onClose={close}
      title={t().policy.sign.title(next())}
      footer={
        <>
          <button type="button" class="button" onClick={close}>
            {t().accounts.cancel}
          </button>
          <button
            type="button"
            class="button primary push"
            aria-disabled={sending.isBusy()}
            onClick={submit}
          >
            {sending.isBusy() ? t().policy.sign.doing : t().policy.sign.do(next())}
          </button>
        </>
      }
    >
      <div class="form">
        <Refusal problem={sending.problem()} />
        <p>{t().policy.sign.effect}</p>
        <h3>{t().policy.sign.changes(props.draft.changes().length)}</h3>
        <ChangeList changes={props.draft.changes()} />
        <Field label={t().policy.sign.note} hint={t().policy.sign.noteHint} error={error()}>
          {(given) => (
            <textarea
              {...given()}
              class="input"
              rows={4}
              maxlength={2000}
              value={note()}
              onInput={(event) => setNote(event.currentTarget.value)}
            />
          )}
        </Field>
        <p class="second">
          {t().policy.sign.signer}
          {t().colon}
          <span class="signature">{signer()}</span>
        </p>
      </div>
    </Panel>
  )
}
