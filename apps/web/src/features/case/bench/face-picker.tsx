import { mediaUrl } from '../../../lib/api.ts'
import { ariaKeys } from '../../../lib/keys/key-names.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import classes from './face-picker.module.css'
import type { BenchState } from './use-bench.ts'

/** Keys 1 to 9 put the first nine faces on the bench and take them away. */
export const keyed = 9

/** Which faces lie on the bench: two to four. */
export function FacePicker({ sessionId, bench }: { sessionId: string; bench: BenchState }) {
  return (
    <ul className={classes.picker} aria-label="Faces to compare, two to four">
      {bench.all.map((face, index) => (
        <li key={face.ref}>
          <button
            type="button"
            aria-pressed={bench.faces.includes(face)}
            aria-keyshortcuts={index < keyed ? ariaKeys(String(index + 1)) : undefined}
            title={face.about}
            onClick={() => bench.toggleFace(face)}
          >
            <img src={mediaUrl(sessionId, face.ref)} alt="" width={28} height={36} decoding="async" loading="lazy" />
            <span>
              <bdi>{face.label}</bdi>
              <span className="v-hidden">, {face.about}</span>
            </span>
            {index < keyed && <KeyHint keys={String(index + 1)} />}
          </button>
        </li>
      ))}
    </ul>
  )
}
