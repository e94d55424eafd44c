import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Switch.layer.css'
import { NativeSelect, Switch, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { languageFor, languageName, languages } from '../../../lib/languages.ts'
import type { ResubmitPlan } from './resubmit-plan.ts'
import type { ResubmitValues } from './resubmit-dialog.tsx'
import classes from './resubmit.module.css'

/** The one e-mail of Didit's: whether, to whom, in which language, and what will stand in it. */
export function ResubmitMail({ form, plan, own }: { form: UseFormReturnType<ResubmitValues>; plan: ResubmitPlan; own: string | null }) {
  const { notify, email, language } = form.values
  const replaced = own !== null && own.trim() !== '' && languageFor(own) === 'en' && !/^en\b/iu.test(own)
  return (
    <div className={classes.mail}>
      <Switch
        label="Didit writes to the applicant, once"
        description={notify ? undefined : 'Without it nobody tells them: send them the link yourself.'}
        {...form.getInputProps('notify', { type: 'checkbox' })}
      />
      {notify && (
        <>
          <div className={classes.two}>
            <TextInput label="E-mail" type="email" autoComplete="off" {...form.getInputProps('email')} />
            <NativeSelect
              label="Language"
              data={languages}
              description={replaced ? `Didit does not write in ${languageName(own)}.` : undefined}
              {...form.getInputProps('language')}
            />
          </div>
          <section className={classes.letter} aria-label="What Didit sends">
            <p>
              One e-mail to <bdi>{email.trim() === '' ? 'the address above' : email.trim()}</bdi> in {languageName(language)}, in Didit’s
              own text, which we do not know word for word.{' '}
              {plan.alone ? 'It tells the new state of the session.' : 'It asks them to continue and holds their link.'}
            </p>
            {!plan.alone && (
              <p>
                It names Didit’s reasons for each step
                {plan.reasons.length === 0 ? '; none are recorded for these.' : `: ${plan.reasons.slice(0, 6).join('; ')}`}
                {plan.reasons.length > 6 && ` and ${plan.reasons.length - 6} more`}
                {plan.reasons.length > 0 && '.'}
              </p>
            )}
          </section>
        </>
      )}
    </div>
  )
}
