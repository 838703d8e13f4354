/** Where to go after signing in: a path of the portal's own, never another site's, whatever the address bar says. */

const NOWHERE = "http://portal.invalid";
const LENGTH_MAX = 2000;

/** The path and query if they lead to a page of this portal (and not to the sign-in itself); else «/». */
export function safeReturnPath(given: string | null | undefined): string {
  if (!given || given.length > LENGTH_MAX || !URL.canParse(given, NOWHERE)) return "/";
  const url = new URL(given, NOWHERE);
  const path = `${url.pathname}${url.search}`;
  // The given text must begin with one slash: `//host`, `/\host` and `http:/x` resolve in surprising ways.
  const isOwn = url.origin === NOWHERE && /^\/(?![/\\])/.test(given) && /^\/(?!\/)/.test(path);
  return isOwn && !/^\/(sign-in|password|api)(\/|\?|$)/.test(path) ? path : "/";
}

/** Address of the sign-in page that comes back to this path. */
export function signInHref(path: string | null | undefined): string {
  const back = safeReturnPath(path);
  return back === "/" ? "/sign-in" : `/sign-in?return=${encodeURIComponent(back)}`;
}
