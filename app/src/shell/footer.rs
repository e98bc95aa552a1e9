use leptos::prelude::*;
use shared::instance::{Contact, Meta};

use crate::platform::lang::use_lang;
use crate::platform::net::Load;

/// Who is behind the site, and the other ways to reach them.
pub fn footer(meta: Load<Meta>) -> AnyView {
    let texts = use_lang().shell();
    let inner = move || {
        meta.value.get().map(|meta| {
            let contacts = meta.instance.contacts.iter().map(contact).collect_view();
            view! {
                <div class="footer-inner">
                    <div>
                        <p class="footer-office">{meta.instance.office}</p>
                        <p>{meta.instance.province}</p>
                    </div>
                    <div>
                        <h2 class="footer-heading">{texts.contacts}</h2>
                        <ul class="footer-contacts">{contacts}</ul>
                    </div>
                    <p class="footer-version">{texts.title} " " {meta.version}</p>
                </div>
            }
        })
    };
    view! { <footer class="footer">{inner}</footer> }.into_any()
}

fn contact(contact: &Contact) -> AnyView {
    let Contact { kind, label, value } = contact;
    let (label, shown) = (label.clone(), value.clone());
    let link = match kind.as_str() {
        "web" if value.starts_with("https://") => Some(value.clone()),
        "web" => Some(["https://", value].concat()),
        "email" => Some(["mailto:", value].concat()),
        "phone" => Some(["tel:", &dialled(value)].concat()),
        "sms" => Some(["sms:", &dialled(value)].concat()),
        _ => None,
    };
    let shown = shown.trim_start_matches("https://").trim_end_matches('/').to_owned();
    let value = match link {
        Some(link) => view! {
            <a href=link rel="noreferrer external">
                {shown}
            </a>
        }
        .into_any(),
        None => view! { <span>{shown}</span> }.into_any(),
    };
    view! {
        <li>
            <span class="footer-label">{label}</span>
            " "
            {value}
        </li>
    }
    .into_any()
}

/// A number without what people put between its digits.
fn dialled(number: &str) -> String {
    number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}
