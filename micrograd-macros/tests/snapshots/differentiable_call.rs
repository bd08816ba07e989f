fn distance(a: &[f64; 2], b: &[f64; 2]) -> f64 {
    let towards = [b[0] - a[0], b[1] - a[1]];
    length(&towards).sqrt()
}
