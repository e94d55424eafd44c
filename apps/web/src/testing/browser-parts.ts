/* What a browser has and jsdom has not, as far as Mantine and the virtual list need it. */

/** A screen of 1440 × 900 that asks for nothing special. */
function matches(query: string): boolean {
  const min = /min-width:\s*(\d+)px/.exec(query)?.[1]
  const max = /max-width:\s*(\d+)px/.exec(query)?.[1]
  if (min === undefined && max === undefined) return false
  return (min === undefined || 1440 >= Number(min)) && (max === undefined || 1440 <= Number(max))
}

window.matchMedia = (query) => ({
  matches: matches(query),
  media: query,
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  dispatchEvent: () => false,
})

window.ResizeObserver = class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

window.scrollTo = () => undefined
Element.prototype.scrollIntoView = () => undefined
Element.prototype.scrollTo = () => undefined
Object.defineProperty(Element.prototype, 'clientHeight', { get: () => 800 })
Object.defineProperty(Element.prototype, 'clientWidth', { get: () => 1200 })
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { get: () => 800 })
Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { get: () => 1200 })
Object.defineProperty(document, 'fonts', { value: { addEventListener: () => undefined, removeEventListener: () => undefined } })
// jsdom loads no pictures, so none has anything to decode.
HTMLImageElement.prototype.decode = () => Promise.resolve()
