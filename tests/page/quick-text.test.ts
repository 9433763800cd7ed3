import { parseHTML } from 'linkedom'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { textWithoutPrograms } from '../../page/quick-text.ts'

describe('what people may read of a page', () => {
  afterEach(() => vi.unstubAllGlobals())
  const read = (markup: string, at?: string) => {
    const { document } = parseHTML(`<!doctype html><html>${markup}</html>`)
    vi.stubGlobal('document', document)
    const node = at === undefined ? document : document.querySelector(at)?.firstChild
    return textWithoutPrograms(node as unknown as Node).trim()
  }

  test.each(['script', 'style', 'noscript', 'title', 'TITLE', 'svg><title'])(
    'is not what stands in a <%s>',
    (name) => {
      const markup = `<head></head><body><${name}>ZTE</${name.split('<').at(-1)}></body>`
      expect(read(markup)).toBe('')
      expect(read(markup, name.toLowerCase().split('<').at(-1))).toBe('')
    },
  )
  test('is all the rest, and of a text what stands around it', () => {
    const markup = '<head><title>News</title></head><body><p>Hua<wbr>wei</p><h1>ZTE</h1></body>'
    expect(read(markup)).toBe('HuaweiZTE')
    expect(read(markup, 'p')).toBe('Huawei')
  })
})
