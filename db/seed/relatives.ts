import type { RelativeTable } from '../schema.ts'
import { REFERENCE_YEAR, two } from './dates.ts'
import type { Link, Relation } from './families.ts'
import { givenName, isKnownName } from './names.ts'
import type { Person } from './person.ts'
import type { Random } from './random.ts'

/**
 * Relatives as people name them: those in the pool, most of them confirmed, and parents and spouses who are not. Now and
 * then somebody names an uncle who is in the pool, which nobody has confirmed yet.
 */
export function relativesOf(
  people: readonly Person[],
  links: readonly Link[],
  id: () => string,
  random: Random,
): RelativeTable[] {
  const linked = links.flatMap(({ a, b, relation }) => [
    named(a, b, wordOf(relation, a, b), b.talent.id, id),
    named(b, a, wordOf(relation, b, a), a.talent.id, id),
  ])
  const seen = new Set(linked.map(({ talentId, relation }) => `${talentId} ${relation}`))
  const others = people.flatMap((person) =>
    random.chance(0.45) ? householdOf(person, id, random) : [],
  )
  return [
    ...linked,
    ...others.filter(({ talentId, relation }) => !seen.has(`${talentId} ${relation}`)),
    ...unconfirmedOf(people, links, id, random),
  ]
}

/** What `other` is to `person`, by sex and age, in the words of the appointment form. */
function wordOf(relation: Relation, person: Person, other: Person): string {
  const isWoman = other.talent.sex === 'female'
  const isElder = other.age > person.age
  const pick = (man: string, woman: string) => (isWoman ? woman : man)
  if (relation === 'spouse') return pick('丈夫', '妻子')
  if (relation === 'parent') return isElder ? pick('父亲', '母亲') : pick('儿子', '女儿')
  if (relation === 'sibling') return isElder ? pick('哥哥', '姐姐') : pick('弟弟', '妹妹')
  if (relation === 'uncle') return isElder ? pick('叔父', '姑母') : pick('侄子', '侄女')
  if (relation === 'cousin') return isElder ? pick('堂兄', '堂姐') : pick('堂弟', '堂妹')
  return relation === 'in-law' ? pick('姻亲', '姻亲') : '远亲'
}

function named(
  person: Person,
  { talent }: Person,
  relation: string,
  linkedId: string | null,
  id: () => string,
): RelativeTable {
  return {
    countyCode: person.talent.countyCode,
    id: id(),
    talentId: person.talent.id,
    relation,
    name: talent.name,
    bornOn: talent.bornOn?.slice(0, 7) ?? null,
    politicalStatus: talent.partyStatus === 'full' ? '中共党员' : '群众',
    work: talent.occupation,
    linkedId,
    refusedIds: '[]',
  }
}

function householdOf(person: Person, id: () => string, random: Random): RelativeTable[] {
  const { talent, age, place } = person
  const { sex } = talent
  const base = {
    countyCode: talent.countyCode,
    talentId: talent.id,
    linkedId: null,
    refusedIds: '[]',
  }
  const of = (relation: string, name: string, years: number, work: string): RelativeTable => ({
    ...{ ...base, id: id(), relation, name, work },
    bornOn: `${REFERENCE_YEAR - years}-${two(random.integer(1, 12))}`,
    politicalStatus: random.chance(0.2) ? '中共党员' : '群众',
  })
  const parentAge = age + random.integer(22, 30)
  const father = unknownName(talent.name[0]!, 'male', parentAge, random)
  const rows = [of('父亲', father, parentAge, `${place.name}村民`)]
  if (age < 27) return rows
  const spouseSex = sex === 'female' ? 'male' : 'female'
  const spouse = unknownName(random.pick([...'张王李刘孙杨徐高']), spouseSex, age, random)
  const relation = spouseSex === 'male' ? '丈夫' : '妻子'
  return [...rows, of(relation, spouse, age + random.integer(-3, 3), random.pick(WORKS))]
}

const WORKS = ['务农', '县城务工', '经营小超市', '乡镇卫生院护士', '小学教师', '跑运输']

function unknownName(surname: string, sex: 'female' | 'male', age: number, random: Random): string {
  for (;;) {
    const name = surname + givenName(sex, age, random)
    if (!isKnownName(name)) return name
  }
}

function unconfirmedOf(
  people: readonly Person[],
  links: readonly Link[],
  id: () => string,
  random: Random,
): RelativeTable[] {
  if (!random.chance(0.15)) return []
  const free = people.filter((it) => !it.isFixed && it.talent.bornOn && it.posts.length === 0)
  const linked = new Set(links.flatMap(({ a, b }) => [a, b]))
  const younger = free.find((it) => it.age < 40 && !linked.has(it))
  const elder = free.find(
    (it) =>
      younger &&
      it.age > younger.age + 12 &&
      it.talent.name[0] === younger.talent.name[0] &&
      !linked.has(it),
  )
  if (!younger || !elder) return []
  return [named(younger, elder, elder.talent.sex === 'female' ? '姑母' : '叔父', null, id)]
}
