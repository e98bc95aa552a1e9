import { useEffect } from "react";

let lastAddress = null;

/** A page's heading. Being drawn, it also sets the document's title and takes the focus after a navigation. */
export function PageHeading({ children }) {
  useEffect(() => {
    document.title = `${children} – Tanggap`;
    const address = location.pathname + location.search;
    if (address === lastAddress) return;
    // The first page's focus belongs to the browser.
    if (lastAddress !== null) document.querySelector("h1")?.focus();
    lastAddress = address;
  }, [children]);
  return <h1 tabIndex={-1}>{children}</h1>;
}
