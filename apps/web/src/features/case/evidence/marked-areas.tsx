import type { CSSProperties } from 'react'
import stageClasses from './evidence.module.css'
import classes from './marked-areas.module.css'
import type { Size } from './media-view.ts'
import { type Box, boxOf, type Region, regionWords } from './regions.ts'

// No area stands twice in a list.
const keyOf = ({ page, x, y, width, height }: Region) => [page, x, y, width, height].join(' ')

interface OutlineProps {
  regions: readonly Region[]
  picture: Size
  /** By how much `style` enlarges; lines and numbers keep their size. */
  scale: number
  style: CSSProperties
}

/** Outlines over a picture. Drawn in the picture's own measures under the picture's own transform. */
export function AreaOutlines({ regions, picture, scale, style }: OutlineProps) {
  return (
    <svg
      className={`${stageClasses.picture} ${classes.outlines}`}
      viewBox={`0 0 ${picture.width} ${picture.height}`}
      style={style}
      aria-hidden
      data-areas
    >
      {regions.map((region, index) => {
        const box = region.page === 1 ? boxOf(region, picture) : null
        if (!box) return null
        const [x, y] = [box.x * picture.width, box.y * picture.height]
        return (
          <g key={keyOf(region)}>
            <rect
              x={x}
              y={y}
              width={box.width * picture.width}
              height={box.height * picture.height}
              vectorEffect="non-scaling-stroke"
              strokeWidth={2 / scale}
            />
            <text x={x} y={y - (picture.height * 0.01) / scale} fontSize={(picture.height * 0.04) / scale}>
              {index + 1}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

interface Props {
  regions: readonly Region[]
  picture: Size | null
  /** Null where there is nothing to bring close. */
  onShow: ((box: Box) => void) | null
}

/** The same areas in words; a press brings one close. */
export function AreaList({ regions, picture, onShow }: Props) {
  return (
    <div className={classes.areas}>
      <b>{regions.length === 1 ? 'One area looks changed' : `${regions.length} areas look changed`}</b>
      <ol>
        {regions.map((region, index) => {
          const box = region.page === 1 ? boxOf(region, picture) : null
          const words = `${onShow === null || region.page > 1 ? `page ${region.page}, ` : ''}${regionWords(region, picture)}`
          return (
            <li key={keyOf(region)}>
              {onShow && box ? (
                <button type="button" onClick={() => onShow(box)}>
                  {index + 1}: {words}
                </button>
              ) : (
                <span>
                  {index + 1}: {words}
                  {onShow !== null && region.page > 1 && ', not on this picture'}
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
