import type { Clause } from './detect-actions.ts'

const PRESS =
  /^(?:reuters|bloomberg|afp|ap|cnn|cnbc|bbc|reporters|journalists|newspapers?|press|media|nikkei)$/

/** Whether a verb's object is the press, "officials informed journalists": it is told everything. */
export function informsPress({ tokens }: Clause, at: number): boolean {
  if (!/^(?:inform|notif|alert|brief|advis)/.test(tokens[at]?.norm ?? '')) return false
  const object = /^(?:the|a)$/.test(tokens[at + 1]?.norm ?? '') ? at + 2 : at + 1
  return PRESS.test(tokens[object]?.norm ?? '')
}
