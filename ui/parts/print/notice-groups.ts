import type { Noticed, NoticeText } from '../../prints.ts'

type Group = {
  stage: NoticeText['stages'][number]
  /** Null: not published yet. */
  published: Noticed['published']
  people: Noticed[]
}

/** People whose notices run over the same days at the same place stand in one text. */
export function noticeGroups(notice: NoticeText | undefined): Group[] {
  const groups = Map.groupBy(notice?.people ?? [], ({ stage, published }) =>
    JSON.stringify([stage, published]),
  )
  return [...groups.values()].flatMap((people) => {
    const { stage: id, published } = people[0]!
    const stage = notice?.stages.find((one) => one.id === id)
    return stage ? [{ stage, published, people }] : []
  })
}
