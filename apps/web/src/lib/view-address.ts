import { defaultStringifySearch } from '@tanstack/react-router'

/** The address of the sessions page under these filters, as the router writes it. */
export const viewAddress = (search: object): string => `/sessions${defaultStringifySearch({ ...search })}`
