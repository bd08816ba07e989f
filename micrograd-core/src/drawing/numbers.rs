//! Numbers as drawings show them.

/// `x` with so many digits after the point; with an exponent where those would all be zeros, or
/// where the number would be wider than its box.
pub(super) fn number(x: f64, precision: usize) -> String {
    let magnitude = x.abs();
    let half_digit = 0.5 * 0.1_f64.powi(i32::try_from(precision).unwrap_or(i32::MAX));
    if x.is_finite() && (magnitude >= 1e9 || (magnitude != 0.0 && magnitude < half_digit)) {
        format!("{x:.precision$e}")
    } else {
        format!("{x:.precision$}")
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn digits_that_would_be_zeros_become_an_exponent() {
        assert_eq!(number(138.833_819_241_982_52, 4), "138.8338");
        assert_eq!(number(0.0, 4), "0.0000");
        assert_eq!(number(-0.00004, 4), "-4.0000e-5");
        assert_eq!(number(1e300, 2), "1.00e300");
        assert_eq!(number(f64::NAN, 4), "NaN");
        assert_eq!(number(f64::NEG_INFINITY, 4), "-inf");
        assert_eq!(number(2.5, 0), "2");
    }
}
