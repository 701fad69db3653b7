import { useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import { placeName } from '../../names.ts'
import { invite } from '../../people.ts'
import { useSession } from '../../session.ts'
import type { TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'
import { createSending } from '../account/sending.ts'
import { CopyButton } from './copy-button.tsx'
import { DialogForm } from './dialog-form.tsx'
import { dayOf } from './when.ts'

type Made = { code: string; expiresAt: string }

/** Makes a code for the person, shown this once, with a slip to hand over. */
export function Invitation(props: { talent: TalentRecord; hold: () => void; close: () => void }) {
  const [made, setMade] = createSignal<Made | null>(null)
  const make = useAction(invite)
  const sending = createSending(async () => {
    setMade(await make(props.talent.id))
    props.hold()
  })
  return (
    <Show
      when={made()}
      fallback={
        <DialogForm
          sending={sending}
          verb={t().talent.makeCode}
          busy={t().talent.makingCode}
          submit={() => void sending.start()}
          cancel={() => props.close()}
        >
          <p class="second">{t().talent.inviteText}</p>
        </DialogForm>
      }
    >
      {(known) => (
        <>
          <HandOver made={known()} close={() => props.close()} />
          <Portal>
            <Slip name={props.talent.name} made={known()} />
          </Portal>
        </>
      )}
    </Show>
  )
}

function HandOver(props: { made: Made; close: () => void }) {
  return (
    <div class="form">
      <p class="note weak" role="status">
        {t().talent.inviteOnce}
      </p>
      <div class="handed-code">
        <span class="hint">{t().talent.code}</span>
        <output>{props.made.code}</output>
        <span class="hint">{t().talent.expires(dayOf(props.made.expiresAt))}</span>
      </div>
      <div class="row wrap">
        <button type="button" class="button primary" onClick={() => window.print()}>
          {t().talent.printSlip}
        </button>
        <CopyButton text={props.made.code} label={t().talent.copyCode} />
        <button type="button" class="button push" onClick={() => props.close()}>
          {t().talent.handedOver}
        </button>
      </div>
    </div>
  )
}

/** On paper only. */
function Slip(props: { name: string; made: Made }) {
  const { account, county } = useSession()
  const by = () => [account().position, account().name].filter(Boolean).join(' ')
  return (
    <article class="slip">
      <h1>{t().talent.slipTitle}</h1>
      <p>{t().talent.slipTo(props.name)}</p>
      <p>{t().talent.slipText(placeName(county().name))}</p>
      <p class="slip-code">
        {t().talent.code}
        {t().colon}
        <b>{props.made.code}</b>
        <br />
        {t().talent.expires(dayOf(props.made.expiresAt))}
      </p>
      <ol>
        <li>{t().talent.slipOpen(`${window.location.origin}/enrol`)}</li>
        <For each={t().talent.slipSteps}>{(step) => <li>{step}</li>}</For>
      </ol>
      <p>{t().talent.slipKeep}</p>
      <p>{t().talent.slipHelp}</p>
      <p class="slip-by">
        {t().talent.slipBy(by())}
        <br />
        {dayOf(new Date().toISOString())}
      </p>
    </article>
  )
}
