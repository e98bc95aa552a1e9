//! What lets an element stand among the framework's views.

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element as DomElement, Node as DomNode};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use send_wrapper::SendWrapper;
use web_sys::{Element, Node};

use super::held::Held;
use super::tag::Tag;

/// An element as a view. Views must be sendable; a page has one thread, and the wrapper holds us to it.
pub(super) struct TagView(SendWrapper<Tag>);

impl TagView {
    pub(super) fn new(tag: Tag) -> Self {
        Self(SendWrapper::new(tag))
    }
}

/// An element in the page.
pub(super) struct Standing {
    element: Element,
    _held: Vec<Held>,
}

impl Render for TagView {
    type State = Standing;

    fn build(self) -> Standing {
        let inside = self.0.take().into_inside();
        Standing { element: inside.element, _held: inside.held }
    }

    fn rebuild(self, state: &mut Standing) {
        let new = self.build();
        let _ = state.element.replace_with_with_node_1(&new.element);
        *state = new;
    }
}

impl Mountable for Standing {
    fn unmount(&mut self) {
        self.element.remove();
    }

    fn mount(&mut self, parent: &DomElement, marker: Option<&DomNode>) {
        // Fails only for an element that would hold itself.
        let _ = AsRef::<Node>::as_ref(parent).insert_before(&self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(parent) = self.element.parent_element() else { return false };
        child.mount(&parent, Some(&self.element));
        true
    }

    fn elements(&self) -> Vec<DomElement> {
        vec![self.element.clone()]
    }
}

impl AddAnyAttr for TagView {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self {
        self
    }
}

/// Elements are made in the browser alone: nothing is written as HTML, and nothing is taken over from it.
impl RenderHtml for TagView {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _buf: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> Standing {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
