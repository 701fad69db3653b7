import type { Words } from '../../matching/types.ts'
import { Problem, type ProblemType } from '../problem.ts'

/** Why a paper could not be made, for whoever asked. */
export function failureOf(error: unknown): { type: ProblemType; detail: Words } {
  if (error instanceof Problem) return { type: error.type, detail: error.detail }
  return {
    type: 'unforeseen',
    detail: {
      zh: '生成时遇到没有预料的错误，已记入日志。请重新生成；再次出现时请联系系统管理员。',
      en: 'An unforeseen error was logged. Make it again; if it happens again, tell the administrator.',
    },
  }
}
