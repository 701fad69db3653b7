import type { Context } from 'hono'
import { listEntries } from '../../db/dictionaries.ts'
import { listFamilyLinksOf } from '../../db/family-links.ts'
import { listListsOf } from '../../db/lists.ts'
import { findPhotograph } from '../../db/photographs.ts'
import { listRelativesOf } from '../../db/relatives.ts'
import { listTagsOf } from '../../db/tags.ts'
import { namesOfTalents } from '../../db/talents.ts'
import { mayRole } from '../access.ts'
import type { Env } from '../context.ts'
import { peopleById, placeNames, type ShownPerson } from '../people-by-id.ts'
import { maskedOf } from '../private-values.ts'
import { seesPrivate } from '../roles.ts'
import { isHomeIn } from './changes.ts'
import { completenessOf } from './completeness.ts'
import { educationParts } from './education.ts'
import { relativesShown } from './relatives-shown.ts'

/** A person who is in the scope, with all that hangs on them. */
export async function portraitOf(c: Context<Env>, id: string) {
  const { db, keyring, scope, session } = c.var
  const { role } = session.account
  const shown = (await peopleById(c, [id])).get(id)!
  const relatives = await listRelativesOf(db, scope, id)
  const masked = await maskedOf(db, keyring, scope, id)
  const tags = (await listTagsOf(db, scope, [id])).get(id) ?? []
  const photograph = await findPhotograph(db, scope, id)
  return {
    ...(await factsOf(c, shown)),
    tags,
    private: seesPrivate(role) ? masked : null,
    mayEdit: mayRole(role, 'talent.write') && isHomeIn(scope, shown.row),
    family: await familyOf(c, id),
    relatives: await relativesShown(c, id, relatives),
    completeness: completenessOf(shown.row, masked, relatives.length),
    lists: mayRole(role, 'lists.keep') ? await listListsOf(db, scope, id) : [],
    photograph: photograph ? { id: photograph.id, addedAt: photograph.addedAt } : null,
  }
}

/** What the row and the rows about a person say, in words where a dictionary has them. */
export async function factsOf(c: Context<Env>, { row, talent, person }: ShownPerson) {
  const dictionary = await listEntries(c.var.db, { countyCode: c.var.countyCode }, 'skills')
  const words = new Map(dictionary.map(({ id, zh, en }) => [id, { zh, en }]))
  const names = await placeNames(c)
  const { isFullTimeEducation, qualifications, consentedVillages } = talent
  const { hasOutstandingContribution, isNewSocialWorker, isFit } = talent
  const { fullTimeSchool, inServiceSchool, degree, ethnicity, nativePlace, residence } = row
  const { partyJoinedOn, resume, remarks, channel, basis, noticeVersion, keepUntil } = row
  const { consent, experienceYears, revision, createdAt, updatedAt } = row
  return {
    ...person,
    ...{ isFullTimeEducation, qualifications, hasOutstandingContribution, isNewSocialWorker },
    ...{ isFit, fullTimeSchool, inServiceSchool, degree, ethnicity, nativePlace, residence },
    ...{ partyJoinedOn, resume, remarks, channel, basis, noticeVersion, keepUntil, consent },
    ...{ experienceYears, revision, createdAt, updatedAt, ...educationParts(row) },
    skills: talent.skills.map(({ skill, level, standing }) => ({
      ...{ skill, level, standing, words: words.get(skill) ?? { zh: skill, en: skill } },
    })),
    evidence: row.evidence
      .map(({ datedOn, talentId: _, criterion: __, entryKind, ...piece }, at) => ({
        ...{ ...piece, isDerived: entryKind !== null },
        ...{ criterion: talent.evidence[at]!.criterion, on: datedOn },
      }))
      .sort((one, other) => other.on.localeCompare(one.on)),
    honours: row.honours
      .map(({ id, level, name, awardedOn }) => ({ id, level, name, on: awardedOn }))
      .sort((one, other) => other.on.localeCompare(one.on)),
    consentedVillages: consentedVillages.map((code) => ({ code, name: names.get(code) ?? code })),
  }
}

/** Relatives in the pool, whichever side the link was made on; nobody out of the scope. */
async function familyOf(c: Context<Env>, id: string) {
  const links = await listFamilyLinksOf(c.var.db, c.var.scope, id)
  const others = links.map(({ talentId, relativeId, relation, isBarred }) => ({
    ...{ other: talentId === id ? relativeId : talentId, relation, isBarred: isBarred === 1 },
  }))
  const ids = others.map(({ other }) => other)
  const names = await namesOfTalents(c.var.db, c.var.scope, ids)
  return others.flatMap(({ other, relation, isBarred }) => {
    const name = names.get(other)
    return name === undefined ? [] : [{ person: { id: other, name }, relation, isBarred }]
  })
}
