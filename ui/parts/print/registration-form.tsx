import { For, type JSX, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import { useSession } from '../../session.ts'
import type { TalentRecord } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { Photograph } from './photograph.tsx'
import { evidenceLines, honourLines, resumeLines } from './record-lines.ts'
import { educationOf, monthOf, partyOf, sexOf, workOf } from './say.ts'
import { PrintSheet, Seal } from './sheet.tsx'

type Given = { talent: TalentRecord; referenceOn: string; policyVersion: number; today: string }

const w = () => t().prints.form

/** What is on record about one person, as offices hand it round: one person, one page. */
export function RegistrationForm(props: Given) {
  const { county } = useSession()
  const name = () => personName(props.talent.name)
  const home = () =>
    [county().name, props.talent.homeTownship.name, props.talent.homeVillage.name].map(placeName)
  return (
    <PrintSheet name={`${w().title}${t().separator}${name()}`} class="registration-form">
      <h1>{w().title}</h1>
      <p class="paper-facts">
        <span>{home().join(' ')}</span>
        <span>{w().filledOn(props.today)}</span>
        <span>{w().number(props.talent.id.slice(-12).toUpperCase())}</span>
      </p>
      <table>
        <Columns />
        <tbody>
          <Facts talent={props.talent} />
          <Long name={w().resume} lines={resumeLines(props.talent.resume)} />
          <Long name={w().evidence} lines={evidenceLines(props.talent.evidence)} />
          <Long name={w().honours} lines={honourLines(props.talent.honours)} />
          <Relatives talent={props.talent} />
        </tbody>
        <Opinions />
      </table>
      <p class="paper-note">
        {t().prints.agesOn(props.referenceOn)}
        {t().clause}
        {t().prints.policy(props.policyVersion)}
        {t().clause}
        {w().note}
      </p>
    </PrintSheet>
  )
}

function Columns() {
  return (
    <colgroup>
      <col class="key" />
      <col class="c1" />
      <col class="c2" />
      <col class="c3" />
      <col class="key" />
      <col class="c4" />
      <col />
    </colgroup>
  )
}

const Key = (props: { children: JSX.Element }) => <th scope="row">{props.children}</th>

function Facts(props: { talent: TalentRecord }) {
  const p = () => props.talent
  const ethnicity = () => {
    const { ethnicity: said, nationality } = p()
    return said ?? (nationality === 'han' ? t().nationality.han : t().unknown)
  }
  const skills = () => p().skills.map(({ words }) => say(words))
  const sources = () => p().sources.map((one) => t().source[one])
  const school = () => p().fullTimeSchool ?? p().inServiceSchool ?? t().unknown
  return (
    <>
      <tr>
        <Key>{w().name}</Key>
        <td class="print-name">{personName(p().name)}</td>
        <Key>{w().sex}</Key>
        <td>{sexOf(p())}</td>
        <Key>{w().born}</Key>
        <td>
          {monthOf(p().bornOn)}
          {p().age === null ? '' : w().age(p().age!)}
        </td>
        <td rowspan={4} class="print-photograph">
          <Photograph talent={p()} />
        </td>
      </tr>
      <tr>
        <Key>{w().ethnicity}</Key>
        <td>{ethnicity()}</td>
        <Key>{w().nativePlace}</Key>
        <td>{p().nativePlace ?? t().unknown}</td>
        <Key>{w().residence}</Key>
        <td>{p().residence ?? t().unknown}</td>
      </tr>
      <tr>
        <Key>{w().party}</Key>
        <td>{partyOf(p())}</td>
        <Key>{w().joined}</Key>
        <td>{joinedOf(p())}</td>
        <Key>{w().idNumber}</Key>
        <td>{p().private?.idNumber ?? t().unknown}</td>
      </tr>
      <tr>
        <Key>{w().education}</Key>
        <td>{educationOf(p())}</td>
        <Key>{w().school}</Key>
        <td colspan={3}>{school()}</td>
      </tr>
      <tr>
        <Key>{w().work}</Key>
        <td colspan={3}>{workOf(p())}</td>
        <Key>{w().sources}</Key>
        <td colspan={2}>{sources().join(t().comma) || t().unknown}</td>
      </tr>
      <tr>
        <Key>{w().skills}</Key>
        <td colspan={3}>{skills().join(t().comma) || t().unknown}</td>
        <Key>{w().wish}</Key>
        <td colspan={2}>{p().willingness ? t().willingness[p().willingness!] : w().unanswered}</td>
      </tr>
    </>
  )
}

const MEMBERS = ['full', 'probationary']

function joinedOf({ partyJoinedOn, partyStatus }: TalentRecord): string {
  if (partyJoinedOn) return monthOf(partyJoinedOn)
  return partyStatus === null || MEMBERS.includes(partyStatus) ? t().unknown : t().dash
}

function Long(props: { name: string; lines: readonly string[] }) {
  return (
    <tr classList={{ long: props.lines.length > 3 }}>
      <Key>{props.name}</Key>
      <td colspan={6} class="text">
        <For each={props.lines}>{(line) => <p class="print-line">{line}</p>}</For>
      </td>
    </tr>
  )
}

function Relatives(props: { talent: TalentRecord }) {
  const rows = () => props.talent.relatives
  return (
    <Show
      when={rows().length > 0}
      fallback={<Long name={w().relatives} lines={[w().noRelatives]} />}
    >
      <tr>
        <th scope="rowgroup" rowspan={rows().length + 1}>
          {w().relatives}
        </th>
        <th scope="col">{w().relation}</th>
        <th scope="col">{w().relativeName}</th>
        <th scope="col">{w().relativeBorn}</th>
        <th scope="col">{w().relativeParty}</th>
        <th scope="col" colspan={2}>
          {w().relativeWork}
        </th>
      </tr>
      <For each={rows()}>
        {({ relation, name, bornOn, politicalStatus, work }) => (
          <tr>
            <td>{relation}</td>
            <td>{personName(name)}</td>
            <td>{monthOf(bornOn)}</td>
            <td>{politicalStatus ?? t().unknown}</td>
            <td colspan={2}>{work ?? t().unknown}</td>
          </tr>
        )}
      </For>
    </Show>
  )
}

function Opinions() {
  return (
    <tbody class="print-signers">
      <tr>
        <Key>{w().own}</Key>
        <td colspan={6} class="text">
          {w().ownText}
          <Seal words={w().signature} />
        </td>
      </tr>
      <tr>
        <Key>{w().village}</Key>
        <td colspan={3} class="text">
          <Seal />
        </td>
        <Key>{w().township}</Key>
        <td colspan={2} class="text">
          <Seal />
        </td>
      </tr>
      <tr>
        <Key>{w().county}</Key>
        <td colspan={6} class="text">
          <Seal />
        </td>
      </tr>
    </tbody>
  )
}
