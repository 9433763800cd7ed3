import { askName } from './element-name.ts'
import { findIn, isInPage, parentOf } from './form-safe.ts'
import {
  isBlank,
  isBlock,
  isElement,
  isInSkipped,
  isShadowRoot,
  isSkipped,
  isText,
  ownerOf,
  type Owner,
} from './text-blocks.ts'

/**
 * What is to be read again: `true` with everything under it, `false` only the text that it owns
 * itself.
 */
export type Roots = Map<Owner, boolean>

/** Attributes that hide and show most, a slot's name among them, and the one that makes text a draft. */
const EDITING = 'contenteditable'
export const WATCHED_ATTRIBUTES = ['class', 'hidden', 'open', 'style', 'slot', 'name', EDITING]

/** A change, with its nodes as the browser has told them once: each question to it takes a while. */
export type Change = {
  record: MutationRecord
  type: MutationRecordType
  target: Node
  added: Node[]
  removed: Node[]
}

export function readChange(record: MutationRecord): Change {
  const { type, target, addedNodes, removedNodes } = record
  return { record, type, target, added: listOf(addedNodes), removed: listOf(removedNodes) }
}

function listOf(nodes: NodeList): Node[] {
  const list: Node[] = []
  const { length } = nodes
  for (let at = 0; at < length; at++) list.push(nodes[at] as Node)
  return list
}

/** Empty while a script is replacing the document. */
export function wholePage(): Roots {
  const root = document.documentElement as Element | null
  return new Map(root ? [[root, true]] : [])
}

/** Whether a change may only have shown or hidden something. */
export function isRevealing(change: MutationRecord): boolean {
  return change.type === 'attributes' && change.attributeName !== EDITING
}

/** What tells how other elements are laid out, or whether they are at all. */
const RULERS = 'style,link,slot'
const isRuler = askName((name) => RULERS.split(',').includes(name.toLowerCase()))
const isStyle = askName((name) => name === 'STYLE')

/** Whether a change may have shown, hidden or parted text elsewhere: it concerns style sheets or slots. */
export function isRestyling({ target, added, removed }: Change): boolean {
  const place = isElement(target) ? target : parentOf(target)
  const isInStyle = place !== null && isElement(place) && isStyle(place)
  return isInStyle || added.some(hasRuler) || removed.some(hasRuler)
}

function hasRuler(node: Node): boolean {
  if (!isElement(node)) return false
  return isRuler(node) || (node.firstElementChild !== null && findIn(node, RULERS) !== null)
}

/** Adds what has to be read again after a change; `known` is a memory for one batch of them. */
export function noteChange(change: Change, dirty: Roots, known: Map<Node, Owner>): void {
  const { record, type, target, added, removed } = change
  const isEdit = type === 'attributes'
  // What may be edited is itself never read: what is around it is.
  const owner = ownerOf((isEdit && parentOf(target)) || target, known)
  if (!owner) {
    // The document itself: its root element came or went.
    for (const [root] of wholePage()) dirty.set(root, true)
    return
  }
  if (isEdit) return addRoot(dirty, owner, true)
  if (type === 'characterData') return addRoot(dirty, owner, false)
  // A block that comes or goes parts or joins the texts beside it, those around an inline element too.
  const joins = target !== owner || isBesideText(record)
  if (joins || added.some(isInline) || removed.some(isInline)) addRoot(dirty, owner, false)
  for (const node of added) addBlocks(dirty, node, known)
  // What was removed is found by its owners no longer being in the document.
  if (dirty.size === 0 && removed.length > 0) addRoot(dirty, owner, false)
}

function isBesideText({ previousSibling: before, nextSibling: behind }: MutationRecord): boolean {
  return (
    isInline(isBlank(before) ? before.previousSibling : before) ||
    isInline(isBlank(behind) ? behind.nextSibling : behind)
  )
}

/** Text, or an element that stands in the text around it. */
function isInline(node: Node | null | undefined): boolean {
  if (!node) return false
  return isText(node) ? !isBlank(node) : isElement(node) && !isBlock(node)
}

function addBlocks(dirty: Roots, node: Node, known: Map<Node, Owner>): void {
  if (!isElement(node)) return
  if (isBlock(node)) addRoot(dirty, node, true)
  // An inline element may hold blocks (a link around a whole teaser): its owner is read in full.
  else if (node.firstElementChild) addRoot(dirty, ownerOf(node, known) ?? node, true)
}

export function addRoot(dirty: Roots, owner: Owner, deep: boolean): void {
  dirty.set(owner, deep || (dirty.get(owner) ?? false))
}

/** Drops roots that are gone, that are never read, or that stand under one that is read in full. */
export function withoutNested(roots: Roots): Roots {
  const isUnder = askUnder(roots)
  // A feed brings hundreds with the same parent.
  const known = new Map<ParentNode, boolean>()
  const isOutside = (parent: ParentNode): boolean => {
    const before = known.get(parent)
    if (before !== undefined) return before
    const outside = isUnder(parent) || (isPlace(parent) && isInSkipped(parent))
    known.set(parent, outside)
    return outside
  }
  const left: Roots = new Map()
  for (const [owner, deep] of roots) {
    if (!isInPage(owner)) continue
    const parent = isShadowRoot(owner) ? null : parentOf(owner)
    const isOut = parent ? isOutside(parent) || isSkipped(owner as Element) : isInSkipped(owner)
    if (!isOut) left.set(owner, deep)
  }
  return left
}

/** Asks whether a place is a root that is read in full, or stands under one; many have the same parent. */
export function askUnder(roots: Roots): (place: ParentNode | null) => boolean {
  const known = new Map<ParentNode | null, boolean>([[null, false]])
  return (place) => {
    const passed: (ParentNode | null)[] = []
    let at = place
    while (!known.has(at) && !roots.get(at as Owner)) {
      passed.push(at)
      at = at && parentOf(at)
    }
    const answer = known.get(at) ?? true
    for (const one of passed) known.set(one, answer)
    return answer
  }
}

function isPlace(node: Node): node is Owner {
  return isElement(node) || isShadowRoot(node)
}
