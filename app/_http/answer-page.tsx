import "server-only";
/** Pages in the face of errors: what `work` draws, or the sentence of what went wrong. For the body of every page that calls an operation. */
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { PATH_HEADER } from "@/app/_session/path-header";
import { signInHref } from "@/app/_session/return-path";
import { TroublePage } from "@/app/_ui/trouble-page";
import { PROBLEMS } from "@/lib/wording/problems";
import { type Problem, toProblem } from "./problem";

/**
 * What is not there and what is not the reader's look the same (404). A bug goes on to error.tsx with its reference number,
 * as an error without content: Next would print the original one with all its values.
 */
export async function answerPage(work: () => Promise<ReactNode>): Promise<ReactNode> {
  let problem: Problem;
  try {
    return await work();
  } catch (error) {
    problem = toProblem(error);
  }
  if (problem.code === "access/signed-out") redirect(signInHref((await headers()).get(PATH_HEADER)));
  if (problem.code === "not-found" || problem.code === "access/forbidden") notFound();
  if (problem.reference) throw Object.assign(new Error("a bug, logged"), { digest: problem.reference });
  return <TroublePage title={PROBLEMS.title} sentences={[problem.message]} />;
}
