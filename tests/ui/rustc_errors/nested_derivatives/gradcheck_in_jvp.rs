use micrograd_core::{gradcheck, jvp};

fn main() {
    let _ = jvp(
        |x| {
            let check = gradcheck(|y| &y[0] * x[0], &[1.0]);
            vec![x[0] * check.worst().backward]
        },
        &[4.0],
        &[1.0],
    );
}
