use micrograd_core::{Dual, jvp};

fn main() {
    let _ = jvp(
        |x| {
            let y = Dual::variable(1.0, 0);
            let dy = (x[0] * y).tangent(0);
            vec![x[0] * dy]
        },
        &[4.0],
        &[1.0],
    );
}
