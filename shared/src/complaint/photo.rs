//! Photos of a published complaint: what becomes public of those that were filed, and with what under black boxes.

use serde::{Deserialize, Serialize};

use super::class::words;
use crate::redact::Cover;

/// Boxes in a photo, at most: a crowd.
pub const BOXES_MAX: usize = 200;

words! {
    /// What becomes of a photo once parts of it were covered and the covered one is public.
    Originals {
        /// It is sealed: on disk only in encrypted form, opened for its reporter and for who may publish.
        Sealed = "sealed",
        /// It is deleted: the covered photo takes its place everywhere.
        Deleted = "deleted",
    }
}

/// A photo as everyone sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublicPhoto {
    /// Its id, for `/api/v1/complaints/{code}/photos/{id}` and its small version.
    pub id: String,
    /// Pixels of the small version from left to right.
    pub width: u32,
    /// Pixels of the small version from above to below.
    pub height: u32,
    /// What is seen in it, for those who cannot see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// How many parts of it are covered.
    pub covered: u32,
}

/// A photo that was filed, before it is decided whether everyone sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftPhoto {
    /// The file that everyone sees or would see: the one filed, or the covered one.
    pub id: String,
    /// The file to draw boxes on, for `/api/v1/desk/complaints/{code}/files/{id}`: the one that was filed, if it is
    /// still there.
    pub original: String,
    /// The name it was given.
    pub name: String,
    /// Whether everyone sees it now.
    pub is_public: bool,
    /// How many parts of it are covered now.
    pub covered: u32,
    /// What is seen in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// Whether it was covered before and has no covered version any more: it becomes public with boxes only.
    #[serde(default)]
    pub needs_boxes: bool,
}

/// A photo that everyone is to see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPhoto {
    /// As [`DraftPhoto::id`].
    pub id: String,
    /// What is to be covered of [`DraftPhoto::original`]; where nothing is, the photo is shown as it is by now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub boxes: Vec<PhotoBox>,
    /// What is seen in it, for those who cannot see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// A rectangle of a photo, in its pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PhotoBox {
    /// Pixels from the left edge.
    pub left: u32,
    /// Pixels from the upper edge.
    pub top: u32,
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from above to below.
    pub height: u32,
}

impl PhotoBox {
    /// All pixels that a cover touches.
    pub fn of(cover: Cover) -> Self {
        let [left, top, width, height] = cover.pixels(1.0).map(|length| length.max(0.0) as u32);
        Self { left, top, width, height }
    }

    /// Whether it covers something, and nothing beside a picture of this size.
    pub fn fits(self, width: u32, height: u32) -> bool {
        let is_within = |start: u32, length: u32, whole: u32| {
            length > 0 && start.checked_add(length).is_some_and(|end| end <= whole)
        };
        is_within(self.left, self.width, width) && is_within(self.top, self.height, height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_take_whole_pixels() {
        let cover = Cover { left: 10.4, top: 0.0, width: 12.2, height: 20.5 };
        assert_eq!(PhotoBox::of(cover), PhotoBox { left: 10, top: 0, width: 13, height: 21 });
    }

    #[test]
    fn boxes_lie_within_their_picture() {
        let check = |[left, top, width, height]: [u32; 4], expected: bool| {
            assert_eq!(PhotoBox { left, top, width, height }.fits(100, 50), expected);
        };
        check([0, 0, 100, 50], true);
        check([99, 49, 1, 1], true);
        check([1, 0, 100, 50], false);
        check([0, 0, 0, 5], false);
        check([0, 50, 5, 1], false);
        check([u32::MAX, 0, 2, 1], false);
    }
}
