import { createFileRoute } from '@tanstack/react-router'

export const Route = createFileRoute('/_desk/queue')({ component: () => null })
