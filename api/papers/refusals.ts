import { Problem } from '../problem.ts'

export function tooManyPapers(most: number): Problem {
  return new Problem('too-many', {
    zh: `您已有 ${most} 份材料在生成或排队，请等其中一份完成，或取消几份后再试。`,
    en: `${most} of your papers are being made or wait: let one finish, or cancel some.`,
  })
}

export function noRoomForPapers(bytes: number): Problem {
  const most = Math.ceil(bytes / 1024 ** 2)
  return new Problem('too-many', {
    zh: `全部账号正在生成和保留的材料已占满内存上限（${most} MB）。请删除自己不再需要的材料，或一刻钟后再试。`,
    en: `Papers of all accounts fill the memory that there is for them (${most} MB). Remove those of yours that you have taken, or try again in a quarter of an hour.`,
  })
}

/** Also of somebody else's: nobody learns what others take out. */
export function noPaper(): Problem {
  return new Problem('not-found', {
    zh: '没有这份材料：材料只在生成后保留一刻钟，程序重新启动后也不再保留。请重新生成。',
    en: 'There is no such paper: it is kept for a quarter of an hour and gone after a restart. Make it again.',
  })
}

export function takenAlready(): Problem {
  return new Problem('already-finished', {
    zh: '这份材料较大，边生成边下载，只能下载一次。如下载没有完成，请重新生成。',
    en: 'This paper is large: it is taken while it is made, once. Make it again if the download was cut short.',
  })
}

export function cancelledPaper(): Problem {
  return new Problem('already-finished', {
    zh: '这份材料已取消，没有可下载的文件。请重新生成。',
    en: 'This paper was cancelled: there is no file. Make it again.',
  })
}
