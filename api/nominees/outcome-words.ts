import type { NomineeTable } from '../../db/schema.ts'
import { type Post, postWords, type Words } from '../../matching/index.ts'

export type Ended = Pick<NomineeTable, 'state' | 'outcome' | 'termStartsOn' | 'termEndsOn'> & {
  /** Empty: proposed for the pool only. */
  posts: string[]
}
export type Around = {
  /** Name of the round. */
  round: string
  /** Name of the village that the person is proposed for; null: for the pool only. */
  village: string | null
  /** Where an open nominee is. */
  stage?: Words | null
  /** The day of the talk that somebody who was not chosen is owed; null: it is due. */
  talkedOn?: string | null
  /** Has left the pool since: nothing is said of staying in it. */
  hasLeft?: boolean
}

/**
 * What the person is told of a nomination: the outcome in plain words and thanks, and nothing of who answered what. The
 * answers of departments stay with them.
 */
export function outcomeWords(nominee: Ended, around: Around): Words {
  const said = sayingOf(nominee)(nominee, around)
  const lead = leadOf(nominee, around)
  return { zh: `${lead.zh}${said.zh}`, en: `${lead.en} ${said.en}` }
}

type Saying = (nominee: Ended, around: Around) => Words

function sayingOf({ state, outcome }: Ended): Saying {
  if (state !== 'settled') return OF_STATE[state]
  return outcome === null ? OF_STATE.open : OF_OUTCOME[outcome]
}

function leadOf({ posts }: Ended, { round, village }: Around): Words {
  if (posts.length === 0)
    return {
      zh: `您被提名列入村级人才库（${round}）。`,
      en: `You were proposed for the pool (${round}).`,
    }
  const { zh, en } = namesOf(posts)
  return {
    zh: `您被提名为${village ?? ''}${zh}人选（${round}）。`,
    en: `You were proposed as ${en}${village === null ? '' : ` of ${village}`} (${round}).`,
  }
}

const OF_STATE: Record<Exclude<Ended['state'], 'settled'>, Saying> = {
  open: (_nominee, { stage }) =>
    stage
      ? {
          zh: `正在办理，现在的环节是“${stage.zh}”。有结果后会在这里告诉您。感谢您愿意为村里出力。`,
          en: `It is under way; the present stage is “${stage.en}”. The outcome will be told here. Thank you for being ready to serve.`,
        }
      : {
          zh: '正在办理。有结果后会在这里告诉您。感谢您愿意为村里出力。',
          en: 'It is under way. The outcome will be told here. Thank you for being ready to serve.',
        },
  withdrawn: (_nominee, { hasLeft = false }) => {
    const pool = hasLeft ? NOTHING : OWN_DECISION
    return {
      zh: `按本人意愿，您已退出本轮提名。这不影响您以后再次报名或者被推荐。${pool.zh}感谢您参与。`,
      en: `By your own wish you are out of this nomination. You may put yourself forward or be recommended again at any time. ${pool.en}Thank you for taking part.`,
    }
  },
  stopped: (_nominee, around) =>
    notChosen(
      {
        zh: '经组织研究，这次没有把您列为继续办理的人选。',
        en: 'After consideration your nomination does not go further this time.',
      },
      around,
    ),
}

const OF_OUTCOME: Record<NonNullable<Ended['outcome']>, Saying> = {
  elected: (nominee) => {
    const term = termOf(nominee)
    return {
      zh: `您已当选${term.zh}。祝贺您，感谢乡亲们的信任，也感谢您承担这份责任。`,
      en: `You were elected${term.en}. Congratulations, and thank you for taking on this duty.`,
    }
  },
  appointed: (nominee) => {
    const term = termOf(nominee)
    return {
      zh: `经上级党组织批准，您已担任这一党组织职务${term.zh}。祝贺您，感谢您承担这份责任。`,
      en: `With the approval of the higher Party organisation you hold this Party post${term.en}. Congratulations, and thank you for taking on this duty.`,
    }
  },
  reserve: () => ({
    zh: '您已列为村级后备人才，今后的培训、帮带和岗位锻炼会优先考虑您。感谢您的付出和等待。',
    en: 'You are now a reserve for village posts and come first for training, mentoring and trial posts. Thank you for your effort and patience.',
  }),
  'not-chosen': (_nominee, around) =>
    notChosen(
      {
        zh: '依照选举结果，您这次没有当选。能够站出来参选，本身就是对村里的支持。',
        en: 'By the result of the election you were not elected this time. To stand for it was a service to the village in itself.',
      },
      around,
    ),
}

/** S0 §2.5, S3.2, S4: told in a talk; and stays in the pool, or leaves by own wish. */
function notChosen(said: Words, { talkedOn = null, hasLeft = false }: Around): Words {
  const talk = talkedOn === null ? TALK_DUE : talkHeld(talkedOn)
  const pool = hasLeft ? NOTHING : STAYS
  return {
    zh: `${said.zh}${talk.zh}${pool.zh}感谢您的参与和理解。`,
    en: `${said.en} ${talk.en} ${pool.en}Thank you for taking part.`,
  }
}

function talkHeld(day: string): Words {
  return { zh: `组织上已于 ${day} 与您谈话。`, en: `Somebody talked with you on ${day}.` }
}

const TALK_DUE = {
  zh: '组织上会安排专人与您当面谈话，听取您的想法。',
  en: 'Somebody will be sent to talk with you in person and to hear your thoughts.',
}
const STAYS = {
  zh: '您仍在人才库中，今后有合适的岗位会继续考虑；如本人不愿保留，可以随时提出退出。',
  en: 'You stay in the pool and will be considered again where a post fits; if you would rather not, you may leave it at any time. ',
}
const OWN_DECISION = {
  zh: '是否留在人才库，由您自己决定。',
  en: 'Whether you stay in the pool is your own decision. ',
}
const NOTHING = { zh: '', en: '' }

function termOf({ termStartsOn, termEndsOn }: Ended): Words {
  if (termStartsOn === null || termEndsOn === null) return { zh: '', en: '' }
  return {
    zh: `，任期自 ${termStartsOn} 至 ${termEndsOn}`,
    en: ` for the term from ${termStartsOn} to ${termEndsOn}`,
  }
}

function namesOf(posts: string[]): Words {
  const known = posts.flatMap((post) => postWords[post as Post] ?? [])
  return {
    zh: known.map(({ zh }) => zh).join('、'),
    en: known.map(({ en }) => en).join(' and '),
  }
}
