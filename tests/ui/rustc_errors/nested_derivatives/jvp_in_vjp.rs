use micrograd_core::{jvp, vjp};

fn main() {
    let _ = vjp(
        |x| {
            let (_, dy) = jvp(|y| vec![&x[0] * y[0]], &[1.0], &[1.0]);
            vec![&x[0] * dy[0]]
        },
        &[4.0],
        &[1.0],
    );
}
