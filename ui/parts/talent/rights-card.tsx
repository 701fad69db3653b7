import { createSignal, type JSX, Show } from 'solid-js'
import { useRoles } from '../../session.ts'
import type { TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Done } from '../account/notices.tsx'
import { Panel } from '../layers.tsx'
import { Erasure } from './erasure.tsx'
import { Invitation } from './invitation.tsx'
import { PaperConsent } from './paper-consent.tsx'
import { ConsentPill } from './portrait-head.tsx'

type Act = 'sign' | 'invite' | 'erase'

/** What an office does for the person's rights: record what was signed, hand out an account, erase. */
export function RightsCard(props: { talent: TalentRecord; erased: () => void }) {
  const has = useRoles()
  const [act, setAct] = createSignal<Act | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  /** While a code is shown that nobody can show again. */
  const [isHeld, setHeld] = createSignal(false)
  function begin(next: Act) {
    setSaid(null)
    setAct(next)
  }
  function close() {
    setHeld(false)
    setAct(null)
  }
  const titles = (): Record<Act, string> => ({
    sign: t().talent.signTitle(props.talent.name),
    invite: t().talent.inviteTitle(props.talent.name),
    erase: t().talent.eraseTitle(props.talent.name),
  })
  return (
    <section class="card" aria-labelledby="rights">
      <div class="card-head">
        <h2 id="rights">{t().talent.rights}</h2>
        <span class="hint">{t().talent.rightsHint}</span>
      </div>
      <div class="card-body">
        <Done text={said()} />
        <ul class="right-acts">
          <Line
            name={<ConsentPill consent={props.talent.consent} />}
            text={factsOf(props.talent)}
            verb={t().talent.signPaper}
            start={() => begin('sign')}
          />
          <Line
            name={t().talent.ownAccount}
            text={t().talent.ownAccountText}
            verb={t().talent.invite}
            start={() => begin('invite')}
          />
          <Show when={has('county')}>
            <Line
              name={t().talent.erase}
              text={t().talent.eraseText}
              verb={t().retention.erase}
              isDanger
              start={() => begin('erase')}
            />
          </Show>
        </ul>
      </div>
      <Panel
        isOpen={act() !== null}
        onClose={close}
        title={titles()[act() ?? 'sign']}
        isHeld={isHeld()}
      >
        <Show when={act() === 'sign'}>
          <PaperConsent
            talent={props.talent}
            cancel={close}
            done={(text) => {
              setSaid(text)
              close()
            }}
          />
        </Show>
        <Show when={act() === 'invite'}>
          <Invitation talent={props.talent} hold={() => setHeld(true)} close={close} />
        </Show>
        <Show when={act() === 'erase'}>
          <Erasure id={props.talent.id} cancel={close} done={() => props.erased()} />
        </Show>
      </Panel>
    </section>
  )
}

/** What allows the record, which notice was given, and until when it is kept. */
function factsOf({ basis, noticeVersion, keepUntil }: TalentRecord): string {
  const words = t().talent.kept
  return [
    words.basis(basis === null ? t().retention.noBasis : t().retention.bases[basis]),
    noticeVersion === null ? words.noNotice : words.notice(noticeVersion),
    keepUntil === null ? words.noEnd : words.until(keepUntil),
  ].join(t().clause)
}

function Line(props: {
  name: JSX.Element
  text?: string
  verb: string
  isDanger?: boolean
  start: () => void
}) {
  return (
    <li>
      <div>
        <span class="medium">{props.name}</span>
        <Show when={props.text}>
          <p class="hint">{props.text}</p>
        </Show>
      </div>
      <button
        type="button"
        class="button slim"
        classList={{ danger: props.isDanger ?? false }}
        onClick={() => props.start()}
      >
        {props.verb}
      </button>
    </li>
  )
}
