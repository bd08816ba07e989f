//! A statement rests on what its expansion promises: nobody else makes a site without saying `unsafe`.
use micrograd_core::Value;
use micrograd_core::__macro_support::{Formula, HERE, Outline, Signature, Site, expression};

struct Mine;

static SITE: Site = Site::of::<Mine>(&[HERE.text("-x", "")], false);

impl Formula for Mine {
    const OUTLINE: Outline =
        Outline::new("neg x0", [1, 0], &[0], [false; 2], HERE.position());

    fn value(x: &[f64], _: &mut [f64], _: Signature) -> f64 {
        let _ = Value::new(1.0); // The tape is taken.
        -x[0]
    }

    fn reverse(_: &[f64], _: &[f64], _: f64, adjoint: f64, passed: &mut [f64], _: Signature) {
        passed[0] = -adjoint;
    }
}

fn main() {
    let x = Value::new(2.0);
    let _ = expression::<Mine, _>(&SITE, (&x, ()));
}
