import { Index, Show } from 'solid-js'
import type { Field } from '../../policy.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { useDraft } from './draft.ts'
import { nameOf, newSigner, type Signer, signersOf, stagesOf } from './stages.ts'

/** As many as the server takes. */
const MOST = 20

/** The positions that an account can sign for, by name in both languages. */
export function SignersInput(props: {
  field: Extract<Field, { kind: 'signers' }>
  value: unknown
  set: (signers: Signer[]) => void
}) {
  const signers = () => signersOf(props.value)
  const lacking = () =>
    props.field.seven.filter(({ id }) => !signers().some((signer) => signer.id === id))
  return (
    <div class="stages">
      <Show when={signers().length > 0} fallback={<p class="second">{t().procedure.noSigner}</p>}>
        <ul class="signer-list" aria-label={t().procedure.signerList}>
          <Index each={signers()}>
            {(signer, at) => (
              <Line
                signer={signer()}
                pointer={`${props.field.pointer}/${at}`}
                set={(next) =>
                  props.set(signers().map((one, index) => (index === at ? next : one)))
                }
                drop={() => props.set(signers().filter((_, index) => index !== at))}
              />
            )}
          </Index>
        </ul>
      </Show>
      <div class="row wrap">
        <Show when={signers().length < MOST}>
          <button
            type="button"
            class="button slim"
            onClick={() => props.set([...signers(), newSigner(signers())])}
          >
            <Icon name="plus" />
            {t().procedure.addSigner}
          </button>
        </Show>
        <Show when={lacking().length > 0}>
          <button
            type="button"
            class="button slim"
            onClick={() => props.set([...signers(), ...lacking()])}
          >
            <Icon name="people" />
            {t().procedure.addSeven}
          </button>
        </Show>
      </div>
    </div>
  )
}

function Line(props: {
  signer: Signer
  pointer: string
  set: (signer: Signer) => void
  drop: () => void
}) {
  const draft = useDraft()
  /** Stages where the position signs; while there are any it stays. */
  const used = () =>
    stagesOf(draft?.valueAt('#/review/stages'))
      .filter(({ signers }) => signers.includes(props.signer.id))
      .map(nameOf)
      .join(t().comma)
  const isFaulty = () =>
    draft?.errors().some(({ pointer }) => pointer.startsWith(`${props.pointer}/`))
  const fault = () => (isFaulty() ? ({ 'aria-invalid': true } as const) : {})
  const put = (words: Partial<Signer['words']>) =>
    props.set({ ...props.signer, words: { ...props.signer.words, ...words } })
  return (
    <li>
      <input
        class="input"
        aria-label={t().procedure.signerZh}
        maxlength={30}
        {...fault()}
        value={props.signer.words.zh}
        onInput={(event) => put({ zh: event.currentTarget.value })}
      />
      <input
        class="input"
        aria-label={t().procedure.signerEn}
        maxlength={60}
        {...fault()}
        value={props.signer.words.en}
        onInput={(event) => put({ en: event.currentTarget.value })}
      />
      <Show
        when={used()}
        fallback={
          <button
            type="button"
            class="button slim plain icon-only"
            aria-label={t().procedure.drop(nameOf(props.signer))}
            onClick={() => props.drop()}
          >
            <Icon name="close" />
          </button>
        }
      >
        {(stages) => <span class="hint">{t().procedure.signerUsed(stages())}</span>}
      </Show>
    </li>
  )
}
