//! `return`, `break` and `continue` wherever Rust allows them, under `#[differentiable]`.

use micrograd_core::differentiable;
use micrograd_tests_taped::twins;

twins! {
    #[differentiable]
    fn block_value_with_return(x: f64, c: bool) -> f64 {
        let y = {
            if c {
                return x;
            }
            x * 2.0
        };
        y * 3.0
    }

    #[differentiable]
    fn loop_in_value(x: f64) -> f64 {
        let s = {
            let mut t = 0.0;
            for i in 0..10 {
                if t > 1.0 {
                    break;
                }
                t += x * i as f64;
            }
            t
        };
        s * s
    }

    #[differentiable]
    fn match_value_return(x: f64, o: Option<usize>) -> f64 {
        let k = match o {
            Some(k) => k,
            None => return x * x,
        };
        let y = x * k as f64;
        y.sin()
    }

    #[differentiable]
    fn match_value_return2(x: f64, n: usize) -> f64 {
        let z = match n {
            0 => x,
            1 => return x * x,
            2 => x.exp(),
            _ => {
                let t = x * 2.0;
                if t > 1.0 {
                    return t;
                }
                t * t
            }
        };
        z.sin() * x
    }

    #[differentiable]
    fn if_value_continue(xs: &[f64]) -> f64 {
        let mut s = 0.0;
        for &x in xs {
            let y = if x > 1.0 {
                continue;
            } else {
                x * 2.0
            };
            s += y * x;
            let z = if x < 0.0 {
                s + 1.0
            } else if x < 0.35 {
                s *= 1.5;
                continue;
            } else if x > 0.85 && x < 0.95 {
                break;
            } else {
                x
            };
            s *= z;
        }
        s
    }

    #[differentiable]
    fn assign_with_exit(xs: &[f64]) -> f64 {
        let mut s = 0.5;
        let mut t = [0.0; 2];
        for &x in xs {
            s = if x > 1.0 {
                return s * x;
            } else {
                s + x
            };
            t[0] += if x < 0.0 {
                break;
            } else {
                x * s
            };
            t[1] = match (x > 0.5, s > 2.0) {
                (true, true) => continue,
                (true, false) => x,
                _ => {
                    s *= 1.1;
                    x * x
                }
            };
        }
        s + t[0] * t[1]
    }

    #[differentiable]
    fn tuple_with_exit(x: f64, y: f64) -> f64 {
        let (a, b) = if x > y {
            (x, y * y)
        } else if x < 0.0 {
            return x * y;
        } else {
            (y, x)
        };
        a * a + b
    }

    #[differentiable]
    fn list_else(xs: &[f64]) -> f64 {
        let [a, b] = xs else {
            return 1.0 * xs.len() as f64;
        };
        a * b
    }

    #[differentiable]
    fn list_else2(xs: &[f64]) -> f64 {
        let &[a, b] = &xs[..2] else {
            return xs[0];
        };
        let mut s = 0.0;
        for w in xs.chunks(2) {
            let [p, q] = w else {
                break;
            };
            s += p * q * a;
        }
        for w in xs.chunks(2) {
            let &[p, q] = w else {
                continue;
            };
            s += p * q * b;
        }
        s
    }

    #[differentiable]
    fn let_else_in_loop(x: f64, opts: &[Option<usize>]) -> f64 {
        let mut y = x;
        for o in opts {
            let Some(k) = o else {
                continue;
            };
            y = y * x + *k as f64;
            let Some(k) = opts[*k % opts.len()] else {
                break;
            };
            y += x * k as f64;
        }
        y
    }

    #[differentiable]
    fn if_let_in_loop(x: f64, opts: &[Option<usize>]) -> f64 {
        let mut y = x;
        let mut it = 0;
        while let Some(Some(k)) = opts.get(it) {
            y = y * x + *k as f64;
            it += 1;
            if let Some(Some(j)) = opts.get(it + 1)
                && *j > 1
            {
                y *= 0.5;
                continue;
            }
            if y > 20.0 {
                break;
            }
        }
        y
    }

    #[differentiable]
    fn diverging_match(x: f64, n: usize) -> f64 {
        match n {
            0 => return x,
            1 => {
                return x * x;
            }
            _ => {}
        }
        let y = x.sin();
        if n == 2 {
            return y;
        } else if n == 3 {
            y * y
        } else {
            loop {
                return y * y * y;
            }
        }
    }

    #[differentiable]
    fn conditions_that_assign(x: f64) -> f64 {
        let mut y = x;
        while {
            y *= 0.8;
            y > 0.3
        } {
            y -= 0.01 * x;
        }
        if { let t = y * 2.0; t > 0.5 } { y } else { y * y }
    }

    #[differentiable]
    fn last_in_a_loop(x: f64, n: usize) -> f64 {
        let mut y = x;
        for i in 0..n {
            for _ in 0..2 {
                if y > 3.0 {
                    return y * x;
                } else {
                    y += x * i as f64;
                }
            }
            match i {
                5 => return x,
                4 => break,
                _ => y *= 1.1,
            }
        }
        y
    }

    #[differentiable]
    fn newton_return(a: f64) -> f64 {
        let mut x = a;
        loop {
            let next = 0.5 * (x + a / x);
            if (next - x).abs() < 1e-12 {
                return next;
            }
            x = next;
        }
    }

    #[differentiable]
    fn while_true(a: f64) -> f64 {
        let mut x = a;
        let mut n = 0;
        while n < 100 {
            x = x * 0.9 + 0.1;
            n += 1;
            if n > 5 {
                break;
            }
        }
        loop {
            n += 1;
            if n > 10 {
                return x;
            }
            if n % 2 == 0 {
                continue;
            }
            x *= 1.1;
        }
    }

    #[differentiable]
    fn panics(x: f64, n: usize) -> f64 {
        assert!(n < 100, "n too large");
        debug_assert!(n != 77);
        let y = match n {
            0 => x,
            1 => x * x,
            50 => unreachable!(),
            _ => panic!("bad {n}"),
        };
        let z = if n == 0 {
            y
        } else if n == 1 {
            y * 2.0
        } else {
            unimplemented!("no")
        };
        if n > 10 {
            panic!("no");
        }
        z * y
    }

    #[differentiable]
    fn deferred_plain(x: f64, n: usize) -> f64 {
        let k;
        if n > 3 {
            k = n - 1;
        } else {
            if n == 2 {
                return x;
            }
            k = 2 * n;
        }
        x * k as f64
    }

    #[differentiable]
    fn nested_continue(xs: &[f64]) -> f64 {
        let mut s = 1.0;
        for &x in xs {
            if x > 0.0 {
                if x > 1.0 {
                    continue;
                }
                s += x;
            }
            s *= 1.1;
        }
        s
    }

    #[differentiable]
    fn continue_then_break(xs: &[f64]) -> f64 {
        let mut s = 1.0;
        for &x in xs {
            s *= x + 2.0;
            if x > 0.0 {
                if x < 0.5 {
                    s += x;
                    continue;
                }
                s *= x;
                break;
            }
            s *= 1.1;
        }
        for &x in xs {
            s *= x + 2.0;
            if x < 0.5 {
                s += x;
                continue;
            }
            s *= x;
            break;
        }
        for &x in xs {
            if x < 0.5 {
                if x < 0.1 {
                    s += x;
                    continue;
                }
                s *= 0.7;
                if x > 0.33 {
                    break;
                }
            } else if x > 0.9 {
                s -= 1.0;
            }
            s *= x;
        }
        s
    }
}

