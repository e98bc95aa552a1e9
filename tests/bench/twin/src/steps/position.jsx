import { useState } from "react";

import { filing } from "../texts.js";
import { Button } from "../ui/button.jsx";
import { Notice } from "../ui/notice.jsx";

const PERMISSION_DENIED = 1;
const PATIENCE = 20_000;

/** The phone's position, for those who are at the place. */
export function Position({ form }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState(null);
  const find = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const point = await position();
      form.changed("point", "region");
      form.change({ point });
    } catch (error) {
      setFailure(error.code === PERMISSION_DENIED ? filing.positionRefused : filing.positionUnknown);
    }
    setBusy(false);
  };
  const { point } = form.draft;
  return (
    <div className="position" id="position" role="group" aria-label={filing.positionLabel} tabIndex={-1}>
      {point ? (
        <p className="position-kept">
          <span>
            {filing.positionKept} {write(point)}
          </span>
          <Button onPress={() => form.change({ point: null })}>{filing.removePosition}</Button>
        </p>
      ) : (
        <div>
          <Button busy={busy} onPress={find}>
            {busy ? filing.findingPosition : filing.usePosition}
          </Button>
          <p className="hint hint-below">{filing.positionHint}</p>
        </div>
      )}
      <div role="status">
        {failure && (
          <Notice tone="warning">
            <p>{failure}</p>
          </Notice>
        )}
      </div>
    </div>
  );
}

/** Five decimals, about a metre. */
export const write = ({ latitude, longitude }) =>
  [latitude, longitude].map((degrees) => degrees.toFixed(5).replace("-", "−")).join(", ");

async function position() {
  const options = { enableHighAccuracy: true, timeout: PATIENCE };
  const { coords } = await new Promise((found, failed) =>
    navigator.geolocation.getCurrentPosition(found, failed, options),
  );
  const rounded = (degrees) => Math.round(degrees * 1e5) / 1e5;
  return { latitude: rounded(coords.latitude), longitude: rounded(coords.longitude) };
}
