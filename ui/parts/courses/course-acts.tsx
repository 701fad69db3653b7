import { useAction } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import {
  type Course,
  cancelCourse,
  finishCourse,
  reopenCourse,
  restoreCourse,
} from '../../courses.ts'
import { plainNumber, whole } from '../../format.ts'
import { t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { TextArea } from '../talent/text-area.tsx'
import { CourseForm } from './course-form.tsx'

type Act = 'change' | 'finish' | 'reopen' | 'cancel' | 'restore'
type Given = { course: Course; say: (text: string | null) => void }

/** What the office whose course it is does with it as a whole. */
export function CourseActs(props: Given) {
  const [doing, setDoing] = createSignal<Act | null>(null)
  const words = () => t().courses.act
  const ask = (act: Act) => {
    props.say(null)
    setDoing(act)
  }
  const close = () => setDoing(null)
  const is = (state: Course['state']) => props.course.state === state
  return (
    <>
      <Show
        when={!is('cancelled')}
        fallback={
          <button type="button" class="button primary" onClick={() => ask('restore')}>
            {words().restore}
          </button>
        }
      >
        <button type="button" class="button danger" onClick={() => ask('cancel')}>
          {words().cancel}
        </button>
        <button type="button" class="button" onClick={() => ask('change')}>
          {words().change}
        </button>
        <Show
          when={is('finished')}
          fallback={
            <button type="button" class="button primary" onClick={() => ask('finish')}>
              {words().finish}
            </button>
          }
        >
          <button type="button" class="button" onClick={() => ask('reopen')}>
            {words().reopen}
          </button>
        </Show>
      </Show>
      <Show when={doing() === 'change'}>
        <CourseForm course={props.course} close={close} done={(_, said) => props.say(said)} />
      </Show>
      <Show when={doing() === 'cancel'}>
        <Cancel {...props} close={close} />
      </Show>
      <Others {...props} doing={doing()} close={close} />
    </>
  )
}

function Others(props: Given & { doing: Act | null; close: () => void }) {
  const words = () => t().courses.act
  const finish = useAction(finishCourse)
  const reopen = useAction(reopenCourse)
  const restore = useAction(restoreCourse)
  const open = () => {
    const { sessions, participants } = props.course
    const parts = sessions.filter(({ id }) => !participants.some((it) => it.attendance[id])).length
    return words().finishOpen(parts, participants.filter(({ result }) => result === null).length)
  }
  const said = (act: () => Promise<unknown>, text: string) => async () => {
    await act()
    props.say(text)
  }
  return (
    <>
      <Ask
        isOpen={props.doing === 'finish'}
        close={props.close}
        title={words().finishTitle(props.course.name)}
        verb={words().finish}
        act={said(() => finish(props.course.id), words().finished)}
      >
        <Show when={open() !== ''}>
          <p class="note weak">{open()}</p>
        </Show>
        <p>{words().finishText}</p>
      </Ask>
      <Ask
        isOpen={props.doing === 'reopen'}
        close={props.close}
        title={words().reopenTitle}
        verb={words().reopen}
        act={said(() => reopen(props.course.id), words().reopened)}
      >
        <p>{words().reopenText}</p>
      </Ask>
      <Ask
        isOpen={props.doing === 'restore'}
        close={props.close}
        title={words().restoreTitle}
        verb={words().restore}
        act={said(() => restore(props.course.id), words().restored)}
      >
        <p>{words().restoreText}</p>
      </Ask>
    </>
  )
}

/** Says how many people and hours go before it asks why. */
function Cancel(props: Given & { close: () => void }) {
  const [reason, setReason] = createSignal('')
  const [isTried, setTried] = createSignal(false)
  const send = useAction(cancelCourse)
  const words = () => t().courses.act
  const sending = createSending(async () => {
    const { people, hours } = await send(props.course.id, reason().trim())
    props.close()
    props.say(
      people > 0 ? words().cancelled(whole(people), plainNumber(hours)) : words().cancelledNone,
    )
  })
  const isShort = () => reason().trim().length < 4
  function submit() {
    setTried(true)
    if (!isShort()) void sending.start()
  }
  const counted = () => props.course.counted
  return (
    <Panel isOpen onClose={props.close} title={words().cancelTitle(props.course.name)}>
      <DialogForm
        sending={sending}
        fields={['reason']}
        verb={words().cancelDo}
        busy={words().working}
        isDanger
        submit={submit}
        cancel={props.close}
      >
        <Show when={counted().people > 0} fallback={<p>{words().cancelNone}</p>}>
          <p class="note weak">
            {words().cancelCounts(whole(counted().people), plainNumber(counted().hours))}
          </p>
          <p>{words().cancelKept}</p>
        </Show>
        <TextArea
          label={words().reason}
          hint={words().reasonHint}
          name="reason"
          value={reason()}
          set={setReason}
          error={isTried() && isShort() ? words().needReason : sending.errorAt('reason')}
        />
      </DialogForm>
    </Panel>
  )
}
