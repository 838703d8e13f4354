import "server-only";
/** For pages and handlers that anybody may use: the database, the time, and which network address asks, for the limits. */
import type { VerifyContext } from "@/lib/operations/verify-file";
import { currentAddress } from "./current-address";
import { database } from "./database";

export async function openContext(): Promise<VerifyContext> {
  return { database: database(), now: new Date(), address: await currentAddress() };
}
