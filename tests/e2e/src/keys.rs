use serde_json::json;
use thirtyfour::Key;

use crate::{Browser, Result, fail};

/// Tab stops after which a page has none left.
const STOPS_MAX: usize = 120;

/// Where the focus is: role, name, value and whether it is chosen.
const FOCUS: &str = "
    const e = document.activeElement;
    return [e.computedRole ?? '', (e.computedName ?? '').replace(/\\s+/g, ' ').trim(), e.checked === true];";

/// Whether a focused element, or what is drawn for it, looks different from what it looks like without: by a line around
/// it, a shadow, or the line of a shape inside.
pub(crate) const SHOWS_FOCUS: &str = "
    const drawnOf = e => [e, ...(e.labels ?? []), e.closest('.card, .switch')].filter(Boolean);
    const showsFocus = e => drawnOf(e).some(one => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      const shapes = one.matches('.chart-item') ? [...one.querySelectorAll('rect, polygon')] : [];
      return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 || boxShadow !== 'none'
        || shapes.some(shape => getComputedStyle(shape).stroke !== 'none' && parseFloat(getComputedStyle(shape).strokeWidth) > 1);
    });
    ";

impl Browser {
    /// Presses keys, wherever the focus is.
    pub async fn keys(&self, keys: &str) -> Result {
        Ok(self.driver.action_chain().send_keys(keys).perform().await?)
    }

    /// Goes to fields in their order, and types into each.
    pub async fn type_into(&self, fields: &[(&str, &str)]) -> Result {
        for (label, text) in fields {
            self.tab_to("textbox", label).await?;
            self.keys(text).await?;
        }
        Ok(())
    }

    /// Presses one key that writes nothing.
    pub async fn key(&self, key: Key) -> Result {
        Ok(self.driver.action_chain().send_keys(key).perform().await?)
    }

    /// Presses a key while another is held, so many times.
    pub async fn key_with(&self, held: Key, key: Key, times: usize) -> Result {
        let mut actions = self.driver.action_chain().key_down(held.clone());
        for _ in 0..times {
            actions = actions.send_keys(key.clone());
        }
        Ok(actions.key_up(held).perform().await?)
    }

    /// Role and name of what has the focus.
    pub async fn focus(&self) -> Result<(String, String)> {
        let (role, name, _): (String, String, bool) = self.run(FOCUS, vec![]).await?.convert()?;
        Ok((role, name))
    }

    /// Goes on by the tabulator until something of a role and a name has the focus, which must be visible there.
    pub async fn tab_to(&self, role: &str, name: &str) -> Result {
        let mut passed = Vec::new();
        for _ in 0..STOPS_MAX {
            self.key(Key::Tab).await?;
            let (found_role, found_name) = self.focus().await?;
            if found_role == role && found_name.starts_with(name) {
                return self.focus_is_visible(name).await;
            }
            passed.push(format!("{found_role} {found_name:?}"));
        }
        fail(format!("the tabulator never comes to the {role} {name:?}, only to:\n{}", passed.join("\n")))
    }

    /// Goes through radio buttons by the arrow key until one of a name has the focus; the keyboard is then in the
    /// group, and the browser chooses what the arrow comes to.
    pub async fn arrow_to(&self, name: &str) -> Result {
        let mut passed = Vec::new();
        for _ in 0..STOPS_MAX {
            let (_, found, checked): (String, String, bool) = self.run(FOCUS, vec![]).await?.convert()?;
            if found.starts_with(name) {
                return if checked { Ok(()) } else { self.keys(" ").await };
            }
            passed.push(found);
            self.key(Key::Down).await?;
        }
        fail(format!("the arrow never comes to {name:?}, only to {passed:?}"))
    }

    /// Waits until the focus is on something of a role whose name begins so.
    pub async fn focus_reaches(&self, role: &str, name: &str) -> Result {
        let script = "
            const e = document.activeElement;
            return e.computedRole === arguments[0]
                && (e.computedName ?? '').replace(/\\s+/g, ' ').trim().startsWith(arguments[1]);";
        let what = format!("the focus on a {role} called {name:?}");
        match self.until(&what, script, vec![json!(role), json!(name)]).await {
            Ok(_) => Ok(()),
            Err(error) => fail(format!("{error}\nthe focus is on {:?}", self.focus().await?)),
        }
    }

    /// A focus that cannot be seen helps nobody.
    async fn focus_is_visible(&self, name: &str) -> Result {
        let script = [SHOWS_FOCUS, "return showsFocus(document.activeElement)"].concat();
        let visible: bool = self.run(&script, vec![]).await?.convert()?;
        if visible { Ok(()) } else { fail(format!("the focus on {name:?} cannot be seen")) }
    }
}
