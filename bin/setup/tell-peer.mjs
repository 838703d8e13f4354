/** Loaded into the web server before anything else: writes the peer's address on every request, over whatever a client sent under that name. */
import { subscribe } from "node:diagnostics_channel";

subscribe("http.server.request.start", ({ request, socket }) => {
  // As in app/_session/peer-header.ts.
  request.headers["x-portal-peer"] = socket.remoteAddress ?? "";
});
