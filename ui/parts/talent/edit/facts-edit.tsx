import { useAction } from '@solidjs/router'
import { Show } from 'solid-js'
import { changeFacts, putSkills } from '../../../portrait.ts'
import { t } from '../../../words/index.ts'
import type { Subject } from './edit.ts'
import { EditDrawer } from './edit-drawer.tsx'
import { type Editor, titleOf } from './editing.tsx'
import {
  bodyOfFacts,
  draftOfSection,
  errorsOfFacts,
  SECTION_FIELDS,
  type SectionId,
} from './sections.ts'
import { BLANK_SKILLS, bodyOfSkills, SKILL_FIELDS, skillsDraft } from './skills.ts'

/** A part of the facts. */
export function FactsEdit(props: Editor & { section: SectionId }) {
  const send = useAction(changeFacts)
  const { section } = props
  const subject: Subject = {
    fields: SECTION_FIELDS[section],
    draftOf: (talent) => draftOfSection(section, talent),
    blank: {},
    errorsOf: errorsOfFacts,
    save: ({ talent, draft, changed }) =>
      send(talent.id, talent.revision, bodyOfFacts(draft, changed)),
  }
  return (
    <EditDrawer
      subject={subject}
      talent={props.talent}
      title={titleOf(t().portrait.part[section])}
      focus={props.focus}
      close={props.close}
    >
      {() => (
        <Show when={section === 'willingness'}>
          <p class="note">{t().portrait.consentApart}</p>
        </Show>
      )}
    </EditDrawer>
  )
}

export function SkillsEdit(props: Editor) {
  const send = useAction(putSkills)
  const subject: Subject = {
    fields: SKILL_FIELDS,
    draftOf: skillsDraft,
    blank: BLANK_SKILLS,
    errorsOf: () => ({}),
    save: ({ talent, draft }) => send(talent.id, talent.revision, bodyOfSkills(draft)),
  }
  return (
    <EditDrawer
      subject={subject}
      talent={props.talent}
      title={titleOf(t().person.skills)}
      focus={props.focus}
      close={props.close}
    />
  )
}
