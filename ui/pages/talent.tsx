import { createAsync, query, useNavigate, useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { personName } from '../names.ts'
import { Done } from '../parts/account/notices.tsx'
import { CultivationCard } from '../parts/cultivation-plan/card.tsx'
import { GrowthCard } from '../parts/growth/growth-card.tsx'
import { View } from '../parts/states.tsx'
import { Completeness } from '../parts/talent/completeness.tsx'
import { Coverage } from '../parts/talent/coverage.tsx'
import { CriteriaCard } from '../parts/talent/criteria-card.tsx'
import { DeparturesCard } from '../parts/talent/departures-card.tsx'
import { Editing } from '../parts/talent/edit/editing.tsx'
import { useEditing } from '../parts/talent/edit/use-editing.ts'
import {
  EducationCard,
  HonoursCard,
  ListsCard,
  SkillsCard,
  WorkCard,
} from '../parts/talent/fact-cards.tsx'
import { HistoryDrawer } from '../parts/talent/history-drawer.tsx'
import { MentorCard } from '../parts/talent/mentor-card.tsx'
import { MovementsCard } from '../parts/talent/movements-card.tsx'
import { NomineesCard } from '../parts/talent/nominees-card.tsx'
import { PlaceInList } from '../parts/talent/place-in-list.tsx'
import { PortraitHead } from '../parts/talent/portrait-head.tsx'
import { PrivateValues } from '../parts/talent/private-values.tsx'
import { RelativesCard } from '../parts/talent/relatives-card.tsx'
import { RightsCard } from '../parts/talent/rights-card.tsx'
import { Timeline } from '../parts/talent/timeline.tsx'
import { Title } from '../parts/title.tsx'
import { talentOf } from '../queries.ts'
import { useRoles } from '../session.ts'
import type { CriterionId, TalentRecord } from '../types.ts'
import { t } from '../words/index.ts'

/** The portrait of one person: what is known, what stands behind it, what is missing, and how it is changed. */
export function Talent() {
  const params = useParams<{ id: string }>()
  const talent = createAsync(() => talentOf(params.id))
  return (
    <>
      <PlaceInList id={params.id} />
      <View rows={14}>
        <Show when={talent()?.id} keyed>
          <Show when={talent()}>{(known) => <Portrait talent={known()} />}</Show>
        </Show>
      </View>
    </>
  )
}

type Given = { talent: TalentRecord; edit?: ((part: string, of?: string) => void) | undefined }

function Portrait(props: { talent: TalentRecord }) {
  const editing = useEditing()
  const edit = () => (props.talent.mayEdit ? editing.open : undefined)
  return (
    <>
      <Title text={personName(props.talent.name)} />
      <div class="portrait-said">
        <Done text={editing.said()} />
      </div>
      <PortraitHead
        talent={props.talent}
        edit={edit()}
        history={props.talent.mayEdit ? () => editing.open('history') : undefined}
      />
      <div class="portrait-grid">
        <Judged talent={props.talent} edit={edit()} />
        <Told talent={props.talent} edit={edit()} />
        <div class="rail">
          <Aside talent={props.talent} edit={edit()} openField={editing.openField} />
        </div>
      </div>
      <Show when={props.talent.mayEdit && editing.asked()} keyed>
        {(asked) => (
          <Show
            when={asked.edit !== 'history'}
            fallback={
              <HistoryDrawer id={props.talent.id} name={props.talent.name} close={editing.close} />
            }
          >
            <Editing talent={props.talent} asked={asked} close={editing.close} />
          </Show>
        )}
      </Show>
    </>
  )
}

/** Criteria with their intervals where the role sees them, else which evidence there is; then the life so far. */
function Judged(props: Given) {
  const has = useRoles()
  /** What somebody can do is proven with the skills. */
  const add = () =>
    props.edit &&
    ((criterion: CriterionId) =>
      criterion === 'expertise' ? props.edit?.('skills') : props.edit?.('evidence', criterion))
  return (
    <div class="rail">
      <Show
        when={has('county', 'township', 'village')}
        fallback={<Coverage talent={props.talent} />}
      >
        <View rows={8}>
          <CriteriaCard talent={props.talent} addEvidence={add()} />
        </View>
      </Show>
      <GrowthCard talent={props.talent.id} revision={props.talent.revision} hasLink />
      <WorkCard talent={props.talent} edit={props.edit} />
      <EducationCard talent={props.talent} edit={props.edit} />
    </div>
  )
}

function Told(props: Given) {
  return (
    <div class="rail">
      <Timeline
        talent={props.talent}
        edit={props.edit && ((id) => props.edit?.('evidence', id))}
        add={props.edit && (() => props.edit?.('evidence'))}
      />
      <SkillsCard talent={props.talent} edit={props.edit} />
      <HonoursCard talent={props.talent} edit={props.edit} />
    </div>
  )
}

function Aside(props: Given & { openField: (field: string) => void }) {
  const has = useRoles()
  const navigate = useNavigate()
  /** Nothing of the portrait stays on this computer either. */
  function leave() {
    navigate('/talents', { replace: true, state: { said: t().talent.gone } })
    query.delete(talentOf.keyFor(props.talent.id))
  }
  return (
    <>
      <Show when={!props.talent.mayEdit && has('county', 'township', 'village')}>
        <p class="note">{t().portrait.readOnly}</p>
      </Show>
      <Completeness talent={props.talent} open={props.edit && props.openField} />
      <View rows={2}>
        <CultivationCard id={props.talent.id} />
      </View>
      <Show when={has('county', 'township', 'village')}>
        <View rows={2}>
          <NomineesCard id={props.talent.id} />
        </View>
      </Show>
      <RelativesCard
        talent={props.talent}
        edit={props.edit && ((id) => props.edit?.('relative', id))}
        add={props.edit && (() => props.edit?.('relative'))}
      />
      <Show when={props.talent.private}>
        <section class="card" aria-labelledby="private">
          <div class="card-head">
            <h2 id="private">{t().talent.private}</h2>
            <span class="hint">
              {has('county', 'township') ? t().talent.privateHint : t().talent.privateMasked}
            </span>
          </div>
          <div class="card-body">
            <PrivateValues talent={props.talent} mayEdit={props.talent.mayEdit} />
          </div>
        </section>
      </Show>
      <Show when={has('county', 'township')}>
        <ListsCard talent={props.talent} />
        <RightsCard talent={props.talent} erased={leave} />
        <View rows={2}>
          <MovementsCard talent={props.talent} />
        </View>
        <View rows={2}>
          <DeparturesCard talent={props.talent} />
        </View>
      </Show>
      <Show when={has('county', 'township')}>
        <View rows={2}>
          <MentorCard id={props.talent.id} />
        </View>
      </Show>
    </>
  )
}
