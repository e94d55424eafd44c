/** Scrolls a row sideways just far enough that the element is wholly seen; nothing else moves. */
export function bringIntoRow(row: HTMLElement | null, element: HTMLElement | null | undefined): void {
  if (!row || !element) return
  const [left, right] = [element.offsetLeft - 12, element.offsetLeft + element.offsetWidth + 12]
  if (left < row.scrollLeft) row.scrollLeft = left
  else if (right > row.scrollLeft + row.clientWidth) row.scrollLeft = right - row.clientWidth
}
