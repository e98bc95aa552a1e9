use super::bars::segments;
use super::{Anchor, Drawing, Frame, Ink, Item, Mark, Part, Px, width_of};

/// Lays out one bar over the whole width, divided into parts; each part is an item. Names stand over the parts that have
/// room for them, numbers within.
pub fn stack(parts: &[Part], frame: Frame) -> Drawing {
    let Frame { width, font } = frame;
    let is_named = parts.iter().any(|part| !part.label.is_empty());
    let bar_top = if is_named { frame.line() + font.percent(30) } else { Px::new(1) };
    let bar_height = font.percent(230);
    let mut drawing = Drawing { width, height: bar_top + bar_height + Px::new(1), ..Drawing::default() };
    let mut marks = Vec::new();
    segments(parts, (Px::ZERO, bar_top), (width, bar_height), font, &mut marks);

    let mut present = parts.iter().filter(|part| part.value > 0);
    for mark in marks {
        // Each part begins with its rectangle; what follows belongs to it.
        if let Mark::Rect { x, width, .. } = &mark
            && let Some(part) = present.next()
        {
            let mut first = Vec::new();
            if !part.label.is_empty() && width_of(&part.label, font) <= *width {
                let y = frame.font;
                let (anchor, ink) = (Anchor::Start, Ink::Label);
                first.push(Mark::Text { x: *x, y, anchor, ink, text: part.label.clone() });
            }
            drawing.items.push(Item { key: part.key.clone(), title: part.title.clone(), marks: first });
        }
        if let Some(item) = drawing.items.last_mut() {
            item.marks.push(mark);
        }
    }
    drawing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::complaint::Group;

    fn check(values: &[u64], expected: &[(&str, &[&str])]) {
        let part = |(index, value): (usize, &u64)| Part {
            key: index.to_string(),
            group: Some(Group::ALL[index]),
            value: *value,
            text: value.to_string(),
            label: format!("Tahap {index}"),
            title: String::new(),
        };
        let parts: Vec<_> = values.iter().enumerate().map(part).collect();
        let drawing = stack(&parts, Frame { width: Px::new(300), font: Px::new(12) });
        let texts = |item: &Item| -> Vec<String> {
            let texts = item.marks.iter().filter_map(|mark| match mark {
                Mark::Text { text, .. } => Some(text.clone()),
                _ => None,
            });
            texts.collect()
        };
        let found: Vec<_> = drawing.items.iter().map(|item| (item.key.clone(), texts(item))).collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(key, texts)| ((*key).to_owned(), texts.iter().map(|text| (*text).to_owned()).collect()))
            .collect();
        assert_eq!(found, expected, "{values:?}");
    }

    #[test]
    fn each_part_is_an_item_with_its_texts() {
        check(&[50, 50], &[("0", &["Tahap 0", "50"]), ("1", &["Tahap 1", "50"])]);
        check(&[96, 0, 2, 2], &[("0", &["Tahap 0", "96"]), ("2", &[]), ("3", &[])]);
        check(&[0, 7], &[("1", &["Tahap 1"])]);
        check(&[], &[]);
    }
}
