const codes = new Set(['23505', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'])

/** Somebody else wrote the same key first. SQLite and PostgreSQL each have their own code for it. */
export const isUniqueViolation = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && codes.has(String(Reflect.get(error, 'code')))
