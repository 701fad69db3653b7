import { createAsync } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { dayAndTime } from '../format.ts'
import { placeName } from '../names.ts'
import { Done } from '../parts/account/notices.tsx'
import { OwnSignIn } from '../parts/courses/own-sign-in.tsx'
import { OwnCultivationCard } from '../parts/growth/own/own-card.tsx'
import { OwnProposals } from '../parts/growth/own/proposals.tsx'
import { Panel } from '../parts/layers.tsx'
import { View } from '../parts/states.tsx'
import { CorrectionForm } from '../parts/talent/correction-form.tsx'
import { OwnClaims } from '../parts/talent/own-claims.tsx'
import { OwnConsent } from '../parts/talent/own-consent.tsx'
import { OwnCorrections } from '../parts/talent/own-corrections.tsx'
import { OwnData } from '../parts/talent/own-data.tsx'
import { OwnForm } from '../parts/talent/own-form.tsx'
import { OwnLooks } from '../parts/talent/own-looks.tsx'
import { OwnNominations } from '../parts/talent/own-nominations.tsx'
import { Title } from '../parts/title.tsx'
import { ownRecordOf } from '../people.ts'
import { useSession } from '../session.ts'
import type { CorrectedField, OwnRecord as Own } from '../types.ts'
import { say, t } from '../words/index.ts'

/** What is held about oneself, who looked, and what one may ask for; no score, and nobody else. */
export function OwnRecord() {
  const own = createAsync(() => ownRecordOf())
  return (
    <View rows={12}>
      <Title text={t().record.title} />
      <Show when={own()}>{(known) => <Known own={known()} />}</Show>
    </View>
  )
}

type Asked = { field: CorrectedField; begun: string }

function Known(props: { own: Own }) {
  const [asked, setAsked] = createSignal<Asked | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  function ask(field: CorrectedField, begun = '') {
    setSaid(null)
    setAsked({ field, begun })
  }
  return (
    <div class="own-record">
      <Head own={props.own} ask={() => ask('occupation')} />
      <Done text={said()} />
      <Contents />
      <div class="own-grid">
        <div class="rail">
          <OwnSignIn />
          <View rows={2}>
            <OwnProposals />
          </View>
          <View rows={4}>
            <OwnNominations />
          </View>
          <View rows={6}>
            <OwnCultivationCard ask={() => ask('other')} />
          </View>
          <OwnData own={props.own} ask={ask} />
          <OwnForm own={props.own} ask={() => ask('other', t().appointmentForms.own.askText)} />
          <OwnClaims own={props.own} />
        </div>
        <div class="rail">
          <OwnConsent own={props.own} />
          <OwnCorrections own={props.own} ask={() => ask('occupation')} />
          <View rows={5}>
            <OwnLooks />
          </View>
          <Keeping own={props.own} erase={() => ask('other', t().record.form.eraseText)} />
        </div>
      </div>
      <Panel isOpen={asked() !== null} onClose={() => setAsked(null)} title={t().record.form.title}>
        <CorrectionForm
          own={props.own}
          field={asked()?.field ?? 'other'}
          begun={asked()?.begun ?? ''}
          done={() => {
            setSaid(t().record.form.sent)
            setAsked(null)
          }}
          cancel={() => setAsked(null)}
        />
      </Panel>
    </div>
  )
}

function Head(props: { own: Own; ask: () => void }) {
  const { county } = useSession()
  return (
    <div class="page-head own-head">
      <div class="titles">
        <div class="row wrap">
          <h1>{t().record.hello(props.own.name)}</h1>
          <span class="pill accent">{say(props.own.statusWords)}</span>
        </div>
        <p class="second">{t().record.intro(placeName(county().name))}</p>
        <p class="hint paper-only">{t().record.printed(dayAndTime(new Date().toISOString()))}</p>
      </div>
      <button
        type="button"
        class="button push desk-only paper-hidden"
        onClick={() => window.print()}
      >
        {t().record.print}
      </button>
      <button type="button" class="button primary paper-hidden" onClick={() => props.ask()}>
        {t().record.ask}
      </button>
    </div>
  )
}

/** A long page on a phone: its parts by name. */
function Contents() {
  const parts = () => [
    { id: 'nominations', name: t().apply.own.title },
    { id: 'cultivation', name: t().growth.own.title },
    { id: 'data', name: t().record.data },
    { id: 'form', name: t().appointmentForms.own.title },
    { id: 'claims', name: t().record.claims },
    { id: 'consent', name: t().record.consent },
    { id: 'requests', name: t().record.requests },
    { id: 'looks', name: t().record.looks },
    { id: 'keep', name: t().record.keep },
  ]
  return (
    <nav class="page-contents paper-hidden" aria-label={t().record.contents}>
      <For each={parts()}>{({ id, name }) => <a href={`#${id}`}>{name}</a>}</For>
    </nav>
  )
}

/** Until when it is kept, and how to have it erased. */
function Keeping(props: { own: Own; erase: () => void }) {
  const until = () => {
    const { keepUntil, offices } = props.own
    if (keepUntil) return t().record.keepUntil(keepUntil)
    return offices.length > 0 ? t().record.keepOffice : t().record.keepUnknown
  }
  return (
    <section class="card" aria-labelledby="keep">
      <div class="card-head">
        <h2 id="keep">{t().record.keep}</h2>
      </div>
      <div class="card-body stack">
        <p>{until()}</p>
        <h3>{t().record.eraseHow}</h3>
        <p class="second">{say(props.own.erasure)}</p>
        <button type="button" class="button self-start paper-hidden" onClick={() => props.erase()}>
          {t().record.eraseAsk}
        </button>
      </div>
    </section>
  )
}
