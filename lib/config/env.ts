/** The only reader of process.env. Values are checked at once and named together when wrong, never printed. */
import { z } from "zod";
import { AppError } from "@/lib/errors/app-error";

const schema = z.object({
  /** A server of the operator's own; the role in it owns the portal's tables. Without it the embedded Postgres is used. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  /** Public address of the portal behind a reverse proxy, e.g. https://archive.example.go.th */
  PORTAL_URL: z.url().optional(),
  /** How many reverse proxies of the operator's own stand before the portal; 0: X-Forwarded-For counts for nothing. */
  PORTAL_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
  /** Where the embedded database, the secrets and the sample archive are kept. */
  PORTAL_DATA_DIR: z.string().min(1).default(".data"),
  CHROMIUM_PATH: z.string().optional(),
  /** The three of the web server alone, given by `npm start`: where its pages read from (the restricted role) … */
  PORTAL_APP_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  /** … the address that people open (https makes cookies secure) … */
  NEXTAUTH_URL: z.url().optional(),
  /** … and what its cookies are encrypted with. */
  NEXTAUTH_SECRET: z.string().min(32).optional(),
  /** Where the project lies, for the web server, which runs from a copy. */
  PORTAL_ROOT: z.string().optional(),
});

export type Env = z.infer<typeof schema>;

/** Reads the settings; throws an AppError naming every wrong one. Empty text counts as not given. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(
    Object.keys(schema.shape).map((key) => [key, source[key] === "" ? undefined : source[key]]),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))].join(", ");
  throw new AppError("set-up", `ค่าตั้งของระบบไม่ถูกต้อง (wrong setting): ${names}`);
}

/** Where people open the portal: stands in files, so that a telephone that reads their code finds their page. */
export function portalAddress({ PORTAL_URL, NEXTAUTH_URL, HOST, PORT }: Env = readEnv()): URL {
  return new URL(PORTAL_URL ?? NEXTAUTH_URL ?? `http://${HOST}:${PORT}`);
}

export interface ServerEnv {
  readonly appDatabaseUrl: string;
  readonly address: URL;
  readonly sessionSecret: string;
  readonly proxies: number;
}

/** What the web server cannot do without; throws an AppError naming what is missing. */
export function readServerEnv(source: Record<string, string | undefined> = process.env): ServerEnv {
  const env = readEnv(source);
  const { PORTAL_APP_DATABASE_URL, NEXTAUTH_URL, NEXTAUTH_SECRET } = env;
  if (PORTAL_APP_DATABASE_URL && NEXTAUTH_URL && NEXTAUTH_SECRET)
    return {
      appDatabaseUrl: PORTAL_APP_DATABASE_URL,
      address: new URL(NEXTAUTH_URL),
      sessionSecret: NEXTAUTH_SECRET,
      proxies: env.PORTAL_PROXIES,
    };
  const missing = Object.entries({ PORTAL_APP_DATABASE_URL, NEXTAUTH_URL, NEXTAUTH_SECRET }).flatMap(([name, value]) =>
    value ? [] : [name],
  );
  throw new AppError("set-up", `ค่าตั้งของระบบไม่ครบ (missing setting): ${missing.join(", ")} — เริ่มระบบด้วย npm start`);
}
