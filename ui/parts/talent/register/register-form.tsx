import { createAsync, useAction, useNavigate, useSearchParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { noticeOf } from '../../../people.ts'
import { register } from '../../../portrait.ts'
import { useRoles, useSession } from '../../../session.ts'
import type { NoticeAnswer, Own } from '../../../types.ts'
import { t } from '../../../words/index.ts'
import { Refusal } from '../../account/notices.tsx'
import { createSending, hasErrors } from '../../account/sending.ts'
import { type Draft, type FieldErrors, textAt } from '../edit/draft.ts'
import { ErrorSummary } from '../edit/error-summary.tsx'
import { Fields } from '../edit/fields.tsx'
import { Alike, isAlike } from './alike.tsx'
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts'
import {
  bodyOfRegister,
  EMPTY,
  errorsOfRegister,
  filledFrom,
  type Part,
  registerFields,
} from './register-fields.ts'

/** Whoever was missing for a paper is entered here, and the paper goes on. */
const PAPERS = '/nominations/new'
const PARTS = ['numbers', 'who', 'whence', 'basis'] as const satisfies readonly Part[]

/** The shortest form that enters somebody honestly; whoever looks the same is shown before anybody is entered twice. */
export function RegisterForm() {
  const { account } = useSession()
  const has = useRoles()
  const navigate = useNavigate()
  const [search] = useSearchParams<{ back?: string }>()
  const own = account().id
  const kept = keptDraft(own)
  const begin = (draft: Draft): Draft => ({
    ...draft,
    homeVillage: textAt(draft, 'homeVillage') || onlyVillageOf(account()),
  })
  const [id, setId] = createSignal(kept.id)
  const [draft, setDraft] = createSignal(begin(kept.draft))
  const [isOld, setOld] = createSignal(kept.isOld)
  const [errors, setErrors] = createSignal<FieldErrors>({})
  const [filled, setFilled] = createSignal<Draft>({})
  const notice = createAsync<NoticeAnswer | undefined>(() => noticeOf(), {
    initialValue: undefined,
  })
  const isOffice = () => has('county', 'township')
  const way = () => ({
    ...{ mayNumber: isOffice(), mayConsent: isOffice() },
    noticeVersion: notice.latest?.version ?? null,
  })
  const parts = () => PARTS.filter((part) => part !== 'numbers' || isOffice())
  const fields = () => PARTS.flatMap((part) => registerFields(part, way()))
  const send = useAction(register)
  const sending = createSending(async (isNew: boolean) => {
    const answer = await send(bodyOfRegister(draft(), id(), isNew, way()))
    forgetDraft(own)
    const said = t().portrait.registered(textAt(draft(), 'name').trim())
    const isAsked = search.back === PAPERS
    const next = isAsked ? `${PAPERS}?person=${answer.id}` : `/talents/${answer.id}`
    navigate(next, { replace: true, state: { said } })
  })
  function set(change: Draft) {
    const typed = { ...draft(), ...change }
    const found = 'idNumber' in change ? filledFrom(typed) : {}
    if ('idNumber' in change) setFilled(found)
    setDraft({ ...typed, ...found })
    keepDraft(own, id(), draft())
  }
  function submit() {
    setErrors(errorsOfRegister(draft(), way()))
    if (!hasErrors(errors())) void sending.start(false)
  }
  function clear() {
    forgetDraft(own)
    const blank = keptDraft(own)
    setId(blank.id)
    setDraft(begin(EMPTY))
    setErrors({})
    setOld(false)
    sending.clear()
  }
  const alike = () => {
    const problem = sending.problem()
    return problem && isAlike(problem) ? problem : null
  }
  const edit = {
    ...{ draft, set },
    errorAt: (field: string) => errors()[field] ?? sending.errorAt(field),
  }
  return (
    <form
      class="register"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Show when={isOld()}>
        <p class="note row wrap" role="status">
          <span>{t().portrait.draftKept}</span>
          <button type="button" class="button slim push" onClick={clear}>
            {t().portrait.clearDraft}
          </button>
        </p>
      </Show>
      <ErrorSummary fields={fields()} errors={errors()} errorAt={edit.errorAt} />
      <Show
        when={alike()}
        fallback={<Refusal problem={sending.problem()} fields={fields().map((one) => one.id)} />}
      >
        {(problem) => (
          <Alike
            problem={problem()}
            isBusy={sending.isBusy()}
            anyway={() => void sending.start(true)}
          />
        )}
      </Show>
      <For each={parts()}>
        {(part) => (
          <fieldset class="card register-part">
            <legend>
              <h2>{t().portrait.registerPart[part]}</h2>
            </legend>
            <Show when={part === 'basis' && !isOffice()}>
              <p class="second">
                {t().portrait.basisByOffice}
                {t().portrait.gap}
                {t().portrait.numbersByOffice}
              </p>
            </Show>
            <Show when={part === 'numbers' && filledText(filled())}>
              {(text) => (
                <p class="hint" role="status">
                  {text()}
                </p>
              )}
            </Show>
            <div class="register-grid">
              <Fields edit={edit} fields={registerFields(part, way())} />
            </div>
          </fieldset>
        )}
      </For>
      <div class="register-foot">
        <button type="submit" class="button primary tall" aria-disabled={sending.isBusy()}>
          {sending.isBusy() ? t().portrait.registering : t().portrait.registerDo}
        </button>
        <span class="hint">{t().portrait.registerNext}</span>
      </div>
    </form>
  )
}

/** Whoever keeps the records of one village need not choose it. */
const onlyVillageOf = ({ villages }: Own) =>
  villages.length === 1 ? (villages[0]?.code ?? '') : ''

/** What the identity number brought along. */
function filledText(filled: Draft): string | undefined {
  const sex = textAt(filled, 'sex')
  const parts = [textAt(filled, 'bornOn'), sex === '' ? '' : t().sex[sex as 'female' | 'male']]
  const said = parts.filter(Boolean).join(t().comma)
  return said === '' ? undefined : t().portrait.idNumberFilled(said)
}
