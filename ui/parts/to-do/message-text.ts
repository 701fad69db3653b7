import { personName, placeName } from '../../names.ts'
import type { Message } from '../../to-do.ts'
import { say, t } from '../../words/index.ts'

/** A message as one sentence; whoever is out of reach by now has no name in it. */
export function messageText(message: Message): string {
  const words = t().toDo.messages
  const { kind, nominee, talent, lateDays, drafts, moved } = message
  if (kind === 'meeting-late')
    return words.meetingLate(talent ? personName(talent.name) : words.someone, lateDays ?? 0)
  const who = whoIn(message)
  if (kind === 'handed-over')
    return nominee === null && drafts !== null
      ? words.handedOver(drafts, moved ?? 0)
      : words.handedInspection(who)
  if (kind === 'reminder') {
    const stage = nominee?.stage ? say(nominee.stage) : t().unknown
    return lateDays ? words.reminderLate(who, stage, lateDays) : words.reminder(who, stage)
  }
  return kind === 'outcome' ? words.outcome[stateIn(message)](who) : words[kind](who)
}

function whoIn({ nominee }: Message): string {
  const words = t().toDo.messages
  if (nominee === null) return words.someone
  return words.who(personName(nominee.name), placeName(nominee.place.name))
}

type State = keyof ReturnType<typeof t>['toDo']['messages']['outcome']

function stateIn({ state }: Message): State {
  return state === 'stopped' || state === 'withdrawn' || state === 'open' ? state : 'settled'
}
