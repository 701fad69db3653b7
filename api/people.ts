import type {
  Education,
  Nationality,
  PartyStatus,
  Post,
  Sex,
  Source,
  TalentStatus,
  Willingness,
} from '../matching/types.ts'

type Place = { code: string; name: string }

/** A person as lists and cards show one. `null` is 'not known'. */
export type Person = {
  id: string
  name: string
  sex: Sex | null
  bornOn: string | null
  /** Completed years on the policy's reference day. */
  age: number | null
  education: Education | null
  partyStatus: PartyStatus | null
  nationality: Nationality | null
  sources: Source[]
  status: TalentStatus
  occupation: string | null
  willingness: Willingness | null
  homeVillage: Place
  homeTownship: Place
  incumbency: { village: Place; posts: Post[] } | null
}
