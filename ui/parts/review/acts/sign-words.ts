import { say, t } from '../../../words/index.ts'
import type { ActContext, ActDraft, ActForm, OfficeAct } from './field.ts'

/** On the button that signs: what is signed, with the answer that was chosen. */
export function signWords(
  kind: OfficeAct,
  form: ActForm,
  draft: ActDraft,
  context: ActContext,
): string {
  const { sign, act } = t().review
  if (kind === 'pass') return passWords(context)
  const answer = form.answer
  if (answer === undefined) return sign.of(act[kind])
  const choices =
    form
      .fields(context)
      .find(({ id }) => id === answer)
      ?.choices?.() ?? []
  const chosen = choices.find(({ value }) => value === draft[answer])
  return chosen ? sign.choice(act[kind], chosen.name) : sign.of(act[kind])
}

function passWords({ nominee, account }: ActContext): string {
  const { sign } = t().review
  const path = nominee?.path ?? []
  const at = path.findIndex(({ state }) => state === 'now')
  const signer = path[at]?.signers.find(({ id }) => id === account.signsAs)
  if (signer) return sign.passOf(say(signer.words))
  const next = path[at + 1]
  return next ? sign.passTo(say(next.words)) : sign.passLast
}
