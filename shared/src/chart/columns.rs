use super::bars::middle;
use super::{Anchor, Drawing, Frame, Ink, Item, Mark, Part, Px, band, parts_of, position, ticks, width_of};

/// One column of a column chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The row's key.
    pub key: String,
    /// Its name below the column, such as a month's.
    pub label: String,
    /// What it shares with its neighbours, such as the year: written below the name where it changes.
    pub shared: String,
    /// Its count, as the reader's language writes it.
    pub text: String,
    /// What it says, in words.
    pub title: String,
    /// What the count is made of, from the base up.
    pub parts: Vec<Part>,
}

impl Column {
    /// The sum of its parts.
    pub fn total(&self) -> u64 {
        self.parts.iter().map(|part| part.value).sum()
    }
}

const LEAST: Px = Px::new(2);

/// Lays out columns from left to right over a scale from zero. `write` writes the scale's numbers. Names and counts that
/// have no room are left out evenly; they stand in the table.
pub fn columns(rows: &[Column], frame: Frame, write: &dyn Fn(u64) -> String) -> Drawing {
    let Frame { width, font } = frame;
    let max = rows.iter().map(Column::total).max().unwrap_or_default();
    let ticks = ticks(max, 4);
    let top = ticks.last().copied().unwrap_or(1);
    let scale: Vec<(u64, String)> = ticks.iter().map(|tick| (*tick, write(*tick))).collect();
    let scale_width = scale.iter().map(|(_, text)| width_of(text, font)).max().unwrap_or_default();

    let left = scale_width + font.percent(60);
    let plot_top = font.percent(150);
    let plot_height = font * 12;
    let base = plot_top + plot_height;
    let mut drawing =
        Drawing { width, height: base + frame.line() * 2 + font.percent(40), ..Drawing::default() };
    for (tick, text) in scale {
        let y = base - position(tick, top, plot_height);
        let ink = if tick == 0 { Ink::Base } else { Ink::Grid };
        drawing.ground.push(Mark::Line { x: left, y, width: width - left, ink });
        let y = middle(y, Px::ZERO, font);
        drawing.ground.push(Mark::Text { x: scale_width, y, anchor: Anchor::End, ink: Ink::Tick, text });
    }

    let plot_width = width - left;
    let count = rows.len();
    let step = label_step(rows, plot_width, font);
    let mut written = "";
    for (index, row) in rows.iter().enumerate() {
        let (start, band_width) = band(index, count, plot_width, 100);
        let (_, column_width) = band(index, count, plot_width, 72);
        let column_width = column_width.min(font * 4);
        let centre = left + start + band_width / 2;
        let target = base + frame.line() * 2;
        let mut marks = vec![Mark::Rect {
            x: left + start,
            y: Px::ZERO,
            width: band_width,
            height: target,
            ink: Ink::Target,
            title: String::new(),
        }];
        let height = position(row.total(), top, plot_height);
        stand(&row.parts, (centre - column_width / 2, base), (column_width, height), &mut marks);
        let middle_text = |y, ink, text: &str| Mark::Text {
            x: centre,
            y,
            anchor: Anchor::Middle,
            ink,
            text: text.to_owned(),
        };
        if row.total() > 0 && width_of(&row.text, font) <= band_width {
            marks.push(middle_text(base - height - font.percent(35), Ink::Value, &row.text));
        }
        // Counted from the last one, so that the present always has its name.
        if (count - 1 - index).is_multiple_of(step) {
            marks.push(middle_text(base + frame.line(), Ink::Tick, &row.label));
            if row.shared != written {
                marks.push(middle_text(base + frame.line() * 2, Ink::Tick, &row.shared));
                written = &row.shared;
            }
        }
        drawing.items.push(Item { key: row.key.clone(), title: row.title.clone(), marks });
    }
    drawing
}

/// Every how many columns have room for a name.
fn label_step(rows: &[Column], plot_width: Px, font: Px) -> usize {
    let widest = rows.iter().map(|row| width_of(&row.label, font).max(width_of(&row.shared, font))).max();
    let needed = (widest.unwrap_or_default() + font.percent(50)).tenths();
    let band_width = (plot_width.tenths() / i32::try_from(rows.len()).unwrap_or(1).max(1)).max(1);
    usize::try_from((needed + band_width - 1) / band_width).unwrap_or(1).max(1)
}

/// The parts of one column from its base up.
fn stand(parts: &[Part], (left, base): (Px, Px), (width, height): (Px, Px), marks: &mut Vec<Mark>) {
    let values: Vec<u64> = parts.iter().map(|part| part.value).collect();
    let last = values.iter().rposition(|value| *value > 0);
    let mut y = base;
    for (index, (part, height)) in parts.iter().zip(parts_of(&values, height, LEAST)).enumerate() {
        if part.value == 0 {
            continue;
        }
        y = y - height;
        let gap = if Some(index) == last { Px::ZERO } else { Px::of_tenths(5) };
        let (ink, title) = (Ink::Part(part.group), part.title.clone());
        marks.push(Mark::Rect { x: left, y: y + gap, width, height: height - gap, ink, title });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::complaint::Group;

    fn column(month: usize, value: u64) -> Column {
        Column {
            key: month.to_string(),
            label: ["Jan", "Feb", "Mar", "Apr"][month % 4].to_owned(),
            shared: (2020 + month / 12).to_string(),
            text: value.to_string(),
            title: String::new(),
            parts: vec![Part {
                key: String::new(),
                group: Some(Group::Done),
                value,
                text: String::new(),
                label: String::new(),
                title: String::new(),
            }],
        }
    }

    fn drawn(values: &[u64], width: i32) -> Drawing {
        let rows: Vec<_> = values.iter().enumerate().map(|(month, value)| column(month, *value)).collect();
        let frame = Frame { width: Px::new(width), font: Px::new(12) };
        columns(&rows, frame, &|count| count.to_string())
    }

    #[test]
    fn heights_follow_the_scale() {
        let check = |values: &[u64], expected: &[i32]| {
            let drawing = drawn(values, 360);
            let heights = drawing.items.iter().flat_map(|item| &item.marks).filter_map(|mark| match mark {
                Mark::Rect { height, ink: Ink::Part(_), .. } => Some(height.tenths()),
                _ => None,
            });
            assert_eq!(heights.collect::<Vec<_>>(), expected, "{values:?}");
        };
        check(&[4, 2, 1], &[1440, 720, 360]);
        check(&[0, 3], &[1440]);
        check(&[], &[]);
    }

    #[test]
    fn names_that_have_no_room_are_left_out() {
        let check = |months: usize, width, expected: usize| {
            let drawing = drawn(&vec![1; months], width);
            let marks = drawing.items.iter().flat_map(|item| &item.marks);
            let names = marks.filter(|mark| match mark {
                Mark::Text { ink: Ink::Tick, text, .. } => text.len() == 3,
                _ => false,
            });
            assert_eq!(names.count(), expected, "{months} months on {width}");
        };
        check(4, 360, 4);
        check(12, 360, 6);
        check(24, 360, 8);
        check(24, 1100, 24);
    }

    #[test]
    fn the_year_is_written_where_it_changes() {
        let drawing = drawn(&[1; 14], 1100);
        let years: Vec<_> = drawing
            .items
            .iter()
            .flat_map(|item| &item.marks)
            .filter_map(|mark| match mark {
                Mark::Text { text, .. } if text.len() == 4 => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(years, ["2020", "2021"]);
    }
}
