/** The command line of the portal: one list of commands, each in a file of its own. */
import { Command } from "commander";
import { addBundleCommand } from "./commands/bundle";
import { addCheckCommand } from "./commands/check";
import { addCompareCommand } from "./commands/compare";
import { addFindingsCommand } from "./commands/findings";
import { addLoadCommand } from "./commands/load";
import { addPartitionsCommand } from "./commands/partitions";
import { addReportCommand } from "./commands/report";
import { addSampleCommand } from "./commands/sample";
import { addSearchCommand } from "./commands/search";
import { addSnapshotsCommand } from "./commands/snapshots";
import { addTemplateCommand } from "./commands/template";
import { addUserCommand } from "./commands/user";
import { addVerifyCommand } from "./commands/verify";
import { addWorkPackCommand } from "./commands/work-pack";
import { openDoor, reportError } from "./door";

const program = new Command("portal").description("ระบบคลังข้อมูลบัญชีท้องถิ่น — archive portal for local accounts");
const door = openDoor();

for (const add of [
  addCheckCommand,
  addCompareCommand,
  addLoadCommand,
  addSnapshotsCommand,
  addPartitionsCommand,
  addFindingsCommand,
  addReportCommand,
  addBundleCommand,
  addWorkPackCommand,
  addSearchCommand,
  addSampleCommand,
  addTemplateCommand,
  addVerifyCommand,
  addUserCommand,
]) {
  add(program, door);
}

// A reader that has seen enough (`… | head`) is no trouble.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = reportError(error);
}
