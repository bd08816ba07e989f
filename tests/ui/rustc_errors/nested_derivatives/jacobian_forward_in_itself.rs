use micrograd_core::jacobian_forward;

fn main() {
    let _ = jacobian_forward::<2>(
        |x| {
            let dy = jacobian_forward::<2>(|y| vec![x[0] + y[0]], &[1.0]);
            vec![x[0] * dy[0][0]]
        },
        &[4.0],
    );
}
