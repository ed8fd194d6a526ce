//! Numbers in sentences. Handles spelling only.

/// A number with a comma between its thousands: `1,048,576`.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        let told = [0, 999, 1_000, 100_000, 1_048_576].map(grouped);
        assert_eq!(told, ["0", "999", "1,000", "100,000", "1,048,576"]);
    }
}
