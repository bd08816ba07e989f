use micrograd_core::{hessian, jacobian_forward};

fn main() {
    let _ = jacobian_forward::<1>(
        |x| {
            let h = hessian(|y| x[0] * y[0].powi(2), &[1.0]);
            vec![x[0] * h[0][0]]
        },
        &[4.0],
    );
}
