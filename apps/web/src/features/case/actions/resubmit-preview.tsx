import type { SessionDetail } from '@verdict/contract/case'
import { day, plural } from '../../../lib/format.ts'
import { type ApplicantAct, applicantWords } from './applicant-words.ts'
import { isRightToLeft, languageName } from '../../../lib/languages.ts'
import type { ResubmitPlan } from './resubmit-plan.ts'
import classes from './resubmit.module.css'

/** The list of steps that the applicant gets, drawn small, in their language. */
function NextScreen({ screens, language }: { screens: ResubmitPlan['screens']; language: string }) {
  const { words, language: shown } = applicantWords(language)
  return (
    <figure className={classes.screen} aria-labelledby="next-screen">
      <figcaption id="next-screen">What the applicant sees next</figcaption>
      <div className={classes.phone} lang={shown} dir={isRightToLeft(shown) ? 'rtl' : 'ltr'}>
        <b>{words.title}</b>
        {screens.length === 0 ? (
          <p lang="en" dir="ltr">
            Nothing: no step for them is chosen.
          </p>
        ) : (
          <ol>
            {screens.map(({ key, act }) => (
              <li key={key}>{words[act satisfies ApplicantAct]}</li>
            ))}
          </ol>
        )}
      </div>
      <small>
        In our words; Didit’s screens may say it differently.
        {shown !== language.split('-')[0] && ` We have none in ${languageName(language)}, so this is English.`}
      </small>
    </figure>
  )
}

/** What becomes of the session, said before it happens. */
function Aftermath({ session, plan }: { session: SessionDetail; plan: ResubmitPlan }) {
  const labels = plan.atOnce.map(({ label }) => label).join(', ')
  return (
    <dl className={classes.aftermath} aria-label="What happens then">
      {plan.alone ? (
        <div>
          <dt>Session</dt>
          <dd>Nobody is asked. Didit runs {labels} at once and sets the new state itself: approved, declined or in review.</dd>
        </div>
      ) : (
        <>
          <div>
            <dt>Session</dt>
            <dd>Becomes “Asked again” until the applicant is done; then Didit judges it anew.</dd>
          </div>
          <div>
            <dt>Link</dt>
            <dd>
              The same link works again and its time starts anew
              {session.expiresAt === null ? '.' : `; the present end is ${day(session.expiresAt)}.`}
            </dd>
          </div>
          {plan.atOnce.length > 0 && (
            <div>
              <dt>By itself</dt>
              <dd>Didit runs {labels} without the applicant.</dd>
            </div>
          )}
        </>
      )}
    </dl>
  )
}

/** Asked again by somebody else: Didit's trail does not say for what. */
function Elsewhere({ count, last }: { count: number; last: string | null }) {
  if (count === 0) return null
  return (
    <p className={classes.elsewhere}>
      Asked again {plural(count, 'time')} outside this desk{last === null ? '' : `, last on ${day(last)}`}. Didit does not tell for which
      steps.
    </p>
  )
}

export function ResubmitPreview({ session, plan, language }: { session: SessionDetail; plan: ResubmitPlan; language: string }) {
  return (
    <aside className={classes.preview} aria-label="What follows">
      <NextScreen screens={plan.screens} language={language} />
      <Aftermath session={session} plan={plan} />
      <Elsewhere {...session.actions.resubmit.askedElsewhere} />
    </aside>
  )
}
