import { useAction } from '@solidjs/router'
import { For } from 'solid-js'
import { erase } from '../../people.ts'
import { t } from '../../words/index.ts'
import { ReasonForm } from './reason-form.tsx'

/** Says what goes and what stays before anybody is erased, and asks why. */
export function Erasure(props: { id: string; done: () => void; cancel: () => void }) {
  const blank = useAction(erase)
  async function send(reason: string) {
    await blank(props.id, reason)
    props.done()
  }
  return (
    <ReasonForm
      words={{
        ...{ label: t().talent.reason, hint: t().talent.eraseReasonHint },
        ...{ need: t().talent.needReason, quickLabel: t().talent.quickReasons },
        ...{ verb: t().talent.eraseDo, busy: t().talent.erasing },
        quick: t().talent.eraseReasons,
      }}
      isDanger
      send={send}
      cancel={() => props.cancel()}
    >
      <div class="goes-stays">
        <section>
          <h3>{t().talent.eraseGoes}</h3>
          <ul class="bullets">
            <For each={t().talent.eraseGoesList}>{(text) => <li>{text}</li>}</For>
          </ul>
        </section>
        <section>
          <h3>{t().talent.eraseStays}</h3>
          <ul class="bullets">
            <For each={t().talent.eraseStaysList}>{(text) => <li>{text}</li>}</For>
          </ul>
        </section>
      </div>
    </ReasonForm>
  )
}
