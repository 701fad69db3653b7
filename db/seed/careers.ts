import type { TalentTable } from '../schema.ts'
import { REFERENCE_YEAR, two } from './dates.ts'
import type { Education, Person } from './person.ts'
import type { Random } from './random.ts'

/** Schooling, Party membership and the way through life, in keeping with what is known of the person already. */
export function setCareer(person: Person, random: Random): void {
  const { talent, age } = person
  const born = REFERENCE_YEAR - age
  Object.assign(talent, schoolingOf(talent, born, random))
  talent.ethnicity =
    talent.nationality === 'han'
      ? '汉族'
      : talent.nationality === null
        ? null
        : random.weighted({ 回族: 8, 满族: 1, 蒙古族: 1 })
  talent.nativePlace = random.chance(0.9) ? '山东山亭' : random.pick(AROUND)
  talent.partyJoinedOn = joinedOf(talent, born, random)
  talent.resume = random.chance(0.86) ? resumeOf(person, born, random) : null
  talent.residence = residenceOf(talent, random)
  Object.assign(talent, entriesOf(random))
}

const AROUND = ['山东滕州', '山东邹城', '山东枣庄市中', '山东费县', '山东平邑']

const HIGHER = ['junior-college', 'bachelor', 'postgraduate']

/** Schools that exist, as sample lists name them; the subjects follow what the field asks for. */
const SCHOOLS: Partial<Record<Education, readonly string[]>> = {
  'junior-college': ['枣庄职业学院', '枣庄科技职业学院', '山东农业工程学院', '济宁职业技术学院'],
  bachelor: ['山东农业大学', '山东师范大学', '济南大学', '青岛农业大学', '临沂大学'],
  postgraduate: ['山东农业大学', '山东大学', '青岛农业大学'],
}
const SUBJECTS = [
  '园艺',
  '电子商务',
  '会计学',
  '法学',
  '农业资源与环境',
  '社会工作',
  '行政管理',
  '机电一体化',
  '食品科学与工程',
  '学前教育',
]
const IN_SERVICE = ['国家开放大学', '山东省委党校函授学院', '山东农业大学继续教育学院']

type Schooling = Pick<
  TalentTable,
  'fullTimeEducation' | 'fullTimeSchool' | 'inServiceEducation' | 'inServiceSchool' | 'degree'
>

/** What came first is full-time; a college course beside work came on top of school. */
function schoolingOf(
  { education, isFullTimeEducation }: TalentTable,
  born: number,
  random: Random,
): Schooling {
  if (education === null) return NO_SCHOOLING
  const subject = random.pick(SUBJECTS)
  if (isFullTimeEducation !== 0) {
    const schools = SCHOOLS[education as Education]
    return {
      ...NO_SCHOOLING,
      fullTimeEducation: education,
      fullTimeSchool: schools ? `${random.pick(schools)} ${subject}` : null,
      degree: degreeOf(education),
    }
  }
  const isHigher = HIGHER.includes(education)
  return {
    ...NO_SCHOOLING,
    fullTimeEducation: isHigher
      ? born < 1970
        ? 'junior-secondary'
        : 'senior-secondary'
      : 'primary',
    inServiceEducation: education,
    inServiceSchool: isHigher ? `${random.pick(IN_SERVICE)} ${subject}` : null,
  }
}

const NO_SCHOOLING: Schooling = {
  fullTimeEducation: null,
  fullTimeSchool: null,
  inServiceEducation: null,
  inServiceSchool: null,
  degree: null,
}

function degreeOf(education: string): string | null {
  if (education === 'bachelor') return '学士'
  return education === 'postgraduate' ? '硕士' : null
}

/** At 18 at the earliest (Party constitution, article 1). */
function joinedOf({ partyStatus }: TalentTable, born: number, random: Random): string | null {
  if (partyStatus === 'probationary') return `${REFERENCE_YEAR}-${two(random.integer(1, 6))}`
  if (partyStatus !== 'full' || random.chance(0.04)) return null
  const year = Math.min(born + random.integer(19, 34), REFERENCE_YEAR - 2)
  return `${Math.max(year, born + 19)}-${two(random.integer(1, 12))}`
}

