import { A, createAsync, query, useLocation, useNavigate, useParams } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
import { personName } from '../names.ts'
import { EvidenceList, FamilyList, SkillList } from '../parts/evidence.tsx'
import { Icon } from '../parts/icon.tsx'
import { View } from '../parts/states.tsx'
import { Coverage } from '../parts/talent/coverage.tsx'
import { HonourLines } from '../parts/talent/honour-lines.tsx'
import { MentorCard } from '../parts/talent/mentor-card.tsx'
import { PortraitHead } from '../parts/talent/portrait-head.tsx'
import { PrivateValues } from '../parts/talent/private-values.tsx'
import { RightsCard } from '../parts/talent/rights-card.tsx'
import { Title } from '../parts/title.tsx'
import { talentOf } from '../queries.ts'
import { useRoles } from '../session.ts'
import type { TalentRecord } from '../types.ts'
import { t } from '../words/index.ts'

/** The portrait of one person: what is known, what stands behind it, and what the person may ask for. */
export function Talent() {
  const params = useParams<{ id: string }>()
  const talent = createAsync(() => talentOf(params.id))
  return (
    <>
      <Crumb />
      <View rows={14}>
        <Show when={talent()}>
          {(known) => (
            <>
              <Title text={personName(known().name)} />
              <PortraitHead talent={known()} />
              <div class="portrait-grid">
                <Material talent={known()} />
                <div class="rail">
                  <Aside talent={known()} />
                </div>
              </div>
            </>
          )}
        </Show>
      </View>
    </>
  )
}

/** Back to the list as it was left. */
function Crumb() {
  const location = useLocation<{ list?: string }>()
  return (
    <nav class="crumbs" aria-label={t().talent.back}>
      <A href={location.state?.list ?? '/talents'}>
        <Icon name="left" />
        {t().talent.back}
      </A>
    </nav>
  )
}

function Material(props: { talent: TalentRecord }) {
  return (
    <>
      <div class="rail">
        <Coverage talent={props.talent} />
        <Part>
          <SkillList talent={props.talent} isCard />
        </Part>
        <Part>
          <Honours talent={props.talent} />
        </Part>
      </div>
      <Part>
        <EvidenceList talent={props.talent} isCard />
      </Part>
    </>
  )
}

function Aside(props: { talent: TalentRecord }) {
  const has = useRoles()
  const navigate = useNavigate()
  /** Nothing of the portrait stays on this computer either. */
  function leave() {
    navigate('/talents', { replace: true, state: { said: t().talent.gone } })
    query.delete(talentOf.keyFor(props.talent.id))
  }
  return (
    <>
      <Show when={props.talent.private}>
        <section class="card" aria-labelledby="private">
          <div class="card-head">
            <h2 id="private">{t().talent.private}</h2>
            <span class="hint">
              {has('county', 'township') ? t().talent.privateHint : t().talent.privateMasked}
            </span>
          </div>
          <div class="card-body">
            <PrivateValues talent={props.talent} mayEdit />
          </div>
        </section>
      </Show>
      <Show when={has('county', 'township')}>
        <RightsCard talent={props.talent} erased={leave} />
      </Show>
      <Show when={has('county')}>
        <View rows={2}>
          <MentorCard id={props.talent.id} />
        </View>
      </Show>
      <Part>
        <FamilyList talent={props.talent} isCard />
      </Part>
    </>
  )
}

function Honours(props: { talent: TalentRecord }) {
  return (
    <section>
      <h2>{t().talent.honours}</h2>
      <HonourLines honours={props.talent.honours} />
    </section>
  )
}

function Part(props: { children: JSX.Element }) {
  return <div class="card part">{props.children}</div>
}
