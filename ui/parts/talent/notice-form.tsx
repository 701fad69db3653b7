import { revalidate, useAction, useBeforeLeave } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { isOfType, problemOf } from '../../client.ts'
import { changeNotice, noticeOf } from '../../people.ts'
import type { NoticeAnswer } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending, type Errors, hasErrors } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { TextArea } from './text-area.tsx'

type Texts = { zh: string; en: string }
/** Letters of a notice. */
const LEAST = 20
const MOST = 8000

/** The next version, begun from the one in force. What was typed stays when somebody else was first. */
export function NoticeForm(props: {
  notice: NoticeAnswer | null
  done: (version: number) => void
  cancel: () => void
}) {
  // Begun once: a version that comes in meanwhile stands beside, and does not take the place of what was typed.
  const begun = props.notice
  const [seen, setSeen] = createSignal(begun?.version ?? 0)
  const [texts, setTexts] = createSignal<Texts>({ zh: begun?.zh ?? '', en: begun?.en ?? '' })
  const [errors, setErrors] = createSignal<Errors<keyof Texts | 'same'>>({})
  const isSame = () => texts().zh === props.notice?.zh && texts().en === props.notice?.en
  const change = useAction(changeNotice)
  const sending = createSending(async () => {
    const { version } = await change({ version: seen(), ...texts() }).catch(readAgain)
    props.done(version)
  })
  const isStale = () => {
    const problem = sending.problem()
    return problem !== null && isOfType(problem, 'changed')
  }
  const newest = () => ((props.notice?.version ?? 0) > seen() ? props.notice : null)
  useBeforeLeave((event) => {
    if (event.defaultPrevented || isSame()) return
    if (!window.confirm(t().notice.leave)) event.preventDefault()
  })
  function submit() {
    setErrors(errorsOf(texts(), isSame()))
    if (!hasErrors(errors())) void sending.start()
  }
  const set = (field: keyof Texts) => (value: string) =>
    setTexts((before) => ({ ...before, [field]: value }))
  return (
    <form
      class="form notice-form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Show
        when={isStale()}
        fallback={<Refusal problem={sending.problem()} fields={['zh', 'en']} />}
      >
        <p class="note missed" role="alert">
          <Icon name="warning" />
          <span>
            <b>{t().notice.stale}</b> {t().notice.staleText}
          </span>
        </p>
      </Show>
      <Show when={newest()}>
        {(known) => (
          <section class="card part">
            <h2>{t().notice.current(known().version)}</h2>
            <p class="reading">{known().zh}</p>
            <button
              type="button"
              class="button self-start"
              onClick={() => {
                setSeen(known().version)
                sending.clear()
              }}
            >
              {t().notice.compared}
            </button>
          </section>
        )}
      </Show>
      <div class="notice-texts">
        <div class="card part">
          <TextArea
            label={t().notice.zh}
            hint={t().notice.textHint}
            error={errors().zh ?? sending.errorAt('zh')}
            name="zh"
            rows={16}
            maxlength={MOST}
            value={texts().zh}
            set={set('zh')}
          />
        </div>
        <div class="card part">
          <TextArea
            label={t().notice.en}
            hint={t().notice.textHint}
            error={errors().en ?? sending.errorAt('en')}
            name="en"
            rows={16}
            maxlength={MOST}
            value={texts().en}
            set={set('en')}
          />
        </div>
      </div>
      <p class="hint">{t().notice.effect}</p>
      <Show when={errors().same}>
        <p class="field-error" role="alert">
          {errors().same}
        </p>
      </Show>
      <div class="row wrap">
        <button type="button" class="button" onClick={() => props.cancel()}>
          {t().notice.cancel}
        </button>
        <button type="submit" class="button primary" aria-disabled={sending.isBusy()}>
          {sending.isBusy() ? t().notice.saving : t().notice.save(seen() + 1)}
        </button>
      </div>
    </form>
  )
}

/** The version of somebody else is read, to be compared with what was typed. */
async function readAgain(error: unknown): Promise<never> {
  if (isOfType(problemOf(error), 'changed')) await revalidate(noticeOf.key)
  throw error
}

function errorsOf({ zh, en }: Texts, isSame: boolean): Errors<keyof Texts | 'same'> {
  return {
    ...(zh.trim().length < LEAST && { zh: t().notice.need }),
    ...(en.trim().length < LEAST && { en: t().notice.need }),
    ...(isSame && { same: t().notice.same }),
  }
}
