//! `grad! { < … > }` everywhere, and `grad!< … >` inside `micrograd!`, at any depth.

// Casts are part of what must be read.
#![allow(clippy::cast_lossless, clippy::cast_possible_truncation)]

use micrograd_core::{Value, grad, micrograd};

#[test]
fn braces_may_hold_angle_brackets() {
    let f = Value::new(4.0);
    grad! { < let g = f/2.0 + 10.0/f; > }
    assert_eq!(g, 4.5);
    assert_eq!(grad! { < g * 2 > }, 9.0);
}

#[test]
fn statements_leak_their_names() {
    let f = Value::new(4.0);
    micrograd! {
        grad!< let g = f/2.0 + 10.0/f; >
        let h = grad!< g * 2 >;
        grad!< let k = h + 1; >;
    }
    assert_eq!((g.data(), h.data(), k.data()), (4.5, 9.0, 10.0));
}

#[test]
fn the_last_statement_leaks_too() {
    let f = Value::new(4.0);
    micrograd! { grad!< let g = f/2.0 + 10.0/f; > }
    assert_eq!(g, 4.5);
}

#[test]
fn a_value_at_the_end_is_the_value_of_the_whole() {
    let f = Value::new(4.0);
    let g = micrograd! { grad!< f * f > };
    let h = micrograd! {
        let twice = grad!< 2 * g >;
        grad!< twice + 1 >
    };
    let method = micrograd! { grad!< f - 5 >.abs() };
    assert_eq!((g.data(), h.data(), method.data()), (16.0, 33.0, 1.0));
}

micrograd! {
    /// A function of the macro's own.
    fn cube(x: &Value) -> Value {
        grad!< x ** 3 >
    }

    struct Line {
        slope: Value,
    }

    impl Line {
        fn at(&self, x: f64) -> Value {
            let scaled = |k: f64| -> Value { grad!< self.slope * x * k > };
            let all = Vec::from([grad!< self.slope + 1 >, scaled(2.0)]);
            grad! {
                let inner = grad!< all[0] + grad!< all[1] * 2 > >;
                inner + grad!< if (x >= 1.0) { inner } else { -inner } >
            }
        }
    }

    mod nested {
        use micrograd_core::Value;

        pub(super) fn halved(x: &Value) -> Value {
            if x.data() > 0.0 { grad!< x / 2 > } else { x.clone() }
        }
    }
}

#[test]
fn items_hold_it_at_any_depth() {
    let x = Value::new(2.0);
    assert_eq!(cube(&x), 8.0);
    assert_eq!(Line { slope: x.clone() }.at(1.0), 22.0);
    assert_eq!(nested::halved(&x), 1.0);
}

#[test]
fn generic_arguments_and_arrows_do_not_close_it() {
    let x = Value::new(2.0);
    micrograd! {
        grad!<
            let v: Vec<Vec<f64>> = Vec::<Vec<f64>>::new();
            let n = v.capacity() as u8 as f64;
            let k = <f64 as From<f32>>::from(0.5);
            let picked = match n { _ if n == 0.0 => &x * 2.0, _ => x.clone() };
            let sum = picked + x.data().max(k) + [1.0, 2.0].iter().sum::<f64>();
            let larger = if (sum > x) { sum } else { x };
        >
        let outside = 3.0 > 2.0 && x.data() < 3.0;
    }
    assert_eq!(larger, 9.0);
    assert!(outside);
}

#[test]
fn no_spaces_are_needed() {
    let a = Value::new(2.0);
    micrograd! {
        grad!<let b=-a;let c=b*2;>
        let d = grad!<-a>;
        let e = grad!<a+grad!<b*grad!<c>>>;
    }
    assert_eq!(
        (b.data(), c.data(), d.data(), e.data()),
        (-2.0, -4.0, -2.0, 10.0)
    );
    grad! {<let f=a**2;>}
    assert_eq!(f, 4.0);
}

#[test]
fn plain_rust_is_left_alone() {
    micrograd! {
        let shifted = 1_u32 << 3 >> 1;
        let compared = shifted < 5 && shifted > 3;
        let v: Vec<Option<i32>> = Vec::new();
    }
    assert_eq!((shifted, compared, v.len()), (4, true, 0));
}
