//! Writes rows as text. Knows what a spreadsheet would take for a formula.

/// The characters with which a formula begins.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Writes rows with commas. Lines end as in RFC 4180.
pub fn write<S: AsRef<str>>(rows: &[Vec<S>]) -> String {
    let mut out = String::new();
    for row in rows {
        for (at, field) in row.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            write_field(&mut out, field.as_ref());
        }
        out.push_str("\r\n");
    }
    out
}

fn write_field(out: &mut String, field: &str) {
    let guard = if needs_guard(field) { "'" } else { "" };
    if field.contains([',', '"', '\r', '\n', ';', '\t']) {
        let field = field.replace('"', "\"\"");
        out.extend(["\"", guard, &field, "\""]);
    } else {
        out.extend([guard, field]);
    }
}

/// Whether a field begins like a formula, or like one with the guard in front.
pub(super) fn needs_guard(field: &str) -> bool {
    field.trim_start_matches('\'').starts_with(FORMULA)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table_text::{Rules, read};

    #[test]
    fn no_field_is_a_formula_and_each_is_read_as_it_was() {
        let all = [
            "=1+1", "+1", "-1", "@a", "\tb", "\rc", "'=1", "''-1", "'tis", "'", "a=1", "", " =1",
        ];
        let text = write(&[vec!["x"; all.len()], all.to_vec()]);
        let rules = Rules {
            bytes: 1_000,
            rows: 10,
            columns: 40,
            field: 100,
            separator: None,
            loose_quotes: false,
        };
        assert_eq!(read(&text, &rules).unwrap().rows[0].fields, all);
        let (_, row) = text.split_once("\r\n").unwrap();
        assert!(row.starts_with("'=1+1,'+1,'-1,'@a,\"'\tb\",\"'\rc\",''=1,'''-1,'tis,"));
    }
}
