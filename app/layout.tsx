/** The root of every page: language, font, colours. Pages are dynamic, since the security policy's nonce changes with each request. */
import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { FRAME } from "@/lib/wording/screen";
import "./globals.css";

const sarabun = localFont({
  src: [
    { path: "../public/fonts/sarabun-400.woff2", weight: "400" },
    { path: "../public/fonts/sarabun-600.woff2", weight: "600" },
  ],
  variable: "--font-sarabun",
  display: "swap",
});

export const metadata: Metadata = {
  title: { default: FRAME.portal, template: `%s · ${FRAME.portal}` },
  description: FRAME.portalLong,
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fdfcf9" },
    { media: "(prefers-color-scheme: dark)", color: "#171614" },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  await connection();
  return (
    <html lang="th" className={sarabun.variable}>
      <body className="min-h-dvh font-sans">{children}</body>
    </html>
  );
}
