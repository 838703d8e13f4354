/** Whether the portal answers and its database with it; for `npm start` and for monitors. Says nothing else. */
import { database } from "@/app/_session/database";
import { checkHealth } from "@/lib/operations/check-health";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const ok = await checkHealth(database());
  return Response.json({ ok }, { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
