import { createFileRoute } from '@tanstack/react-router'
import { NotFoundPage } from '../ui/shell/not-found-page.tsx'

/** Any other address: said inside the shell, so that the way on is in sight. */
export const Route = createFileRoute('/_desk/$')({ component: NotFoundPage })
