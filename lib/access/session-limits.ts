/**
 * How long a sign-in lasts. Idle: books must not stay open on a desk over lunch. Absolute: one working day, so that a cookie
 * that leaked is worth nothing the next morning. Kept in the database (`portal.sessions`), since a cookie cannot be called back.
 */
export const SESSION_IDLE_MS = 3_600_000;
export const SESSION_MAX_MS = 8 * 3_600_000;
