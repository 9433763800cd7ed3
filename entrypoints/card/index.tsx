import { defineUnlistedScript } from '#imports'
import { mountCard } from './mount-card.tsx'
import './card-view.ts'

export default defineUnlistedScript(() => {
  globalThis.sourceContextMountCard = mountCard
})
