fn huber(x: f64, #[constant] width: f64) -> f64 {
    if x.abs() <= width {
        return 0.5 * x * x;
    }
    width * (x.abs() - 0.5 * width)
}
