import { WAITS_WORDS } from '../tables/words.ts'
import { type Figure, type Making, type Said, say } from './figure.ts'
import type { BoardOfRound, ReportRead } from './read.ts'

/** Nominees of a township who stand at one stage. */
export type ReviewRow = {
  township: string
  stage: string
  /** Who has to act, with how many wait for each where it is not one. */
  waits: string
  people: Figure
  late: number
  /** Calendar days that the first of them has been there. */
  days: number
}
export type Reviews = {
  isOpen: boolean
  rows: ReviewRow[]
  more: number
  totals: { people: Figure; late: Figure; days: Figure } | null
}

/** Lines that a paper has room for, what is late and waits longest first. */
const MOST = 20

type Cell = BoardOfRound['stages'][number] & { township: { code: string; name: string } }

/** Who waits where and how long: what the board of the open round shows, in figures. */
export function reviewsOf({ figure }: Making, read: ReportRead): Reviews {
  const { board } = read
  if (!board) return { isOpen: false, rows: [], more: 0, totals: null }
  const where = { address: `/rounds/${board.round.id}/board`, words: '换届轮次·看板' }
  const names = new Map(board.round.stages.map(({ id, words }) => [id, words.zh]))
  const cells = cellsHere(read, board)
  const sum = (of: 'count' | 'late') => cells.reduce((all, cell) => all + cell[of], 0)
  const figureOf = (name: string, value: number, unit: string, means: string) =>
    figure(name, value, unit, { name, how: null, means, where })
  const rows = cells.slice(0, MOST).map((cell): ReviewRow => {
    const stage = names.get(cell.stage) ?? cell.stage
    const name = `待审：${cell.township.name}·${stage}`
    const means = `停在这一环节的人选，其中逾期 ${cell.late} 人，最早的已停留 ${cell.oldestDays} 天`
    return {
      ...{ township: cell.township.name, stage, waits: waitsSaid(cell) },
      people: figureOf(name, cell.count, '人', means),
      ...{ late: cell.late, days: cell.oldestDays },
    }
  })
  return {
    ...{ isOpen: true, rows, more: cells.length - rows.length },
    totals: cells.length === 0 ? null : totalsOf(),
  }

  function totalsOf() {
    const longest = Math.max(...cells.map(({ oldestDays }) => oldestDays))
    return {
      people: figureOf('待审人选数', sum('count'), '人', '本轮换届尚在办理、没有办结的人选'),
      late: figureOf('待审逾期人数', sum('late'), '人', '停在一个环节、已过应办日期的人选'),
      days: figureOf('最长停留天数', longest, '天', '停在同一环节最久的人选，按日历天计'),
    }
  }
}

function cellsHere({ townships }: ReportRead, board: BoardOfRound): Cell[] {
  const here = new Set(townships.map(({ township }) => township.code))
  return board.townships
    .filter(({ township }) => here.has(township.code))
    .flatMap(({ township, cells }) => cells.map((cell) => ({ ...cell, township })))
    .toSorted((a, b) => b.late - a.late || b.oldestDays - a.oldestDays || b.count - a.count)
}

function waitsSaid({ waits }: Cell): string {
  const name = (waitsFor: string) => WAITS_WORDS[waitsFor] ?? '未知'
  if (waits.length === 1) return name(waits[0]!.waitsFor)
  return waits.map(({ waitsFor, count }) => `${name(waitsFor)}${count}人`).join('、')
}

/** 待审情况: how many are on the way, how many are late, and where most of these are. */
export function reviewsSaid({ isOpen, totals, rows }: Reviews): Said[] {
  if (!isOpen) return [['目前没有进行中的换届轮次，没有待审人选。']]
  if (!totals) return [['本轮换届没有待审人选。']]
  const late = rows.filter((row) => row.late > 0)
  const most = late.slice(0, 3).map(({ township, stage }) => `${township}的${stage}`)
  return [
    [
      ...say`本轮换届尚在办理的人选${totals.people}，其中逾期${totals.late}；停在同一环节最久的已${totals.days}。`,
      most.length === 0
        ? '没有逾期的环节，各环节人数见表6。'
        : `逾期较多的是${most.join('、')}，由办理单位逐人说明原因、明确办结时间（见表6）。`,
    ],
  ]
}

/** Stages of the open round; of one township, from the board, which tells nothing of those who are past a stage. */
export function stagesHere(read: ReportRead) {
  const { overview, townships, isTownship, board } = read
  const stages = overview.schedule?.stages ?? []
  const isPart = isTownship && overview.townships.length > 1
  if (!isPart) return stages.map((stage) => ({ ...stage, past: stage.past as number | null }))
  const own = board?.townships.find(({ township }) => township.code === townships[0]!.township.code)
  return stages.map((stage) => {
    const cell = own?.cells.find(({ stage: id }) => id === stage.id)
    return { ...stage, past: null, there: cell?.count ?? 0, late: cell?.late ?? 0 }
  })
}
