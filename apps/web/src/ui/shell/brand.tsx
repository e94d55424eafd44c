import styles from './rail.module.css'

export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden className={styles.brandMark}>
      <rect width="20" height="20" rx="5" fill="var(--v-brand)" />
      <path
        d="M6 10.3l2.8 2.8L14 7.4"
        fill="none"
        stroke="var(--v-brand-mark)"
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
