/** The front door: everybody goes on to where their day starts. */
import { redirect } from "next/navigation";
import { answerPage } from "@/app/_http/answer-page";
import { currentActor } from "@/app/_session/current-actor";
import { homePath } from "@/app/(portal)/_frame/home-path";

export default function FrontPage() {
  return answerPage(async () => redirect(homePath(await currentActor())));
}
