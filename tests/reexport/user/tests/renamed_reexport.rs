//! The macros find the engine wherever it was re-exported, and whatever is called like its parts.

use framework::autodiff::Value;
use reexport_user::{opposite, parabola, shadows};

#[test]
fn a_renamed_reexport_is_enough() {
    let x = Value::new(2.0);
    let y = parabola(&x);
    y.backward();
    assert_eq!((y.data(), x.grad()), (10.0, 7.0));
    assert_eq!(opposite(&x), -2.0);
}

#[test]
fn the_users_own_names_do_not_interfere() {
    assert_eq!(shadows::double(&Value::new(2.0)), 4.0);
}
