import { Button } from '@mantine/core'
import { count } from '../../lib/format.ts'
import styles from './sessions.module.css'

interface Props {
  news: { value: number; exact: boolean }
  changed: boolean
  loading: boolean
  onShow: () => void
}

/** Says above the list that it would be another one now. */
export function NewsButton({ news, changed, loading, onShow }: Props) {
  return (
    <div role="status" className={changed ? styles.news : ''}>
      {changed && (
        <Button size="xs" radius={16} loading={loading} onClick={onShow}>
          {news.value > 0 ? `${news.exact ? '' : 'At least '}${count(news.value)} new · show` : 'The list has changed · show'}
        </Button>
      )}
    </div>
  )
}
