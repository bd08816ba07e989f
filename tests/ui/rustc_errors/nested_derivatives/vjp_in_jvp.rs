use micrograd_core::{jvp, vjp};

fn main() {
    let _ = jvp(
        |x| {
            let (_, dy) = vjp(|y| vec![x[0] * &y[0]], &[1.0], &[1.0]);
            vec![x[0] * dy[0]]
        },
        &[4.0],
        &[1.0],
    );
}
