/** E-mail addresses as the portal compares them: lower case, no room around. */
import { z } from "zod";

/** At most 254 characters (RFC 5321 §4.5.3.1.3). */
export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());
