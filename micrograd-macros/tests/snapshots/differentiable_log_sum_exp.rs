fn log_sum_exp(x: &[f64], #[constant] m: f64) -> f64 {
    let mut sum = 0.0;
    for x in x {
        sum += (x - m).exp();
    }
    sum.ln() + m
}
