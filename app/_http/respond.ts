/** Answers of route handlers: what `work` gives, or the error as a Thai page for people and as JSON for programs. */
import { PROBLEMS } from "@/lib/wording/problems";
import { type Problem, toProblem } from "./problem";

export async function respond(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    return problemResponse(request, toProblem(error));
  }
}

/** By the Accept header: browsers that follow a link ask for HTML. */
export function problemResponse(request: Request, problem: Problem): Response {
  const { status, code, message, reference } = problem;
  const headers = { "cache-control": "no-store", ...(status === 503 ? { "retry-after": "5" } : {}) };
  if (!request.headers.get("accept")?.includes("text/html"))
    return Response.json({ error: { code, message, ...(reference ? { reference } : {}) } }, { status, headers });
  return new Response(page(problem), {
    status,
    headers: {
      ...headers,
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    },
  });
}

function page({ code, message }: Problem): string {
  const [address, label] = code === "access/signed-out" ? ["/sign-in", PROBLEMS.toSignIn] : ["/", PROBLEMS.toHome];
  return `<!doctype html><html lang="th"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${PROBLEMS.title}</title></head>
<body><main><h1>${PROBLEMS.title}</h1><p>${escapeHtml(message)}</p><p><a href="${address}">${label}</a></p></main></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
