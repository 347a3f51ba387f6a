//! Names in a row.

/// "A", "A und B", "A, B und C": a comma between all but the last two. Empty where there is none.
pub fn listing<T: AsRef<str>>(names: &[T]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} und {last}", before.join(", ")),
        _ => names.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::listing;

    #[test]
    fn only_the_last_two_are_joined_by_und() {
        assert_eq!(listing::<&str>(&[]), "");
        assert_eq!(listing(&["A"]), "A");
        assert_eq!(listing(&["A", "B"]), "A und B");
        assert_eq!(listing(&["A", "B", "C", "D"]), "A, B, C und D");
    }
}
