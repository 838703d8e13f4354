/** Where proxy.ts tells pages their own path: it overwrites whatever a browser sends under this name. */
export const PATH_HEADER = "x-portal-path";
