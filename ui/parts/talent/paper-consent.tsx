import { createAsync, useAction } from '@solidjs/router'
import { createEffect, createSignal, For, on, Show } from 'solid-js'
import { noticeOf, recordConsent } from '../../people.ts'
import type { TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'
import { TextField } from '../account/fields.tsx'
import { createSending } from '../account/sending.ts'
import { DialogForm } from './dialog-form.tsx'

const ACTS = ['given', 'withdrawn'] as const

/** Records what the person signed on paper; nothing is chosen beforehand unless only one can be. */
export function PaperConsent(props: {
  talent: TalentRecord
  done: (said: string) => void
  cancel: () => void
}) {
  const other = () => (props.talent.consent === 'given' ? 'withdrawn' : 'given')
  const [act, setAct] = createSignal<(typeof ACTS)[number]>(other())
  const [version, setVersion] = createSignal('')
  const [isMissing, setMissing] = createSignal(false)
  const notice = createAsync(() => noticeOf())
  createEffect(
    on(
      () => notice.latest?.version,
      (inForce) => inForce !== undefined && version() === '' && setVersion(String(inForce)),
    ),
  )
  const store = useAction(recordConsent)
  const sending = createSending(async () => {
    const noticeVersion = act() === 'given' ? Number(version()) : null
    await store(props.talent.id, { act: act(), noticeVersion })
    props.done(t().talent.didSign[act()])
  })
  function submit() {
    setMissing(act() === 'given' && !/^\d{1,6}$/.test(version().trim()))
    if (!isMissing()) void sending.start()
  }
  return (
    <DialogForm
      sending={sending}
      fields={['noticeVersion']}
      verb={t().talent.signDo[act()]}
      busy={t().talent.signing}
      submit={submit}
      cancel={() => props.cancel()}
    >
      <p class="second">{t().talent.signText}</p>
      <fieldset class="choices">
        <legend>{t().talent.signAct}</legend>
        <For each={ACTS}>
          {(one) => (
            <label>
              <input
                type="radio"
                name="act"
                value={one}
                checked={act() === one}
                onChange={() => setAct(one)}
              />
              {t().talent.signed[one]}
            </label>
          )}
        </For>
      </fieldset>
      <p class="note">{act() === 'given' ? t().talent.givenEffect : t().talent.withdrawnEffect}</p>
      <Show when={act() === 'given'}>
        <TextField
          label={t().talent.noticeSigned}
          hint={notice.latest ? t().talent.noticeSignedHint(notice.latest.version) : undefined}
          error={isMissing() ? t().talent.needVersion : sending.errorAt('noticeVersion')}
          name="notice-version"
          inputmode="numeric"
          maxlength={6}
          value={version()}
          set={setVersion}
        />
      </Show>
    </DialogForm>
  )
}
