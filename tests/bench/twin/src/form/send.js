import { fileComplaint } from "../net/api.js";

/**
 * Files a form, once: every attempt carries the same key. `sender` keeps the key and what was sent under it with an
 * unknown outcome.
 */
export async function sendOnce(filing, sender) {
  sender.key ??= uuid();
  try {
    return { filed: await fileComplaint(filing, sender.key), earlier: false };
  } catch (failure) {
    if (failure.code === "key_reused" && sender.sent) {
      // An attempt whose answer was lost had arrived after all, and something was changed since.
      return { filed: await fileComplaint(sender.sent, sender.key), earlier: true };
    }
    if (failure.isPassing) sender.sent = filing;
    throw failure;
  }
}

/** From `getRandomValues`, because `randomUUID` exists in secure contexts alone. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
