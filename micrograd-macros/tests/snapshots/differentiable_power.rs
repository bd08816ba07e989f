fn cubes(x: &[f64]) -> f64 {
    let mut sum = 0.0;
    for x in x {
        sum += (x - 1.0) ** 3;
    }
    sum
}
