import { describe, expect, it } from 'vitest'
import { splitBlocks } from '../../../core/detect/split-blocks.ts'

const blocksOf = (text: string) => splitBlocks(text).map(({ start, end }) => text.slice(start, end))

describe('splitBlocks', () => {
  it('ends a block at an empty line', () => {
    expect(blocksOf('one\n\ntwo')).toEqual(['one', 'two'])
  })
  it('keeps a line that was wrapped together with the next', () => {
    const text = 'The committee on the export of goods to\nsanctioned countries met in the capital.'
    expect(blocksOf(text)).toEqual([text])
  })
  it('ends a block after a heading', () => {
    const text =
      'A ban\nIn October the regulator of the country barred two vendors from its networks.'
    expect(blocksOf(text)).toEqual(text.split('\n'))
  })
  it('keeps a ragged line together with the next where its sentence or a name goes on', () => {
    const text =
      'The committee heard from the makers, among them Huawei\nTechnologies Co., Ltd., and from operators who buy\nwhat they make.'
    expect(blocksOf(text)).toEqual([text])
  })
  it('keeps list items apart', () => {
    expect(blocksOf('- one thing or another\n- two things or others')).toHaveLength(2)
  })
  it('takes long lines for paragraphs', () => {
    const line = 'word '.repeat(40).trim()
    expect(blocksOf(`${line}\n${line}`)).toEqual([line, line])
  })
  it('finds nothing in white space', () => {
    expect(blocksOf(' \n\n \n')).toEqual([])
  })
})
