/** Next settings: a self-contained server, and native or worker-side packages left out of the bundle. */
export default {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@node-rs/argon2", "pg", "postgres", "exceljs", "harfbuzzjs"],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
};
