/** First start: makes the sample archive, loads it, and adds its accounts, so that there is something to look at. */
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import type { Database } from "@/db/client";
import { operatorActor } from "@/lib/access/actor";
import { addUser } from "@/lib/operations/add-user";
import { listSnapshots } from "@/lib/operations/list-snapshots";
import { listUsers } from "@/lib/operations/list-users";
import { loadArchive } from "@/lib/operations/load-archive";
import { makeSample } from "@/lib/operations/make-sample";
import { SAMPLE_ACCOUNTS, SAMPLE_LAOS, SAMPLE_SEED } from "@/lib/sample/accounts";

const actor = operatorActor("npm-start");

/** Does nothing when the portal holds an archive or a user already. True if the sample's accounts are those to sign in with. */
export async function ensureSample(database: Database, ownerUrl: string, dataFolder: string): Promise<boolean> {
  const context = { actor, now: new Date(), database };
  const emails = new Set((await listUsers(context, {})).users.map((user) => user.email));
  const missing = SAMPLE_ACCOUNTS.filter((account) => !emails.has(account.email));
  const snapshots = await listSnapshots(context, {});
  if (snapshots.length === 0 && emails.size > missing.length) return false;
  if (snapshots.length === 0) {
    console.error("making and loading the sample archive …");
    // The earlier one is there to be compared with: the newest state is what pages show, whichever is loaded first.
    for (const edition of ["baseline", "recovered"] as const) {
      const out = path.join(dataFolder, "sample");
      // Left by a start that was killed while it wrote.
      if (existsSync(out)) rmSync(out, { recursive: true });
      const damage = edition === "recovered" ? "light" : "none";
      await makeSample({ out, laos: SAMPLE_LAOS, seed: SAMPLE_SEED, damage, edition });
      await loadArchive({ bag: out, ownerUrl, actor, replace: false, now: context.now });
      rmSync(out, { recursive: true });
    }
  } else if (!snapshots.some((snapshot) => snapshot.id.startsWith("sample-"))) return false;
  for (const account of missing) await addUser(context, { ...account, mustChange: false });
  return true;
}
