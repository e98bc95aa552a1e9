import { useSyncExternalStore } from "react";

import { shell } from "../texts.js";

/** Says that the connection is gone, for as long as it is. */
export function OfflineNotice() {
  const online = useSyncExternalStore(follow, () => navigator.onLine);
  return (
    <div className="offline" role="status">
      {!online && <p className="offline-words">{shell.offlineNow}</p>}
    </div>
  );
}

function follow(changed) {
  addEventListener("online", changed);
  addEventListener("offline", changed);
  return () => {
    removeEventListener("online", changed);
    removeEventListener("offline", changed);
  };
}
