/**
 * Says whether a folder or a ZIP is a valid bag by BagIt alone, versions 0.93 to 1.0 (RFC 8493 and its drafts), whatever lies
 * in it. What an archive of books must be beyond that, and what it may not be (fetch.txt), is `bag/open-bag.ts`.
 */
import { existsSync, statSync } from "node:fs";
import nodePath from "node:path";
import { AppError } from "@/lib/errors/app-error";
import type { BagStore } from "../bag/bag-store";
import { BAG_LIMITS, type BagLimits } from "../bag/limits";
import { openStore } from "../bag/open-store";
import { isSystemError } from "../bag/refuse";
import { checkBagInfo } from "./bag-info";
import { readBagItDeclaration } from "./bagit-declaration";
import { checkListedFiles, checkTagManifests, checkUnlistedFiles } from "./check-files";
import { checkFetch } from "./fetch";
import { readBagPaths } from "./listed-path";
import { readListings } from "./listing";
import { type BagItRemark, createRemarks, type Remarks } from "./remarks";

export interface BagItCheck {
  readonly isValid: boolean;
  /** Null if bagit.txt does not tell. */
  readonly version: string | null;
  readonly encoding: string | null;
  /** Files below data/. */
  readonly payloadFiles: number;
  /** Why it is not valid, at most 1,000; `errorCount` counts all. */
  readonly errors: readonly BagItRemark[];
  readonly errorCount: number;
  readonly warnings: readonly BagItRemark[];
  readonly warningCount: number;
}

/** The bounds against hostile bags stay; those that only an archive of books keeps do not. */
const LIMITS: BagLimits = { ...BAG_LIMITS, maxOtherFiles: BAG_LIMITS.maxFiles, maxDepth: 200 };

/** A folder that holds no file cannot be seen in a list of files; a ZIP need not name it at all. */
function hasPayloadFolder(root: string): boolean {
  return !statSync(root).isDirectory() || existsSync(nodePath.join(root, "data"));
}

async function readStore(root: string, store: BagStore, remarks: Remarks) {
  const paths = readBagPaths(store);
  let payloadFiles = 0;
  for (const path of paths.all()) if (path.startsWith("data/")) payloadFiles++;
  const unknown = { version: null, encoding: null, payloadFiles };
  const file = await store.openFile("bagit.txt");
  if (!file) {
    remarks.error("declaration/missing", "bagit.txt");
    return unknown;
  }
  const bytes = file.readAll();
  file.close();
  const declaration = readBagItDeclaration(bytes, remarks);
  if (!declaration) return unknown;
  const at = { store, paths, declaration, remarks };
  if (!hasPayloadFolder(root)) remarks.error("payload/no-folder");
  const listings = await readListings(at);
  const manifests = listings.filter((listing) => !listing.isTag);
  if (manifests.length === 0) remarks.error("manifest/none");
  await checkListedFiles(at, listings);
  checkUnlistedFiles(at, manifests);
  checkTagManifests(at, listings);
  await checkBagInfo(at);
  await checkFetch(at, manifests);
  return { version: declaration.version, encoding: declaration.encodingName, payloadFiles };
}

/** Never throws for a bag, however broken or hostile: what cannot be read is an error in the result. */
export async function checkBag(path: string): Promise<BagItCheck> {
  const remarks = createRemarks();
  let facts: Pick<BagItCheck, "version" | "encoding" | "payloadFiles"> = {
    version: null,
    encoding: null,
    payloadFiles: 0,
  };
  let store: BagStore | undefined;
  try {
    store = await openStore(path, LIMITS);
    facts = await readStore(path, store, remarks);
  } catch (cause) {
    if (cause instanceof AppError) remarks.error("unreadable", "", cause.message);
    else if (isSystemError(cause)) remarks.error("unreadable", "", cause.code);
    else throw cause;
  } finally {
    await store?.close();
  }
  const { errors, warnings, errorCount, warningCount } = remarks;
  return { isValid: errorCount === 0, ...facts, errors, errorCount, warnings, warningCount };
}
