/** A tab out of sight draws nothing; nobody waits longer for a frame. Milliseconds. */
const longest = 100

/** Resolves when the frame that is being made is drawn: for questions that the picture does not wait for. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longest)
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => {
        clearTimeout(timer)
        port1.close()
        resolve()
      })
      port1.start()
      port2.postMessage(null)
    })
  })
}
