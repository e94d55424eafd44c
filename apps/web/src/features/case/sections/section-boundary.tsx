import { Component, type ReactNode } from 'react'
import classes from './sections.module.css'

/** Keeps a part that cannot be laid out from taking the case with it; `instead` shows the same data plainly. */
export class SectionBoundary extends Component<{ instead: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <>
        <p className={classes.attention} role="alert">
          This part could not be laid out. Its fields stand below as they came.
        </p>
        {this.props.instead}
      </>
    )
  }
}
