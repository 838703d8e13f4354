/** The address at the other end of the connection. The web server itself sets it on every request (bin/setup/tell-peer.mjs), so nobody outside can. */
export const PEER_HEADER = "x-portal-peer";
