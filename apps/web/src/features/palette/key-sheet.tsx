import { Modal } from '@mantine/core'
import { keyCaps } from '../../lib/keys/key-names.ts'
import { useKeyGroups } from '../../lib/keys/keys-provider.tsx'
import { lettersSetting, useLettersOn } from '../../lib/keys/letters-setting.ts'
import { useReturnFocus } from '../../lib/return-focus.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import styles from './key-sheet.module.css'

/** Which keys exist on this page, and the one setting that turns the letters off. */
export function KeySheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  useReturnFocus()
  const groups = useKeyGroups()
  const lettersOn = useLettersOn()
  const titles = [...new Set(groups.map((group) => group.title))].toReversed()
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" size={760} closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className={styles.groups}>
        {titles.map((title) => (
          <section key={title} className={styles.group}>
            <h3>{title}</h3>
            <dl style={{ margin: 0 }}>
              {groups
                .filter((group) => group.title === title)
                .flatMap((group) => group.bindings)
                .filter((binding) => !binding.hidden)
                .map((binding) => (
                  <div key={binding.label} className={`${styles.row} ${binding.enabled === false ? styles.off : ''}`}>
                    <dt>
                      <span className="v-hidden">{binding.keys.map((key) => keyCaps(key).join(' ')).join(' or ')}</span>
                      {binding.keys.map((key) => (
                        <KeyHint key={key} keys={key} />
                      ))}
                    </dt>
                    <dd>{binding.label}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <div className={styles.foot}>
        <label className={styles.switch}>
          <input
            type="checkbox"
            checked={lettersOn}
            onChange={(event) => {
              lettersSetting.set(event.currentTarget.checked)
            }}
          />
          Single-letter keys
        </label>
        They work while no field, menu or dialog has focus. For two seconds after G no letter decides anything. Buttons and the palette
        (Ctrl K) do all of it too.
      </div>
    </Modal>
  )
}
