import "server-only";
/** The network address that the present request comes from, as far as the operator's settings let it be told. */
import { headers } from "next/headers";
import { readServerEnv } from "@/lib/config/env";
import { clientAddress } from "./client-address";

export async function currentAddress(): Promise<string | null> {
  return clientAddress(await headers(), readServerEnv().proxies);
}
