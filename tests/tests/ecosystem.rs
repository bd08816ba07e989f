//! Libraries that know nothing of derivatives compute with values and dual numbers: `cargo test -p micrograd-tests --features
//! ecosystem --test ecosystem`.
use micrograd_core::{Dual, Value};
use nalgebra::{ComplexField, DMatrix, DVector, Matrix2, Matrix3, RealField, Vector3, convert};
use ndarray::{Array1, Array2, array};
use num_complex::Complex;

fn dual(data: f64, tangent: f64) -> Dual<1> {
    Dual::new(data, [tangent])
}

#[test]
fn ndarray_adds_values() {
    let x = Array1::from(vec![Value::new(1.0), Value::new(2.0)]);
    let y = (&x * &x).sum() + x.sum();
    y.backward();
    assert_eq!(y, 8.0);
    assert_eq!([x[0].grad(), x[1].grad()], [3.0, 5.0]); // 2x + 1
    let product = x.product();
    product.backward();
    assert_eq!([x[0].grad(), x[1].grad()], [5.0, 6.0]);
}

#[test]
fn ndarray_multiplies_matrices_of_dual_numbers() {
    // ∂/∂t of A(t)·v with A(t) = [[t, 1], [2, t²]] at t = 3
    let a = array![[dual(3.0, 1.0), 1.0.into()], [2.0.into(), dual(9.0, 6.0)]];
    let v: Array1<Dual<1>> = array![5.0.into(), 7.0.into()];
    let y = a.dot(&v);
    assert_eq!(y.mapv(|y| y.data()), array![22.0, 73.0]);
    assert_eq!(y.mapv(|y| y.tangent(0)), array![5.0, 42.0]);
    let same = a.dot(&Array2::eye(2));
    assert_eq!(same, a);
    assert_eq!(same[[1, 1]].tangent(0), 6.0);
}

#[test]
fn nalgebra_multiplies_matrices_of_values() {
    let a = Matrix2::new(2.0, 1.0, 0.0, 3.0).map(Value::new);
    let identity = Matrix2::<Value>::identity();
    let x = DVector::from_vec(vec![Value::new(1.0), Value::new(-2.0)]);
    let y = (DMatrix::from_iterator(2, 2, (&a * identity).iter().cloned()) * &x).dot(&x);
    // xᵀAx = 2x₀² + x₀x₁ + 3x₁²
    y.backward();
    assert_eq!(y, 12.0);
    assert_eq!([x[0].grad(), x[1].grad()], [2.0, -11.0]);
    assert_eq!(a[(0, 1)].grad(), -2.0);
    assert_eq!(x.sum(), -1.0);
}

/// A(t) = B + t·C at t = 0, with its derivative C; A is symmetric and positive definite.
fn family() -> (Matrix3<f64>, Matrix3<f64>, Matrix3<Dual<1>>) {
    let a = Matrix3::new(4.0, 1.0, -0.5, 1.0, 3.0, 0.25, -0.5, 0.25, 2.0);
    let by_t = Matrix3::new(0.5, -1.0, 2.0, -1.0, 1.5, 0.75, 2.0, 0.75, -0.25);
    (a, by_t, a.zip_map(&by_t, dual))
}

fn assert_near(found: Matrix3<f64>, expected: Matrix3<f64>) {
    assert!((found - expected).abs().max() < 1e-13, "{found}{expected}");
}

#[test]
fn nalgebra_inverts_and_solves_with_dual_numbers() {
    let (a, by_t, dual) = family();
    let inverse = a.try_inverse().unwrap();
    // dA⁻¹ = −A⁻¹·dA·A⁻¹
    let expected = -inverse * by_t * inverse;
    for found in [
        dual.try_inverse().unwrap(),
        dual.lu().try_inverse().unwrap(),
    ] {
        assert_near(found.map(|x| x.data()), inverse);
        assert_near(found.map(|x| x.tangent(0)), expected);
    }
    let b = Vector3::new(1.0, -2.0, 0.5);
    let x = dual.qr().solve(&b.map(Dual::constant)).unwrap();
    let error = x.map(|x| x.tangent(0)) - expected * b;
    assert!(error.abs().max() < 1e-13);
    // d det A = det A·tr(A⁻¹·dA)
    let det = dual.lu().determinant();
    let expected = a.determinant() * (inverse * by_t).trace();
    assert!((det.tangent(0) - expected).abs() < 1e-12);
}

#[test]
fn nalgebra_decomposes_matrices_of_dual_numbers() {
    let (a, by_t, dual) = family();
    // L·Lᵀ = A, and so dL·Lᵀ + L·dLᵀ = dA.
    let l = dual.cholesky().expect("A is positive definite").l();
    let (l, by_t_l) = (l.map(|x| x.data()), l.map(|x| x.tangent(0)));
    assert_near(l * l.transpose(), a);
    assert_near(by_t_l * l.transpose() + l * by_t_l.transpose(), by_t);
    assert_eq!(
        by_t_l.upper_triangle() - Matrix3::from_diagonal(&by_t_l.diagonal()),
        Matrix3::zeros()
    );
    // dλ = vᵀ·dA·v
    let eigen = dual.symmetric_eigen();
    for (value, vector) in eigen
        .eigenvalues
        .iter()
        .zip(eigen.eigenvectors.column_iter())
    {
        let v = vector.map(|x| x.data());
        assert!((a * v - value.data() * v).norm() < 1e-12);
        assert!((value.tangent(0) - v.dot(&(by_t * v))).abs() < 1e-9);
    }
}

