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
  /** Where the embedded database, the secrets and the sample archive are kept. */
  PORTAL_DATA_DIR: z.string().min(1).default(".data"),
  CHROMIUM_PATH: z.string().optional(),
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
