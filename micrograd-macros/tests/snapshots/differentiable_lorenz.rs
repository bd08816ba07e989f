fn lorenz(start: &[f64], sigma: f64, #[constant] dt: f64, steps: usize) -> f64 {
    let mut x = start[0];
    let mut y = start[1];
    let mut z = start[2];
    for _ in 0..steps {
        let dx = sigma * (y - x);
        let dy = x * (28.0 - z) - y;
        let dz = x * y - 2.5 * z;
        x += dt * dx;
        y += dt * dy;
        z += dt * dz;
    }
    x + y + z
}
