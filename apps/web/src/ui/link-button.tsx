import { Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

type AnchorButtonProps = ButtonProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> & { ref?: Ref<HTMLAnchorElement> }

function AnchorButton({ ref, ...props }: AnchorButtonProps) {
  return <Button {...props} component="a" data-link-button {...(ref ? { ref } : {})} />
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export const LinkButton = createLink(AnchorButton)
