import { askName } from './element-name.ts'
import { findIn, parentOf } from './form-safe.ts'
import {
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
export function isRestyling({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  const place = isElement(target) ? target : parentOf(target)
  const isInStyle = place !== null && isElement(place) && isStyle(place)
  return isInStyle || hasRuler(addedNodes) || hasRuler(removedNodes)
}

function hasRuler(nodes: NodeList): boolean {
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (!node || !isElement(node)) continue
    if (isRuler(node) || (node.firstElementChild && findIn(node, RULERS))) return true
  }
  return false
}

/** Adds what has to be read again after a change; `known` is a memory for one batch of them. */
export function noteChange(change: MutationRecord, dirty: Roots, known: Map<Node, Owner>): void {
  const isEdit = change.type === 'attributes'
  // What may be edited is itself never read: what is around it is.
  const owner = ownerOf((isEdit && parentOf(change.target)) || change.target, known)
  if (!owner) {
    // The document itself: its root element came or went.
    for (const [root] of wholePage()) dirty.set(root, true)
    return
  }
  if (isEdit) return addRoot(dirty, owner, true)
  if (change.type === 'characterData') return addRoot(dirty, owner, false)
  const { target, addedNodes, removedNodes } = change
  // A block that comes or goes parts or joins the texts beside it, those around an inline element too.
  const joins = target !== owner || isBesideText(change)
  if (joins || hasInline(addedNodes) || hasInline(removedNodes)) addRoot(dirty, owner, false)
  for (let at = 0; at < addedNodes.length; at++) addBlocks(dirty, addedNodes[at], known)
  // What was removed is found by its owners no longer being in the document.
  if (dirty.size === 0 && removedNodes.length > 0) addRoot(dirty, owner, false)
}

function hasInline(nodes: NodeList): boolean {
  for (let at = 0; at < nodes.length; at++) if (isInline(nodes[at])) return true
  return false
}

function isBesideText({ previousSibling: before, nextSibling: behind }: MutationRecord): boolean {
  return (
    isInline(isBlank(before) ? before.previousSibling : before) ||
    isInline(isBlank(behind) ? behind.nextSibling : behind)
  )
}

function isBlank(node: Node | null): node is Text {
  return node !== null && isText(node) && node.data.trim() === ''
}

/** Text, or an element that stands in the text around it. */
function isInline(node: Node | null | undefined): boolean {
  if (!node) return false
  return isText(node) ? node.data.trim() !== '' : isElement(node) && !isBlock(node)
}

function addBlocks(dirty: Roots, node: Node | undefined, known: Map<Node, Owner>): void {
  if (!node || !isElement(node)) return
  if (isBlock(node)) addRoot(dirty, node, true)
  // An inline element may hold blocks (a link around a whole teaser): its owner is read in full.
  else if (node.firstElementChild) addRoot(dirty, ownerOf(node, known) ?? node, true)
}

export function addRoot(dirty: Roots, owner: Owner, deep: boolean): void {
  dirty.set(owner, deep || (dirty.get(owner) ?? false))
}

/** Drops roots that are gone, that are never read, or that stand under one that is read in full. */
export function withoutNested(roots: Roots): Roots {
  // A feed brings hundreds with the same parent.
  const known = new Map<Node, boolean>()
  const isOutside = (parent: ParentNode): boolean => {
    const before = known.get(parent)
    if (before !== undefined) return before
    const outside = isUnderDeep(parent, roots) || (isPlace(parent) && isInSkipped(parent))
    known.set(parent, outside)
    return outside
  }
  return new Map(
    [...roots].filter(([owner]) => {
      if (!owner.isConnected) return false
      const parentNode = parentOf(owner)
      if (isShadowRoot(owner) || !parentNode) return !isInSkipped(owner)
      return !isOutside(parentNode) && !isSkipped(owner)
    }),
  )
}

function isUnderDeep(parent: ParentNode, roots: Roots): boolean {
  for (let at: Node | null = parent; at; at = parentOf(at))
    if (isPlace(at) && roots.get(at)) return true
  return false
}

function isPlace(node: Node): node is Owner {
  return isElement(node) || isShadowRoot(node)
}
