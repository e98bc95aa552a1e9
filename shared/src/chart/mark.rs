use super::Px;
use crate::complaint::Group;

/// The space a chart is laid out for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The width it may fill.
    pub width: Px,
    /// The size of its text, taken from the page, so that it follows the reader's own setting.
    pub font: Px,
}

impl Frame {
    /// The distance from one line of text to the next.
    pub const fn line(self) -> Px {
        self.font.percent(138)
    }

    /// Whether labels have no room beside the bars: about thirty letters' width on each side.
    pub const fn is_narrow(self) -> bool {
        self.width.tenths() < self.font.tenths() * 38
    }
}

/// A chart, laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// Its width.
    pub width: Px,
    /// Its height.
    pub height: Px,
    /// Grid lines and their labels, behind everything.
    pub ground: Vec<Mark>,
    /// What stands for data, in reading order.
    pub items: Vec<Item>,
}

/// The marks of one row of data; on the page they are one link together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The row's key.
    pub key: String,
    /// What the row says, in words.
    pub title: String,
    /// Its marks, from back to front.
    pub marks: Vec<Mark>,
}

/// One mark of a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A rectangle.
    Rect {
        /// Left edge.
        x: Px,
        /// Upper edge.
        y: Px,
        /// Width.
        width: Px,
        /// Height.
        height: Px,
        /// How it is filled.
        ink: Ink,
        /// What it says, in words; empty where it stands for no number of its own.
        title: String,
    },
    /// A line of text.
    Text {
        /// Where it is anchored.
        x: Px,
        /// Its base line.
        y: Px,
        /// Which of its points is at `x`.
        anchor: Anchor,
        /// How it is written.
        ink: Ink,
        /// The text.
        text: String,
    },
    /// A horizontal line over the width of the plot.
    Line {
        /// Left end.
        x: Px,
        /// Height at which it runs.
        y: Px,
        /// Length.
        width: Px,
        /// How it is drawn.
        ink: Ink,
    },
}

/// The point of a text that stands at its `x`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its first letter.
    Start,
    /// Its middle.
    Middle,
    /// Its last letter.
    End,
}

impl Anchor {
    /// The word SVG has for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// What a mark is for; the style decides how that looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Invisible: makes the whole row a target for the finger.
    Target,
    /// A grid line.
    Grid,
    /// The line that bars stand on.
    Base,
    /// A label of the axis.
    Tick,
    /// The name of a row.
    Label,
    /// The count of a row.
    Value,
    /// A number within a part of a bar.
    Inside,
    /// Complaints of one group of stages; archived ones are in none.
    Part(Option<Group>),
}

impl Ink {
    /// The class that the style knows it by.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Target => "chart-target",
            Self::Grid => "chart-grid",
            Self::Base => "chart-base",
            Self::Tick => "chart-tick",
            Self::Label => "chart-label",
            Self::Value => "chart-value",
            Self::Inside => "chart-inside",
            Self::Part(Some(Group::AwaitingDisposition)) => "chart-awaiting-disposition",
            Self::Part(Some(Group::AwaitingFollowUp)) => "chart-awaiting-follow-up",
            Self::Part(Some(Group::InProgress)) => "chart-in-progress",
            Self::Part(Some(Group::Done)) => "chart-done",
            Self::Part(None) => "chart-archived",
        }
    }
}

/// One part of a stacked bar or column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The key it is linked by, where it is a row of its own.
    pub key: String,
    /// The group it belongs to; none for archived ones.
    pub group: Option<Group>,
    /// How many.
    pub value: u64,
    /// The same as the reader's language writes it.
    pub text: String,
    /// Its name, where it may be written beside it.
    pub label: String,
    /// What it says, in words.
    pub title: String,
}
