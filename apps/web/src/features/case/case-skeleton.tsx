import classes from './case.module.css'

const widths = ['40%', '90%', '75%', '82%', '60%', '88%', '70%']

function Bones({ height = 20 }: { height?: number }) {
  return (
    <div className={classes.bones}>
      <div className={classes.boneHead} />
      {widths.map((width) => (
        <div key={width} className={classes.bone} style={{ width, height }} />
      ))}
    </div>
  )
}

/** The panes of a case while it is being read, in their final places. */
export function CaseSkeleton() {
  return (
    <div className={classes.case} role="status" aria-label="The case is being read" aria-busy>
      <div
        style={{
          height: 64,
          flex: 'none',
          borderBottom: '1px solid var(--v-line)',
          display: 'flex',
          alignItems: 'center',
          gap: 12,
          padding: '0 16px',
        }}
      >
        <div className={classes.bone} style={{ width: 32, height: 40, marginLeft: 140 }} />
        <div className={classes.bone} style={{ width: 220, height: 24 }} />
      </div>
      <div className={classes.panes}>
        <div style={{ background: 'var(--v-stage)', marginTop: 40, height: 'calc(48% - 40px)' }} />
        <Bones height={28} />
        <Bones />
      </div>
      <div style={{ height: 88, flex: 'none', borderTop: '1px solid var(--v-line)' }} />
    </div>
  )
}
