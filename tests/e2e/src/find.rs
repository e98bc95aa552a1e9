use std::time::{Duration, Instant};

use serde_json::json;
use thirtyfour::WebElement;

use crate::{Browser, PATIENCE, Result, fail};

/// Finds an element by role and name. The whole name wins over its beginning; an empty role is any role.
///
/// Candidates are narrowed by what can have the role at all, because the browser computes a name at a time.
const FIND: &str = r#"
    const [role, name, within] = arguments;
    const kinds = {
        button: 'button', link: 'a[href]', textbox: 'input, textarea', radio: 'input', switch: 'input',
        combobox: 'select, input', heading: 'h1, h2, h3', table: 'table', group: 'fieldset, [role=group], details',
        region: 'section, [role=region]', figure: 'figure', alert: '[role=alert]', status: '[role=status]',
        progressbar: 'progress', list: 'ul, ol', image: 'img, svg', form: 'form',
    };
    const clean = text => (text ?? '').replace(/\s+/g, ' ').trim();
    const all = [...(within ?? document).querySelectorAll(kinds[role] ?? 'body *')]
        .filter(e => (!role || e.computedRole === role) && e.checkVisibility());
    return all.find(e => clean(e.computedName) === name)
        ?? all.find(e => clean(e.computedName).startsWith(name));
"#;

const NAMES: &str = r#"
    const kinds = [...document.querySelectorAll('body *')].filter(e => e.computedRole === arguments[0]);
    return kinds.map(e => e.computedName);
"#;

impl Browser {
    /// Waits for an element of a role and a name.
    pub async fn find(&self, role: &str, name: &str) -> Result<WebElement> {
        match self.until(&format!("a {role} called {name:?}"), FIND, vec![json!(role), json!(name)]).await {
            Ok(found) => Ok(found.element()?),
            Err(error) => {
                let names: Vec<String> = self.run(NAMES, vec![json!(role)]).await?.convert()?;
                fail(format!("{error}\nthere are of that role: {names:?}"))
            }
        }
    }

    /// Waits for an element of a page that another one leads to. A script that waits would go with the page it began in.
    pub async fn find_on_next(&self, role: &str, name: &str) -> Result<WebElement> {
        let start = Instant::now();
        let mut glance = tokio::time::interval(Duration::from_millis(50));
        while start.elapsed() < PATIENCE {
            glance.tick().await;
            // Between two pages there is nothing to ask.
            if let Ok(found) = self.run(FIND, vec![json!(role), json!(name)]).await
                && !found.json().is_null()
            {
                return Ok(found.element()?);
            }
        }
        let at = self.address().await?;
        fail(format!("waited in vain for a page with a {role} called {name:?}; it is {at}"))
    }

    /// Waits for an element within another one.
    pub async fn find_in(&self, within: &WebElement, role: &str, name: &str) -> Result<WebElement> {
        let arguments = vec![json!(role), json!(name), within.to_json()?];
        Ok(self
            .until(&format!("a {role} called {name:?} in another element"), FIND, arguments)
            .await?
            .element()?)
    }

    /// Whether there is such an element now.
    pub async fn has(&self, role: &str, name: &str) -> Result<bool> {
        let found = self.run(FIND, vec![json!(role), json!(name)]).await?;
        Ok(!found.json().is_null())
    }

    /// Waits until there is no such element any more.
    pub async fn is_gone(&self, role: &str, name: &str) -> Result {
        let script = format!("return !(function () {{ {FIND} }}).apply(null, arguments)");
        self.until(&format!("no {role} called {name:?}"), &script, vec![json!(role), json!(name)])
            .await
            .map(|_| ())
    }

    /// Presses a button or follows a link.
    pub async fn press(&self, role: &str, name: &str) -> Result {
        Ok(self.find(role, name).await?.click().await?)
    }

    /// Chooses a radio button or turns a switch, as a finger does: on its label.
    pub async fn choose(&self, role: &str, name: &str) -> Result {
        let input = self.find(role, name).await?;
        let label =
            self.run("return arguments[0].labels?.[0] ?? arguments[0]", vec![input.to_json()?]).await?;
        Ok(label.element()?.click().await?)
    }

    /// Fills in a line or an area of text.
    pub async fn fill(&self, label: &str, text: &str) -> Result {
        let input = self.find("textbox", label).await?;
        input.clear().await?;
        Ok(input.send_keys(text).await?)
    }

    /// Chooses an option of a list by its words, once it is there.
    pub async fn select(&self, label: &str, option: &str) -> Result {
        let list = self.find("combobox", label).await?;
        let script = "return [...arguments[0].options].find(o => o.text.trim() === arguments[1])";
        let option = self
            .until(
                &format!("an option {option:?} of {label:?}"),
                script,
                vec![list.to_json()?, json!(option)],
            )
            .await?;
        Ok(option.element()?.click().await?)
    }

    /// Sets a day, a month or anything else that browsers have a picker for.
    pub async fn pick(&self, label: &str, value: &str) -> Result {
        let script = "
            const [input, value] = arguments;
            Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, value);
            input.dispatchEvent(new Event('input', { bubbles: true }));
            input.dispatchEvent(new Event('change', { bubbles: true }));";
        let input = self.find("", label).await?;
        self.run(script, vec![input.to_json()?, json!(value)]).await.map(|_| ())
    }

    /// What stands in a field.
    pub async fn value(&self, label: &str) -> Result<String> {
        Ok(self.find("", label).await?.value().await?.unwrap_or_default())
    }

    /// Unfolds a part that is folded away.
    pub async fn unfold(&self, summary: &str) -> Result {
        let script = "
            const found = [...document.querySelectorAll('summary')]
                .find(e => e.checkVisibility() && e.innerText.trim().startsWith(arguments[0]));
            return found && [found, found.parentElement.open];";
        let found = self.until(&format!("a part called {summary:?}"), script, vec![json!(summary)]).await?;
        if found.json()[1] == json!(true) {
            return Ok(());
        }
        let summary = self.run("return arguments[0]", vec![found.json()[0].clone()]).await?.element()?;
        Ok(summary.click().await?)
    }
}
