/** How a file or a paper is checked, and the way there. */
import { HELP } from "@/lib/wording/help";
import { HelpSection } from "./help-section";

export function VerifyHelp() {
  return (
    <HelpSection id="verify" title={HELP.verifyTitle} lines={HELP.verify} isList>
      <p className="mt-2">
        <a href="/verify">{HELP.verifyLink}</a>
      </p>
    </HelpSection>
  );
}
