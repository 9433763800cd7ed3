import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sayPromises } from '../../components/promises.ts'

it('the welcome page promises what PRIVACY.md promises, word for word', () => {
  const privacy = readFileSync('PRIVACY.md', 'utf8').replaceAll(/\s+/g, ' ')
  expect(sayPromises().length).toBeGreaterThan(2)
  for (const promise of sayPromises()) expect(privacy).toContain(promise)
})