/** Lines as the appointment form writes them: `yyyy.MM--yyyy.MM  what`, the last one open. */
function resumeOf(person: Person, born: number, random: Random): string {
  const { talent } = person
  const steps = [...schoolSteps(person, born), ...workSteps(person, born, random)]
  const until = steps.slice(1).map(({ from }) => from)
  const lines = steps.map(({ from, what }, at) => `${from}--${until[at] ?? ''}  ${what}`)
  return talent.occupation ? lines.join('\n') : lines.slice(0, -1).join('\n')
}

type Step = { from: string; what: string }

function schoolSteps({ talent, place }: Person, born: number): Step[] {
  const { fullTimeEducation, fullTimeSchool } = talent
  if (!HIGHER.includes(fullTimeEducation ?? '') || !fullTimeSchool)
    return [
      { from: `${born + 17}.07`, what: place.kind === 'village' ? `${place.name}务农` : '打零工' },
    ]
  return [{ from: `${born + 18}.09`, what: `${fullTimeSchool}专业学习` }]
}

const AWAY = [
  '苏州工业园区企业务工',
  '青岛经营装修队',
  '济南物流公司职员',
  '上海建筑工地施工员',
  '枣庄市纺织企业班组长',
  '滕州机床企业技术员',
  '县城经营小吃店',
]

function workSteps(person: Person, born: number, random: Random): Step[] {
  const { talent, place, group, posts, age } = person
  const grown = born + (HIGHER.includes(talent.fullTimeEducation ?? '') ? 22 : 19)
  const steps: Step[] = []
  if (group === 'veteran') steps.push({ from: `${grown}.12`, what: '中国人民解放军某部服役' })
  const isStudent = HIGHER.includes(talent.fullTimeEducation ?? '')
  if (isStudent || random.chance(0.6)) {
    const first = group === 'veteran' ? grown + 3 : grown
    steps.push({
      from: `${first}.${isStudent ? '07' : two(random.integer(1, 9))}`,
      what: random.pick(AWAY),
    })
  }
  const back = Math.min(REFERENCE_YEAR - 1, grown + 3 + random.integer(2, Math.max(2, age - 26)))
  const isSeated = posts.length > 0
  if (isSeated && back < 2020)
    steps.push({
      from: `${back}.03`,
      what: `${place.name}${place.kind === 'village' ? '村民' : '居民'}小组长`,
    })
  const now = isSeated ? `2021.01` : `${Math.max(back, grown + 4)}.${two(random.integer(1, 10))}`
  const year = Math.min(Number(now.slice(0, 4)), REFERENCE_YEAR)
  if (talent.occupation) steps.push({ from: `${year}${now.slice(4)}`, what: talent.occupation })
  return steps.filter((step, at) => at === 0 || step.from > steps[at - 1]!.from)
}

function residenceOf({ occupation }: TalentTable, random: Random): string | null {
  if (occupation && /济南|苏州|青岛|上海/.test(occupation) && !/返乡/.test(occupation))
    return `${/济南|苏州|青岛|上海/.exec(occupation)![0]}市`
  return random.chance(0.08) ? '山亭城区' : null
}

/** Entered in the year before the term change, looked at again since. */
function entriesOf(random: Random): Pick<TalentTable, 'createdAt' | 'updatedAt'> {
  const at = (month: number, day: number, year = REFERENCE_YEAR) =>
    `${year}-${two(month)}-${two(day)}T0${random.integer(1, 9)}:${two(random.integer(0, 59))}:00.000Z`
  const createdAt = at(random.integer(3, 6), random.integer(1, 28))
  const updatedAt = random.chance(0.7)
    ? at(random.integer(7, 11), random.integer(1, 20))
    : createdAt
  return { createdAt, updatedAt }
}
