import { Problem } from '../problem.ts'

export const noCourse = () =>
  new Problem('not-found', {
    zh: '没有这个培训班，或不在本账号的范围。请从培训班列表中选择。',
    en: 'There is no such course, or it is out of your reach. Choose one from the list.',
  })

export const notYours = () =>
  new Problem('not-permitted', {
    zh: '这个培训班由主办单位管理，您的账号可以查看，不能修改。请联系主办单位。',
    en: 'The office whose course it is looks after it; your account may read it. Ask that office.',
  })

export const notTrainer = () =>
  new Problem('not-permitted', {
    zh: '授课老师可以登记考勤、成绩和证书；办班、加人、结业和取消由主办单位办理。请联系主办单位。',
    en: 'A trainer enters attendance, results and certificates; making, filling, finishing and cancelling a course is the office’s. Ask that office.',
  })

export const isCancelled = () =>
  new Problem('conflict', {
    zh: '培训班已取消，不能再登记。如需继续，请先由主办单位恢复。',
    en: 'The course is cancelled: nothing is entered any more. Its office can take the cancelling back.',
  })

export const notNow = (zh: string, en: string) => new Problem('conflict', { zh, en })

export const isAhead = (day: string) => ({
  zh: `这一课安排在 ${day}，还没有到，不能登记考勤。请在当天或之后登记。`,
  en: `The part is on ${day}, which is ahead: attendance is entered on the day or later.`,
})

export const NOT_A_PARTICIPANT = {
  zh: '此人不在本班学员名单上（可能刚被移出）。请刷新页面；确实参加的，请主办单位先加入名单。',
  en: 'The person is not a participant (perhaps taken off just now). Read the page again; the office adds whoever did take part.',
}

export const TWICE = {
  zh: '同一人出现了两次，无法判断以哪一条为准。请只保留一条。',
  en: 'The same person is there twice, so it is not clear which counts. Keep one.',
}

export const NO_SESSION = {
  zh: '本班没有这一课，课程安排可能刚调整过。请刷新页面后再登记。',
  en: 'The course has no such part; it may have been changed just now. Read the page again.',
}
