import { Button, Select, Textarea } from '@mantine/core'
import { isRightToLeft, languageName, languages } from '../../../lib/languages.ts'
import { without } from '../../../lib/without.ts'
import classes from '../policy.module.css'
import { usePolicyForm, useReadOnly } from '../policy-form.ts'

interface Props {
  /** Of the reason. */
  path: string
  texts: Readonly<Record<string, string>>
}

/** What the applicant reads for a reason, language by language. */
export function ApplicantTexts({ path, texts }: Props) {
  const form = usePolicyForm()
  const readOnly = useReadOnly()
  const field = `${path}.applicantText`
  const rest = languages.filter(({ value }) => texts[value] === undefined)
  return (
    <div className={classes.texts}>
      <h3 className={classes.sub}>Texts for the applicant</h3>
      <p className={classes.about}>
        {Object.keys(texts).length === 0
          ? 'None: the applicant reads the label where it tells of no suspicion, else nothing.'
          : 'Without their language they read the English one.'}
      </p>
      {Object.keys(texts).map((language) => (
        <div key={language} className={classes.line}>
          <Textarea
            className={classes.grow ?? ''}
            label={languageName(language)}
            lang={language}
            dir={isRightToLeft(language) ? 'rtl' : 'ltr'}
            autosize
            minRows={1}
            maxRows={6}
            maxLength={1000}
            readOnly={readOnly}
            {...form.getInputProps(`${field}.${language}`)}
          />
          {readOnly ? null : (
            <Button
              size="xs"
              variant="default"
              aria-label={`Take out the text in ${languageName(language)}`}
              onClick={() => {
                form.clearFieldError(`${field}.${language}`)
                form.setFieldValue(field, without({ ...texts }, language))
              }}
            >
              Take out
            </Button>
          )}
        </div>
      ))}
      {readOnly ? null : (
        <Select
          className={classes.choice ?? ''}
          aria-label="Add a text in another language"
          placeholder="Add a language"
          data={rest}
          value={null}
          searchable
          nothingFoundMessage="Didit does not write in it."
          onChange={(language) => language !== null && form.setFieldValue(field, { ...texts, [language]: '' })}
        />
      )}
    </div>
  )
}
