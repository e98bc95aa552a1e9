import { shell } from "../texts.js";

/** Who is behind the site, and the other ways to reach them. */
export function Footer({ meta }) {
  const { office, province, contacts } = meta.instance;
  return (
    <div className="footer-inner">
      <div>
        <p className="footer-office">{office}</p>
        <p>{province}</p>
      </div>
      <div>
        <h2 className="footer-heading">{shell.contacts}</h2>
        <ul className="footer-contacts">
          {contacts.map((contact) => (
            <Contact key={contact.label} {...contact} />
          ))}
        </ul>
      </div>
      <p className="footer-version">
        {shell.title} {meta.version}
      </p>
    </div>
  );
}

function Contact({ kind, label, value }) {
  const link = linkOf(kind, value);
  const shown = value.replace(/^https:\/\//, "").replace(/\/$/, "");
  return (
    <li>
      <span className="footer-label">{label}</span>
      {link ? (
        <a href={link} rel="noreferrer external">
          {shown}
        </a>
      ) : (
        <span>{shown}</span>
      )}
    </li>
  );
}

function linkOf(kind, value) {
  const dialled = value.replace(/[^\d+]/g, "");
  switch (kind) {
    case "web":
      return value.startsWith("https://") ? value : `https://${value}`;
    case "email":
      return `mailto:${value}`;
    case "phone":
      return `tel:${dialled}`;
    case "sms":
      return `sms:${dialled}`;
    default:
      return undefined;
  }
}
