use micrograd_core::jvp;

fn main() {
    let _ = jvp(
        |x| {
            let (_, dy) = jvp(|_| vec![x[0]], &[1.0], &[1.0]);
            vec![x[0] * dy[0]]
        },
        &[4.0],
        &[1.0],
    );
}
