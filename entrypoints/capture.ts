import { defineUnlistedScript } from '#imports'
import { captureArticle } from '../page/capture/capture-article.ts'

/** Runs in a page only when somebody adds it to their sources, and answers what it holds. */
export default defineUnlistedScript(() =>
  captureArticle(document, 'page', Date.now(), location.href),
)
