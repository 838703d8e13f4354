/** Next settings: a self-contained server, native or worker-side packages left out of the bundle, and headers of every answer. */

/** The security policy with its nonce is proxy.ts's, since it changes with each page. */
const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()" },
];

export default {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm test`, over everything; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "pg", "postgres", "exceljs", "harfbuzzjs"],
  headers: () => [{ source: "/:path*", headers: SECURITY_HEADERS }],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
};
