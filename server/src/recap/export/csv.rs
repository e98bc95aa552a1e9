//! Text tables by RFC 4180.

use shared::complaint::Group;
use shared::recap::Recap;

use crate::platform::sheet::text_cell as cell;

/// The rows with a header of stable words; UTF-8, lines ended by CRLF.
pub fn to_csv(recap: &Recap) -> String {
    let mut table = String::from("key,label,count");
    for group in Group::ALL {
        table.push(',');
        table.push_str(group.as_str());
    }
    table.push_str("\r\n");
    for row in &recap.rows {
        table.push_str(&cell(&row.key));
        table.push(',');
        table.push_str(&cell(&row.label));
        table.push_str(&format!(",{}", row.count));
        for group in Group::ALL {
            table.push(',');
            table.push_str(&row.of_group(*group).map(|count| count.to_string()).unwrap_or_default());
        }
        table.push_str("\r\n");
    }
    table
}
