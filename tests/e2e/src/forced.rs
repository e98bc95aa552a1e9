//! What must be told apart where people force their own colours.

use serde_json::json;

use crate::{Browser, Result, Size};

impl Browser {
    /// Whether anything of an element is seen: more than a hundredth of it differs from its ground.
    pub async fn shows(&self, selector: &str) -> Result<bool> {
        let picture = self.picture_of(selector, 0).await?;
        let first = *picture.get_pixel(0, 0);
        Ok(picture.pixels().filter(|pixel| **pixel != first).count() * 100 >= picture.pixels().len())
    }

    /// Whether two states of a part look different: a fiftieth of what both cover.
    pub async fn tells_apart(&self, one: &str, other: &str) -> Result<bool> {
        let (one, other) = (self.picture_of(one, 0).await?, self.picture_of(other, 0).await?);
        let (width, height) = (one.width().min(other.width()), one.height().min(other.height()));
        let differing = (0..height)
            .flat_map(|y| (0..width).map(move |x| (x, y)))
            .filter(|(x, y)| one.get_pixel(*x, *y) != other.get_pixel(*x, *y));
        Ok(differing.count() * 50 >= (width * height) as usize)
    }

    /// Whether an element with the focus looks different from what it looks like without, somewhere around it.
    pub async fn shows_focus(&self, focused: &str, around: &str) -> Result<bool> {
        self.run("document.activeElement?.blur()", vec![]).await?;
        let without = self.picture_of(around, 6).await?;
        let focus = "document.querySelector(arguments[0]).focus({ focusVisible: true, preventScroll: true })";
        self.run(focus, vec![json!(focused)]).await?;
        self.is_at_rest(Size::PHONE).await?;
        let is_seen = self.picture_of(around, 6).await? != without;
        self.run("document.activeElement.blur()", vec![]).await?;
        Ok(is_seen)
    }
}
