use micrograd_core::{grad, jacobian_forward, jvp};

fn main() {
    let _ = jvp(
        |x| {
            let x = x[0];
            let dy = jacobian_forward::<1>(|y| vec![grad! { x * y[0] }], &[1.0]);
            vec![x * dy[0][0]]
        },
        &[4.0],
        &[1.0],
    );
}
