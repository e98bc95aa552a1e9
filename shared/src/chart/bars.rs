use super::{Anchor, Drawing, Frame, Ink, Item, Mark, Part, Px, parts_of, position, width_of, wrap};

/// One row of a bar chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The row's key.
    pub key: String,
    /// Its name.
    pub label: String,
    /// Its count, as the reader's language writes it.
    pub text: String,
    /// What it says, in words.
    pub title: String,
    /// What the count is made of, in the order of the bar.
    pub parts: Vec<Part>,
}

impl Bar {
    /// The sum of its parts.
    pub fn total(&self) -> u64 {
        self.parts.iter().map(|part| part.value).sum()
    }
}

/// The part of a bar that is not zero is at least this long.
const LEAST: Px = Px::new(3);
/// What is left between two parts of a bar.
const GAP: Px = Px::new(1);

/// Lays out horizontal bars, one below the other, from the first to the last. Where the frame is narrow, a name stands
/// over its bar, otherwise to its left.
pub fn bars(rows: &[Bar], frame: Frame) -> Drawing {
    let Frame { width, font } = frame;
    let narrow = frame.is_narrow();
    let space = font.percent(60);
    let names = rows.iter().map(|row| width_of(&row.label, font)).max().unwrap_or_default();
    let counts = rows.iter().map(|row| width_of(&row.text, font)).max().unwrap_or_default();
    let (label_width, left) = if narrow {
        (width, Px::ZERO)
    } else {
        let column = names.min(width.percent(38));
        (column, column + space)
    };
    let longest = width - left - counts - space;
    let max = rows.iter().map(Bar::total).max().unwrap_or_default();

    let mut drawing = Drawing { width, ..Drawing::default() };
    let mut y = Px::ZERO;
    for row in rows {
        let names = wrap(&row.label, font, label_width, 2);
        let text_height = frame.line() * i32::try_from(names.len()).unwrap_or(1);
        let bar_height = font.percent(150);
        let height = if narrow { text_height + bar_height + space } else { text_height.max(bar_height) };
        let bar_y = if narrow { y + text_height } else { y + (height - bar_height) / 2 };
        let label_y = if narrow { y } else { y + (height - text_height) / 2 };

        let mut marks =
            vec![Mark::Rect { x: Px::ZERO, y, width, height, ink: Ink::Target, title: String::new() }];
        marks.extend(lines(names, Px::ZERO, label_y, frame));
        let length = position(row.total(), max, longest);
        segments(&row.parts, (left, bar_y), (length, bar_height), font, &mut marks);
        marks.push(Mark::Text {
            x: left + length + space / 2,
            y: middle(bar_y, bar_height, font),
            anchor: Anchor::Start,
            ink: Ink::Value,
            text: row.text.clone(),
        });
        drawing.items.push(Item { key: row.key.clone(), title: row.title.clone(), marks });
        y = y + height + font.percent(45);
    }
    drawing.height = y;
    drawing
}

fn lines(names: Vec<String>, x: Px, top: Px, frame: Frame) -> impl Iterator<Item = Mark> {
    let mut y = top + frame.font.percent(100);
    names.into_iter().map(move |text| {
        let mark = Mark::Text { x, y, anchor: Anchor::Start, ink: Ink::Label, text };
        y = y + frame.line();
        mark
    })
}

/// The base line of a text in the middle of a height: capitals and digits are about 0.72 of the font high.
pub(super) fn middle(top: Px, height: Px, font: Px) -> Px {
    top + height / 2 + font.percent(36)
}

