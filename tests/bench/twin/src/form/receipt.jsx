import { useState } from "react";

import { dayLong, receipt as texts } from "../texts.js";
import { Button } from "../ui/button.jsx";
import { PageHeading } from "../ui/heading.jsx";
import { Notice } from "../ui/notice.jsx";

/** The receipt in short: the codes and the ways on. Tanggap's own also draws a QR picture and lists the deadlines. */
export function Receipt({ filed, earlier, again }) {
  const [copied, setCopied] = useState(null);
  const address = `/lacak/${filed.code}`;
  const copy = async (text) => {
    setCopied(null);
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  const kept = [
    ["receipt-code", texts.code, texts.codeHint, texts.copyCode, filed.code],
    ["receipt-secret", texts.secret, texts.secretHint, texts.copySecret, filed.secret],
    ["receipt-link", texts.ownLink, texts.ownLinkHint, texts.copyLink, `${location.origin}${address}#${filed.secret}`],
  ];
  return (
    <article className="page page-narrow receipt">
      <PageHeading>{texts.heading}</PageHeading>
      <p className="lead">{texts.lead}</p>
      {earlier && (
        <Notice tone="warning">
          <p>{texts.earlier}</p>
        </Notice>
      )}
      {filed.sealed && (
        <Notice tone="info">
          <p>{texts.sealed}</p>
        </Notice>
      )}
      <div className="ticket">
        {kept.map((words) => (
          <Kept key={words[0]} words={words} copy={copy} />
        ))}
        <p className="copied" role="status">
          {copied === null ? "" : copied ? texts.copied : texts.notCopied}
        </p>
      </div>
      <p>
        {texts.receivedOn} {dayLong(filed.received_on)}
      </p>
      <div className="form-ways no-print">
        <a className="button button-main" href={address}>
          {texts.open}
        </a>
        <Button onPress={() => print()}>{texts.print}</Button>
        <Button onPress={again}>{texts.another}</Button>
      </div>
    </article>
  );
}

/** Something to keep, with a button that copies it. */
function Kept({ words: [id, label, hint, copyLabel, value], copy }) {
  return (
    <div className="kept" role="group" aria-labelledby={`${id}-label`}>
      <p className="kept-label" id={`${id}-label`}>
        {label}
      </p>
      <p className="kept-value" id={id} translate="no">
        {value}
      </p>
      <p className="kept-hint">{hint}</p>
      <div className="no-print">
        <Button onPress={() => copy(value)}>{copyLabel}</Button>
      </div>
    </div>
  );
}
