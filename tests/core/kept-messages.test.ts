import { describe, expect, it } from 'vitest'
import { keepMessages } from '../../core/kept-messages.ts'

/** A browser's messages, until its extension is gone. */
function createBrowser() {
  const state = { gone: false, asked: 0 }
  const lookup = keepMessages((key, [first = '', second = '']) => {
    if (state.gone) throw new Error('Extension context invalidated.')
    state.asked += 1
    return key === 'greet' ? `Good day, ${second} and ${first}.` : ''
  })
  return { state, lookup }
}

describe('messages in a page', () => {
  it('have their values, each time those of that time', () => {
    const { lookup } = createBrowser()
    expect(lookup('greet', ['a', 'b'])).toBe('Good day, b and a.')
    expect(lookup('greet', ['c', 'd'])).toBe('Good day, d and c.')
  })

  it('that were said once can be said with other values when the extension is gone', () => {
    const { state, lookup } = createBrowser()
    lookup('greet', [])
    state.gone = true
    expect(lookup('greet', ['a', 'b'])).toBe('Good day, b and a.')
  })

  it('are empty, and no fault, where they were never said before', () => {
    const { state, lookup } = createBrowser()
    state.gone = true
    expect(lookup('greet', ['a', 'b'])).toBe('')
  })

  it('are asked for once, also those that do not exist', () => {
    const { state, lookup } = createBrowser()
    for (const key of ['greet', 'none', 'greet', 'none']) lookup(key, [])
    expect(state.asked).toBe(2)
  })
})
