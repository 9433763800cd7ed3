import { say } from '../core/words.ts'

/** What PRIVACY.md promises, in its own words; a test compares them. */
export function sayPromises(): string[] {
  return [say('welcome_promiseSends'), say('welcome_promiseKeeps'), say('welcome_promiseAsks')]
}
