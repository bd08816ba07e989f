use micrograd_core::{Value, grad};

fn main() {
    let x = Value::new(2.0);
    let v = [x.clone()];
    let n = 1;
    grad! {
        let list = vec![x ** 2];
        println!("{}", x ** 2);
        let element = &v[0 ** n];
        let sum = { x ** 2 } + 1;
        let z = if (x ** 2 > 1.0) & true { x } else { -x };
        for _ in 0..2 ** 2 {}
        let tested = v.iter().any(|e| (e ** 2 > 1.0) & true);
    }
    let _ = (list, element, sum, z, tested);
}
