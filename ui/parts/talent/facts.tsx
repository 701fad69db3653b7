import { type JSX, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import type { TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'

/** Facts beside a person whose sex, age, education and Party status stand with the name already. */
export function TalentFacts(props: { talent: TalentRecord }) {
  return (
    <dl class="facts">
      <Home talent={props.talent} />
      <Birth talent={props.talent} />
      <Sources talent={props.talent} />
      <Work talent={props.talent} />
      <Wish talent={props.talent} />
      <Fact name={t().person.consent}>{consentText(props.talent.consent)}</Fact>
    </dl>
  )
}

/** All facts of a form, beside each other. */
export function FactLine(props: { talent: TalentRecord }) {
  return (
    <dl class="fact-line">
      <Fact name={t().talents.sex}>
        {props.talent.sex ? t().sex[props.talent.sex] : t().unknown}
      </Fact>
      <Birth talent={props.talent} />
      <Fact name={t().talent.nationality}>{ethnicityText(props.talent)}</Fact>
      <Fact name={t().talents.party}>{partyText(props.talent)}</Fact>
      <Fact name={t().talents.education}>{educationText(props.talent)}</Fact>
      <Home talent={props.talent} />
      <Show when={props.talent.nativePlace}>
        <Fact name={t().portrait.field.nativePlace}>{props.talent.nativePlace}</Fact>
      </Show>
      <Show when={props.talent.residence}>
        <Fact name={t().portrait.field.residence}>{props.talent.residence}</Fact>
      </Show>
      <Work talent={props.talent} />
      <Sources talent={props.talent} />
      <Fact name={t().talent.channel}>{t().talent.channels[props.talent.channel]}</Fact>
      <Wish talent={props.talent} />
    </dl>
  )
}

type Given = { talent: TalentRecord }

function Home(props: Given) {
  return (
    <Fact name={t().person.home}>
      {placeName(props.talent.homeTownship.name)} {placeName(props.talent.homeVillage.name)}
    </Fact>
  )
}

function Birth(props: Given) {
  return <Fact name={t().person.bornOn}>{birthOf(props.talent)}</Fact>
}

function Sources(props: Given) {
  return (
    <Fact name={t().person.sources}>
      {props.talent.sources.map((one) => t().source[one]).join(t().comma) || t().unknown}
    </Fact>
  )
}

function Work(props: Given) {
  return (
    <>
      <Fact name={t().person.occupation}>{props.talent.occupation ?? t().unknown}</Fact>
      <Fact name={t().person.incumbency}>
        <Show when={props.talent.incumbency} fallback={t().person.none}>
          {(held) => (
            <>
              {placeName(held().village.name)}{' '}
              {held()
                .posts.map((post) => t().post[post])
                .join(t().comma)}
            </>
          )}
        </Show>
      </Fact>
      <Fact name={t().person.experience}>
        {props.talent.experienceYears === null
          ? t().unknown
          : t().person.experienceYears(props.talent.experienceYears)}
      </Fact>
    </>
  )
}

/** Where the person would serve. */
function Wish(props: Given) {
  return (
    <>
      <Fact name={t().person.willingness}>
        {props.talent.willingness ? t().willingness[props.talent.willingness] : t().unknown}
      </Fact>
      <Show when={props.talent.consentedVillages.length > 0}>
        <Fact name={t().talent.consentedVillages}>
          {props.talent.consentedVillages.map(({ name }) => placeName(name)).join(t().comma)}
        </Fact>
      </Show>
    </>
  )
}

export function Fact(props: { name: string; children: JSX.Element }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

export function consentText(consent: TalentRecord['consent']): string {
  if (consent === null) return t().unknown
  return consent === 'given' ? t().person.consentGiven : t().person.consentWithdrawn
}

type Education = Pick<TalentRecord, 'education' | 'isFullTimeEducation'>

export function educationText({ education, isFullTimeEducation: isFull }: Education): string {
  if (education === null) return t().unknown
  if (isFull === null) return t().education[education]
  const kind = isFull ? t().talent.fullTime : t().talent.partTime
  return [t().education[education], kind].join(t().separator)
}

function ethnicityText({ ethnicity, nationality }: TalentRecord): string {
  if (ethnicity !== null) return ethnicity
  return nationality ? t().nationality[nationality] : t().unknown
}

function partyText({ partyStatus, partyJoinedOn }: TalentRecord): string {
  if (partyStatus === null) return t().unknown
  return [t().partyStatus[partyStatus], partyJoinedOn].filter(Boolean).join(t().separator)
}

function birthOf({ bornOn, age }: TalentRecord): string {
  if (bornOn === null) return t().unknown
  return age === null ? bornOn : [bornOn, t().talent.aged(age)].join(t().separator)
}
