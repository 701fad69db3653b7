import { For, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import type { Filing, Secretary } from '../../prints.ts'
import { t } from '../../words/index.ts'
import { educationOf, monthOf, partyOf, sexOf } from './say.ts'
import { PrintSheet, Seal } from './sheet.tsx'

const w = () => t().prints.filing

/** Secretaries of one township who were elected or appointed, for the county's file. */
export function FilingForm(props: {
  round: Filing['round']
  township: string
  secretaries: readonly Secretary[]
  referenceOn: string
  policyVersion: number
}) {
  const name = () => placeName(props.township)
  return (
    <PrintSheet name={`${w().title}${t().separator}${name()}`} class="filing-form">
      <h1>{w().title}</h1>
      <p class="print-facts">
        <span>{name()}</span>
        <span>{props.round.name}</span>
        <span>{w().count(props.secretaries.length)}</span>
        <span>{t().prints.agesOn(props.referenceOn)}</span>
        <span>{t().prints.policy(props.policyVersion)}</span>
      </p>
      <table class="filing-table">
        <thead>
          <tr>
            <For each={w().columns}>{(column) => <th scope="col">{column}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.secretaries}>
            {(secretary, at) => <Line secretary={secretary} at={at() + 1} />}
          </For>
        </tbody>
      </table>
      <table class="print-opinions print-signers">
        <tbody>
          <tr>
            <th scope="row">{w().township}</th>
            <td class="text">
              <Seal />
            </td>
            <th scope="row">{w().county}</th>
            <td class="text">
              <Seal />
            </td>
          </tr>
        </tbody>
      </table>
      <p class="paper-note">{w().note}</p>
    </PrintSheet>
  )
}

function Line(props: { secretary: Secretary; at: number }) {
  const one = () => props.secretary
  const isCombined = () => one().target.posts.includes('chair')
  return (
    <tr>
      <td>{props.at}</td>
      <td>{one().target.village ? placeName(one().target.village!.name) : t().unknown}</td>
      <td class="print-name">{personName(one().person.name)}</td>
      <td>{sexOf(one().person)}</td>
      <td>
        {monthOf(one().person.bornOn)}
        <Show when={one().person.age}>{(age) => <div>{t().prints.form.age(age())}</div>}</Show>
      </td>
      <td>{educationOf(one().person)}</td>
      <td>
        {partyOf(one().person)}
        <Show when={one().partyJoinedOn}>{(day) => <div>{monthOf(day())}</div>}</Show>
      </td>
      <td>
        <Lines of={howOf(one())} />
      </td>
      <td>{isCombined() ? t().yes : t().no}</td>
      <td>
        <Lines of={termOf(one())} />
      </td>
      <td>
        <Lines of={filedOf(one())} />
      </td>
    </tr>
  )
}

const Lines = (props: { of: string[] }) => <For each={props.of}>{(line) => <div>{line}</div>}</For>

function howOf({ outcome, on, document }: Secretary): string[] {
  const how = outcome === 'elected' ? w().elected : w().appointed
  return [how, dotted(on), ...(document ? [document] : [])]
}

const termOf = ({ term }: Secretary) =>
  term ? [`${monthOf(term.startsOn)}—`, monthOf(term.endsOn)] : [t().unknown]

const filedOf = ({ filing }: Secretary) =>
  filing ? [`● ${filing.number}`, dotted(filing.on)] : [`▲ ${w().notFiled}`]

const dotted = (day: string) => day.replaceAll('-', '.')
