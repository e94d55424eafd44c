import type { AmlHit } from '@verdict/contract/feature-data'
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs'
import { fieldsOf, isEmpty } from '../model/json-shape.ts'
import { ClampedText } from '../parts/clamped-text.tsx'
import { Facts } from '../parts/facts.tsx'
import { Paged } from '../parts/generic-fields.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import comparison from './comparison.module.css'
import classes from './hit-view.module.css'
import { entriesOf, safeUrl, type ListEntry } from './list-entries.ts'

/** A way out of the house: the address is shown, nothing of ours goes along. Anything but http is only text. */
export function SourceLink({ address }: { address: string }) {
  const url = safeUrl(address)
  if (!url) return <ClampedText text={address} />
  return (
    <a href={url.href} target="_blank" rel="noreferrer noopener" className={classes.source}>
      <bdi>
        {url.host}
        {url.pathname === '/' ? '' : url.pathname}
      </bdi>
      <IconExternalLink size={14} aria-hidden />
      <span className="v-hidden">, opens a new tab</span>
    </a>
  )
}

function Entry({ entry }: { entry: ListEntry }) {
  return (
    <li className={classes.entry}>
      <p className={classes.entryHead}>
        <b>
          <ClampedText text={entry.title} />
        </b>
        <span>{entry.kind}</span>
      </p>
      <Facts rows={entry.facts} />
      {entry.sources.length > 0 && (
        <div className={classes.sources}>
          <span>{entry.sources.length === 1 ? 'Source' : 'Sources'}</span>
          <div>
            {entry.sources.slice(0, 20).map((address) => (
              <SourceLink key={address} address={address} />
            ))}
          </div>
        </div>
      )}
      <OtherFields data={entry.rest} shown={[]} />
    </li>
  )
}

const told = [
  'id',
  'caption',
  'matchScore',
  'riskScore',
  'reviewStatus',
  'datasets',
  'url',
  'scoreBreakdown',
  'properties',
  'sanctionMatches',
  'pepMatches',
  'warningMatches',
  'adverseMediaMatches',
  'linkedEntities',
  // Didit's former score of 0–1 for what `matchScore` says of 100.
  'score',
]

/** What the lists say of the hit, and everything else that came with it. */
export function ListDetails({ hit }: { hit: AmlHit }) {
  const entries = entriesOf(hit)
  return (
    <section className={comparison.part} aria-labelledby="hit-lists">
      <div className={comparison.partHead}>
        <h3 id="hit-lists">What the lists say</h3>
        {hit.url !== null && (
          <p>
            <SourceLink address={hit.url} />
          </p>
        )}
      </div>
      {entries.length === 0 && <p className={comparison.quiet}>Didit sent no entry of a list with this hit.</p>}
      <Paged items={entries} size={8}>
        {(shown) => (
          <ul className={classes.entries}>
            {shown.map((entry) => (
              <Entry key={entry.key} entry={entry} />
            ))}
          </ul>
        )}
      </Paged>
      <div className={classes.more}>
        {!isEmpty(hit.properties) && <OtherFields data={fieldsOf(hit.properties)} shown={[]} title="Properties of the list entry" />}
        <OtherFields data={hit} shown={told} title="Other fields of the hit" />
      </div>
    </section>
  )
}
