use micrograd_core::jvp;

fn main() {
    let mut kept = Vec::new();
    let _ = jvp(
        |x| {
            kept.push(x[0]);
            x.to_vec()
        },
        &[1.0],
        &[1.0],
    );
}
