import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { TalentRecord } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { educationText, Fact } from './facts.tsx'
import { PartCard } from './part-card.tsx'
import { ResumeLines } from './resume-lines.tsx'

type Given = { talent: TalentRecord; edit?: ((part: string, of?: string) => void) | undefined }

export function WorkCard(props: Given) {
  return (
    <PartCard title={t().portrait.work} edit={props.edit && (() => props.edit?.('work'))}>
      <ResumeLines text={props.talent.resume} />
      <Show when={props.talent.remarks}>
        {(remarks) => (
          <p class="remarks">
            <span class="hint">{t().portrait.remarks}</span> {remarks()}
          </p>
        )}
      </Show>
    </PartCard>
  )
}

export function EducationCard(props: Given) {
  const part = (education: TalentRecord['fullTimeEducation'], school: string | null) =>
    [education && t().education[education], school].filter(Boolean).join(t().separator)
  const fullTime = () => part(props.talent.fullTimeEducation, props.talent.fullTimeSchool)
  const inService = () => part(props.talent.inServiceEducation, props.talent.inServiceSchool)
  return (
    <PartCard
      title={t().portrait.educationCard}
      edit={props.edit && (() => props.edit?.('education'))}
    >
      <dl class="facts">
        <Show when={fullTime() || inService()} fallback={<Highest talent={props.talent} />}>
          <Fact name={t().portrait.fullTime}>{fullTime() || t().unknown}</Fact>
          <Fact name={t().portrait.inService}>{inService() || t().unknown}</Fact>
        </Show>
        <Fact name={t().portrait.field.degree}>{props.talent.degree ?? t().unknown}</Fact>
      </dl>
    </PartCard>
  )
}

function Highest(props: { talent: TalentRecord }) {
  return <Fact name={t().talents.education}>{educationText(props.talent)}</Fact>
}

/** What somebody can do, each with what stands behind it. */
export function SkillsCard(props: Given) {
  return (
    <PartCard
      title={t().person.skills}
      verb={t().portrait.editSkills}
      edit={props.edit && (() => props.edit?.('skills'))}
    >
      <span class="chips">
        <For each={props.talent.skills} fallback={<span class="hint">{t().person.noSkills}</span>}>
          {(skill) => (
            <span class="chip" classList={{ open: skill.standing === 'claimed' }}>
              {say(skill.words)}
              <Show when={skill.standing === 'claimed'}>
                {t().separator}
                {t().person.claimed}
              </Show>
            </span>
          )}
        </For>
      </span>
      <Tags {...props} />
    </PartCard>
  )
}

function Tags(props: Given) {
  return (
    <div class="tags-line">
      <h3>{t().portrait.tags}</h3>
      <span class="chips">
        <For each={props.talent.tags} fallback={<span class="hint">{t().portrait.noTags}</span>}>
          {(tag) => <span class="chip accent">{tag}</span>}
        </For>
      </span>
      <Show when={props.edit}>
        {(edit) => (
          <button
            type="button"
            class="button plain slim icon-only push"
            aria-label={t().portrait.editTags}
            onClick={() => edit()('tags')}
          >
            <Icon name="pencil" />
          </button>
        )}
      </Show>
    </div>
  )
}

/** Lists of the office that the person is on; each opens. */
export function ListsCard(props: { talent: TalentRecord }) {
  return (
    <PartCard title={t().portrait.lists}>
      <ul class="lines">
        <For each={props.talent.lists} fallback={<li class="hint">{t().portrait.noLists}</li>}>
          {({ id, name }) => (
            <li>
              <A href={`/lists/${id}`}>{name}</A>
            </li>
          )}
        </For>
      </ul>
    </PartCard>
  )
}

export function HonoursCard(props: Given) {
  return (
    <section class="card" aria-labelledby="honours">
      <div class="card-head">
        <h2 id="honours">{t().talent.honours}</h2>
        <Show when={props.edit}>
          {(edit) => (
            <button type="button" class="button slim push" onClick={() => edit()('honour')}>
              <Icon name="plus" />
              {t().portrait.addHonour}
            </button>
          )}
        </Show>
      </div>
      <ul class="card-body lines">
        <For each={props.talent.honours} fallback={<li class="hint">{t().talent.noHonours}</li>}>
          {(honour) => (
            <li class="row wrap">
              <span class="chip">{t().talent.honourLevel[honour.level]}</span>
              {honour.name}
              <span class="hint push">{honour.on}</span>
              <Show when={props.edit}>
                {(edit) => (
                  <button
                    type="button"
                    class="button plain slim icon-only"
                    aria-label={t().portrait.editHonour(honour.name)}
                    onClick={() => edit()('honour', honour.id)}
                  >
                    <Icon name="pencil" />
                  </button>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