/// The parts of one bar from left to right, with their numbers where these have room and say more than the total does.
pub(super) fn segments(
    parts: &[Part],
    (left, top): (Px, Px),
    (length, height): (Px, Px),
    font: Px,
    marks: &mut Vec<Mark>,
) {
    let values: Vec<u64> = parts.iter().map(|part| part.value).collect();
    let widths = parts_of(&values, length, LEAST);
    let last = values.iter().rposition(|value| *value > 0);
    let is_split = values.iter().filter(|value| **value > 0).count() > 1;
    let mut x = left;
    for (index, (part, width)) in parts.iter().zip(widths).enumerate() {
        if part.value == 0 {
            continue;
        }
        let shown = if Some(index) == last { width } else { width - GAP };
        let (ink, title) = (Ink::Part(part.group), part.title.clone());
        marks.push(Mark::Rect { x, y: top, width: shown, height, ink, title });
        if is_split && width_of(&part.text, font) + font.percent(80) <= width {
            marks.push(Mark::Text {
                x: x + shown / 2,
                y: middle(top, height, font),
                anchor: Anchor::Middle,
                ink: Ink::Inside,
                text: part.text.clone(),
            });
        }
        x = x + width;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::complaint::Group;

    fn bar(label: &str, waiting: u64, done: u64) -> Bar {
        let part = |group, value: u64| Part {
            key: String::new(),
            group,
            value,
            text: value.to_string(),
            label: String::new(),
            title: format!("{label} {value}"),
        };
        Bar {
            key: label.to_lowercase(),
            label: label.to_owned(),
            text: (waiting + done).to_string(),
            title: label.to_owned(),
            parts: vec![part(Some(Group::AwaitingFollowUp), waiting), part(Some(Group::Done), done)],
        }
    }

    fn frame(width: i32) -> Frame {
        Frame { width: Px::new(width), font: Px::new(13) }
    }

    /// The rectangles that stand for data, as left edge and width in whole pixels.
    fn check(rows: &[Bar], width: i32, expected: &[(i32, i32)]) {
        let drawing = bars(rows, frame(width));
        let marks = drawing.items.iter().flat_map(|item| &item.marks);
        let found: Vec<_> = marks
            .filter_map(|mark| match mark {
                Mark::Rect { x, width, ink: Ink::Part(_), .. } => {
                    Some((x.tenths() / 10, width.tenths() / 10))
                }
                _ => None,
            })
            .collect();
        assert_eq!(found, expected, "{width} wide");
    }

    #[test]
    fn the_longest_bar_fills_what_names_and_counts_leave() {
        let rows = [bar("Kesehatan", 10, 0), bar("Listrik", 5, 0)];
        check(&rows, 360, &[(0, 335), (0, 168)]);
        check(&rows, 800, &[(79, 696), (79, 348)]);
    }

    #[test]
    fn parts_stand_in_a_row() {
        check(&[bar("Air", 3, 1)], 360, &[(0, 255), (256, 87)]);
        check(&[bar("Air", 0, 4)], 360, &[(0, 344)]);
        check(&[], 360, &[]);
    }

    #[test]
    fn nothing_leaves_the_frame() {
        let long =
            bar("Dinas Pemberdayaan Masyarakat dan Desa, Kependudukan dan Pencatatan Sipil", 4_000, 17);
        for width in [280, 328, 480, 640, 1200] {
            let drawing = bars(&[long.clone(), bar("Air", 1, 0)], frame(width));
            for mark in drawing.items.iter().flat_map(|item| &item.marks) {
                let (right, bottom) = match mark {
                    Mark::Rect { x, y, width, height, .. } => (*x + *width, *y + *height),
                    Mark::Text { x, y, text, anchor: Anchor::Start, .. } => {
                        (*x + width_of(text, Px::new(13)), *y)
                    }
                    Mark::Text { x, y, .. } => (*x, *y),
                    Mark::Line { x, y, width, .. } => (*x + *width, *y),
                };
                assert!(right <= drawing.width && bottom <= drawing.height, "{mark:?} in {width}");
            }
        }
    }

    #[test]
    fn numbers_stand_in_parts_that_have_room() {
        let texts = |row: Bar| -> Vec<String> {
            let marks = bars(&[row, bar("Banyak", 1_000, 0)], frame(360)).items.remove(0).marks;
            let inside = marks.into_iter().filter_map(|mark| match mark {
                Mark::Text { ink: Ink::Inside, text, .. } => Some(text),
                _ => None,
            });
            inside.collect()
        };
        assert_eq!(texts(bar("Air", 600, 400)), ["600", "400"]);
        assert_eq!(texts(bar("Air", 999, 1)), ["999"]);
        assert_eq!(texts(bar("Air", 900, 0)), Vec::<String>::new());
    }
}
