// Which audits keep a score below 100, and which element or file is the cause.

/** Details of one audit that are named; more would hide the others. */
const NAMED = 4;

/** Sentences about a page, from the report whose performance is the median. Each audit once. */
export function findings(page, reports) {
  const sorted = [...reports].sort((a, b) => a.categories.performance.score - b.categories.performance.score);
  const report = sorted[sorted.length >> 1];
  const seen = new Set();
  const found = [];
  const unread = [];
  for (const [category, { auditRefs }] of Object.entries(report.categories)) {
    for (const { id, weight } of auditRefs) {
      const audit = report.audits[id];
      if (seen.has(id) || !isBelow(audit, weight, category)) continue;
      seen.add(id);
      if (audit.score === null) unread.push(id);
      else found.push(sentence(page, category, audit, weight));
    }
  }
  if (unread.length > 0) found.push(`${page}: Lighthouse could not evaluate ${unread.join(", ")} in this browser`);
  return found;
}

/** In performance, audits without weight tell where the time goes, so they are named as well. */
function isBelow(audit, weight, category) {
  if (audit.scoreDisplayMode === "notApplicable" || audit.scoreDisplayMode === "manual") return false;
  if (audit.score === null) return audit.scoreDisplayMode === "error";
  const isCounted = weight > 0 || category === "performance";
  return isCounted && audit.score < 1;
}

function sentence(page, category, audit, weight) {
  const shown = audit.displayValue ?? "";
  const savings = Object.entries(audit.metricSavings ?? {}).filter(([, value]) => value > 0);
  const saved = savings.map(([metric, value]) => `${metric} −${Math.round(value * 1_000) / 1_000}`).join(", ");
  const words = [
    `${page}, ${category}: ${audit.id} scores ${Math.round(audit.score * 100)}${weight > 0 ? "" : " (no weight)"}`,
    shown,
    saved && `could save ${saved}`,
    items(audit.details?.items ?? []).join("; "),
  ];
  return words.filter(Boolean).join(" — ");
}

function items(list) {
  const named = list.slice(0, NAMED).map(item).filter(Boolean);
  return list.length > NAMED ? [...named, `${list.length - NAMED} more`] : named;
}

/** What an item of a report names: its element, its address, the milliseconds and bytes it costs. */
function item(given) {
  const parts = [];
  for (const [key, value] of Object.entries(given)) {
    if (value === null || value === undefined || key === "subItems" || key === "scriptUrl") continue;
    if (value.type === "node") parts.push(`\`${value.snippet}\` (${value.selector})`);
    else if (value.type === "source-location") parts.push(`${path(value.url)}:${value.line + 1}`);
    else if (value.type === "url" || key === "url") parts.push(path(value.value ?? value));
    else if (typeof value === "number") parts.push(`${key} ${Math.round(value * 1_000) / 1_000}`);
    else if (typeof value === "string" && value.length < 160) parts.push(value);
    else if (Array.isArray(value.items)) parts.push(...items(value.items));
  }
  return parts.join(" ");
}

function path(address) {
  try {
    const { pathname, search } = new URL(address);
    return pathname + search;
  } catch {
    // Some items name a group instead of an address.
    return String(address);
  }
}
