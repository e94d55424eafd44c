/** Leaves a field for the warning of the same case that is being answered, so that the focus is never lost. */
export function backToWarning(field: HTMLElement): void {
  field.blur()
  // The next case may be laid out behind this one: only what stands around the field is searched.
  for (let around = field.parentElement; around; around = around.parentElement) {
    const card = around.querySelector<HTMLElement>('[data-current-warning]')
    if (!card && around.tagName !== 'MAIN') continue
    return (card ?? around).focus({ preventScroll: true })
  }
}
