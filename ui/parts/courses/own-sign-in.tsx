import { useAction } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { signInToCourse } from '../../courses.ts'
import { personName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { TextField } from '../account/fields.tsx'
import { Done, Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'

/** On the own record: the code that is shown in the room. Says whose sign-in it was, since phones are shared. */
export function OwnSignIn() {
  const [code, setCode] = createSignal('')
  const [said, setSaid] = createSignal<string | null>(null)
  const [isTried, setTried] = createSignal(false)
  const send = useAction(signInToCourse)
  const words = () => t().courses.own
  const sending = createSending(async () => {
    const { name, course, topic, isAgain } = await send(code())
    const done = isAgain
      ? words().again(personName(name), topic)
      : words().done(personName(name), course, topic)
    setSaid(`${done}${words().notMe}`)
    setCode('')
    setTried(false)
  })
  const isOff = () => !/^\d{6}$/.test(code().normalize('NFKC').replace(/\s/g, ''))
  return (
    <section class="card" aria-label={words().title}>
      <div class="card-head">
        <h2>{words().title}</h2>
      </div>
      <form
        class="card-body form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          setSaid(null)
          setTried(true)
          if (!isOff()) void sending.start()
        }}
      >
        <p class="second">{words().text}</p>
        <Refusal problem={sending.problem()} fields={['code']} />
        <Done text={said()} />
        <div class="own-sign-in">
          <TextField
            label={words().code}
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength={10}
            value={code()}
            set={(text) => {
              sending.clear()
              setCode(text)
            }}
            error={isTried() && isOff() ? words().need : sending.errorAt('code')}
          />
          <button type="submit" class="button primary" aria-disabled={sending.isBusy()}>
            {sending.isBusy() ? words().doing : words().do}
          </button>
        </div>
      </form>
    </section>
  )
}
