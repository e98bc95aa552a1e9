use leptos::prelude::AnyView;

use super::tag::Tag;

/// What can stand inside an element.
pub enum Part {
    /// Nothing.
    Nothing,
    /// Words.
    Text(String),
    /// An element.
    Tag(Tag),
    /// Several parts.
    Many(Vec<Part>),
    /// A view of the framework's.
    View(AnyView),
    /// Something made anew whenever a signal changes that it reads.
    Live(Box<dyn Fn() -> Part>),
}

impl Part {
    /// Something made anew whenever a signal changes that it reads.
    pub fn live<P: Into<Part>>(make: impl Fn() -> P + 'static) -> Self {
        Self::Live(Box::new(move || make().into()))
    }
}

impl From<Tag> for Part {
    fn from(tag: Tag) -> Self {
        Self::Tag(tag)
    }
}

impl From<AnyView> for Part {
    fn from(view: AnyView) -> Self {
        Self::View(view)
    }
}

impl From<&str> for Part {
    #[inline(never)]
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Part {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<P: Into<Part>> From<Option<P>> for Part {
    fn from(part: Option<P>) -> Self {
        part.map_or(Self::Nothing, Into::into)
    }
}

impl<P: Into<Part>> From<Vec<P>> for Part {
    #[inline(never)]
    fn from(parts: Vec<P>) -> Self {
        Self::Many(parts.into_iter().map(Into::into).collect())
    }
}

impl<P: Into<Part>, const N: usize> From<[P; N]> for Part {
    fn from(parts: [P; N]) -> Self {
        Vec::from(parts).into()
    }
}
