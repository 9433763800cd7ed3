/**
 * Calls back when the coming frame has been drawn: the layout is clean then, and asking for places
 * forces none.
 */
export function afterFrame(call: () => void): void {
  requestAnimationFrame(() => {
    const channel = new MessageChannel()
    channel.port1.addEventListener('message', call, { once: true })
    channel.port1.start()
    channel.port2.postMessage(undefined)
  })
}
