/** A process that loads one bag and can be killed at any moment: `node load-child.mjs <bag> <owner url>`. Bundled by the test that uses it. */
import { operatorActor } from "@/lib/access/actor";
import { loadArchive } from "@/lib/operations/load-archive";

const [, , bag = "", ownerUrl = ""] = process.argv;
const result = await loadArchive({ bag, ownerUrl, actor: operatorActor("child"), replace: false, now: new Date() });
process.stdout.write(`${result.outcome}\n`);
