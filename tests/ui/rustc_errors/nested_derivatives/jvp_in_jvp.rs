use micrograd_core::jvp;

fn main() {
    // ∂/∂x (x·∂/∂y (xy)): with one kind of tangent for both it would be 5 at 4, and not 8.
    let _ = jvp(
        |x| {
            let (_, dy) = jvp(|y| vec![x[0] * y[0]], &[1.0], &[1.0]);
            vec![x[0] * dy[0]]
        },
        &[4.0],
        &[1.0],
    );
}