#[test]
fn exits_in_the_place_of_values_have_the_tapes_digits() {
    for flag in [true, false] {
        check::block_value_with_return(0.4, flag);
    }
    check::loop_in_value(0.4);
    for n in [Some(2), None] {
        check::match_value_return(0.4, n);
    }
    for n in 0..4 {
        check::match_value_return2(0.4, n);
        check::match_value_return2(0.7, n);
        check::diverging_match(0.7, n);
    }
    for xs in lists() {
        check::if_value_continue(xs.clone());
        check::assign_with_exit(xs);
    }
    for (x, y) in [(0.4, 0.2), (-0.3, 0.5), (0.3, 0.5)] {
        check::tuple_with_exit(x, y);
    }
}

#[test]
fn patterns_that_do_not_match_have_the_tapes_digits() {
    for xs in lists() {
        check::list_else(xs.clone());
        check::list_else2(xs);
    }
    check::list_else(vec![0.3, 0.4]);
    let numbers = vec![Some(3), None, Some(2), Some(5)];
    check::let_else_in_loop(0.4, numbers);
    let numbers = vec![Some(3), Some(1), Some(2), Some(5), None];
    check::if_let_in_loop(0.4, numbers);
}

#[test]
fn exits_of_nested_branches_have_the_tapes_digits() {
    for xs in lists() {
        check::nested_continue(xs.clone());
        check::continue_then_break(xs);
    }
}

#[test]
fn loops_that_only_return_end_the_function() {
    check::newton_return(2.5);
    for n in [1, 3, 5, 6] {
        check::last_in_a_loop(0.2, n);
        check::last_in_a_loop(0.9, n);
    }
    check::conditions_that_assign(0.9);
    check::while_true(0.6);
}

#[test]
fn branches_that_do_not_come_back_have_no_value() {
    for n in 0..2 {
        check::panics(0.6, n);
    }
    for n in 0..6 {
        check::deferred_plain(0.6, n);
    }
}

fn lists() -> [Vec<f64>; 3] {
    [
        vec![0.3, 1.2, -0.7, 0.4, 0.6],
        vec![0.4, 0.9, 0.52],
        vec![-0.7, 0.8, 0.6, 0.4],
    ]
}