/// What simba asks of a real number, of one between 0 and 1, −1 and 0.
fn of_a_real_number<T: RealField>(x: &T) -> Vec<T> {
    let x = || x.clone();
    let (half, two) = (|| convert::<f64, T>(0.5), || convert::<f64, T>(2.0));
    let (sin, cos) = x().sin_cos();
    let mut all = vec![
        x().floor(),
        x().ceil(),
        x().round(),
        x().trunc(),
        x().fract(),
        x().abs(),
        x().signum(),
        x().recip(),
        x().cbrt(),
        x().exp(),
        x().exp2(),
        x().exp_m1(),
        x().ln_1p(),
        x().sin(),
        x().cos(),
        x().tan(),
        x().asin(),
        x().acos(),
        x().atan(),
        x().sinh(),
        x().cosh(),
        x().tanh(),
        x().asinh(),
        x().atanh(),
        (x() + two()).acosh(),
        sin,
        cos,
        x().hypot(two()),
        T::from_real(x()),
        x().real(),
        x().imaginary(),
        x().conjugate(),
        x().modulus(),
        x().modulus_squared(),
        x().norm1(),
        x().argument(),
        x().scale(two()),
        x().unscale(two()),
        x().mul_add(two(), half()),
        x().powi(3),
        x().copysign(-two()),
        x().max(half()),
        x().min(half()),
        x().atan2(two()),
        x().clamp(half(), two()),
    ];
    let positive = x() + two();
    let p = || positive.clone();
    all.extend([
        p().sqrt(),
        p().ln(),
        p().log2(),
        p().log10(),
        p().log(half()),
        p().powf(half()),
        p().powc(half()),
        p().try_sqrt().expect("it is positive"),
    ]);
    let constants = [
        T::pi(),
        T::two_pi(),
        T::frac_pi_2(),
        T::frac_pi_3(),
        T::frac_pi_4(),
        T::frac_pi_6(),
        T::frac_pi_8(),
        T::frac_1_pi(),
        T::frac_2_pi(),
        T::frac_2_sqrt_pi(),
        T::e(),
        T::log2_e(),
        T::log10_e(),
        T::ln_2(),
        T::ln_10(),
    ];
    all.extend(constants.map(|constant| constant * x()));
    all
}

#[test]
fn every_function_of_a_real_field_has_the_number_and_the_slope_of_the_floats() {
    const H: f64 = 1e-6;
    for x in [-0.7, -0.3, 0.3, 0.7] {
        let numbers = of_a_real_number(&x);
        let (below, above) = (of_a_real_number(&(x - H)), of_a_real_number(&(x + H)));
        for (i, found) in of_a_real_number(&dual(x, 1.0)).into_iter().enumerate() {
            let slope = (above[i] - below[i]) / (2.0 * H);
            assert!(
                (found.data() - numbers[i]).abs() < 1e-14,
                "function {i} at {x}: {found:?}"
            );
            assert!(
                (found.tangent(0) - slope).abs() < 1e-8,
                "function {i} at {x}: {found:?}, {slope}"
            );
        }
        let dual = dual(x, 1.0);
        assert_eq!(RealField::is_sign_positive(&dual), x > 0.0);
        assert_eq!(RealField::is_sign_negative(&dual), x < 0.0);
        assert_eq!(ComplexField::try_sqrt(dual).is_some(), x > 0.0);
        assert!(ComplexField::is_finite(&dual) && !ComplexField::is_finite(&(dual / 0.0)));
    }
    let ends = [Dual::<1>::min_value(), Dual::<1>::max_value()];
    assert_eq!(
        ends.map(|end| end.map(|end| end.data())),
        [Some(f64::MIN), Some(f64::MAX)]
    );
}

#[test]
fn complex_numbers_of_values_differentiate() {
    // |z²|² = (x² + y²)²
    let (x, y) = (Value::new(1.0), Value::new(2.0));
    let z = Complex::new(x.clone(), y.clone());
    let square = &z * &z;
    let norm = square.norm_sqr();
    norm.backward();
    assert_eq!(norm, 25.0);
    assert_eq!([x.grad(), y.grad()], [20.0, 40.0]); // 4x(x² + y²)
    // d/dt e^(it) = i·e^(it)
    let z = Complex::new(Dual::constant(0.0), dual(0.5, 1.0)).exp();
    assert_eq!(z.re.tangent(0), -0.5_f64.sin());
    assert_eq!(z.im.tangent(0), 0.5_f64.cos());
}

#[test]
fn serde_stores_a_value_as_its_number() {
    let weights = vec![Value::new(0.5), Value::new(-2.0) * 3.0];
    let text = serde_json::to_string(&weights).unwrap();
    assert_eq!(text, "[0.5,-6.0]");
    let weights: Vec<Value> = serde_json::from_str(&text).unwrap();
    weights[1].powi(2).backward();
    assert_eq!((weights[1].data(), weights[1].grad()), (-6.0, -12.0));
}
