//! Slices, arrays and vectors under `#[differentiable]`.

use micrograd_core::{Scalar, differentiable};
use micrograd_tests_taped::twins;

twins! {
    #[differentiable]
    fn by_reference(xs: &[f64]) -> f64 {
        let mut sum = 0.0;
        for x in xs {
            sum += x * x;
        }
        for &x in xs {
            sum += x.sin();
        }
        for x in xs.iter() {
            sum *= 1.0 + 0.01 * x;
        }
        for x in xs.iter().copied() {
            sum -= x;
        }
        for x in xs.iter().rev() {
            sum = sum * 0.9 + x;
        }
        sum
    }

    #[differentiable]
    fn zips(xs: &[f64], ys: &[f64]) -> f64 {
        let mut sum = 0.0;
        for (x, y) in xs.iter().zip(ys) {
            sum += x * y;
        }
        for (i, (x, y)) in xs.iter().zip(ys.iter()).enumerate() {
            sum += (x - y) * i as f64;
        }
        for (&x, k) in xs.iter().zip(1..) {
            sum *= x + k as f64;
        }
        for ((x, y), z) in xs.iter().zip(ys).zip(xs.iter().rev()) {
            sum += x * y * z;
        }
        sum
    }

    #[differentiable]
    fn parts_of_iterators(xs: &[f64]) -> f64 {
        let mut sum = 0.0;
        for x in xs.iter().skip(1) {
            sum = sum * 0.5 + x * x;
        }
        for x in xs.iter().take(2) {
            sum += x.sin();
        }
        for x in xs.iter().step_by(2) {
            sum *= x + 2.0;
        }
        for (i, x) in xs.iter().enumerate().skip(1) {
            sum += x * i as f64;
        }
        for (i, x) in xs.iter().skip(1).enumerate() {
            sum -= x * i as f64;
        }
        for (i, x) in xs.iter().enumerate().rev() {
            sum = sum * 0.7 + x * i as f64;
        }
        sum
    }

    #[differentiable]
    fn pieces(xs: &[f64]) -> f64 {
        let mut sum = 0.0;
        for pair in xs.windows(2) {
            sum += pair[0] * pair[1];
        }
        for chunk in xs.chunks(2) {
            let mut product = 1.0;
            for x in chunk {
                product *= x;
            }
            sum += product;
        }
        for chunk in xs.chunks_exact(3) {
            sum += chunk[0] * chunk[2] - chunk[1];
        }
        for (i, pair) in xs.windows(2).enumerate() {
            sum += (pair[1] - pair[0]) * i as f64;
        }
        sum
    }

    #[differentiable]
    fn in_place_elements(xs: &[f64]) -> f64 {
        let mut ys = xs.to_vec();
        for y in ys.iter_mut() {
            *y *= 2.0;
            *y += 1.0;
        }
        for y in &mut ys {
            *y = y.sin();
        }
        let mut sum = 0.0;
        for (i, y) in ys.iter_mut().enumerate() {
            *y = *y * i as f64;
            sum += *y * *y;
        }
        for (y, x) in ys.iter_mut().zip(xs) {
            *y += x * x;
        }
        for y in &ys {
            sum = sum * y + 0.5;
        }
        sum
    }

    #[differentiable]
    fn zeros_filled_through_elements(xs: &[f64]) -> f64 {
        let mut ys = vec![0.0; xs.len()];
        for (y, x) in ys.iter_mut().zip(xs) {
            *y = x * x;
        }
        let mut zs = [[0.0; 2]; 2];
        for (i, row) in zs.iter_mut().enumerate() {
            for z in row.iter_mut().rev() {
                *z += xs[i] * xs[i + 1];
            }
        }
        let mut sum = zs[0][1] * zs[1][0];
        for (i, y) in ys.iter().enumerate() {
            sum += y * y * i as f64;
        }
        sum
    }

    #[differentiable]
    fn prefix_sums(xs: &[f64]) -> f64 {
        let mut sums = xs.to_vec();
        for i in 1..sums.len() {
            sums[i] = sums[i] + sums[i - 1] * sums[i];
        }
        sums[sums.len() - 1] * sums[0]
    }

    #[differentiable]
    fn gauss(matrix: &[Vec<f64>], right: &[f64]) -> f64 {
        let n = right.len();
        let mut a = vec![vec![0.0; n]; n];
        for i in 0..n {
            for j in 0..n {
                a[i][j] = matrix[i][j];
            }
        }
        let mut b = right.to_vec();
        for k in 0..n {
            for i in k + 1..n {
                let factor = a[i][k] / a[k][k];
                for j in k..n {
                    a[i][j] -= factor * a[k][j];
                }
                b[i] -= factor * b[k];
            }
        }
        let mut x = vec![0.0; n];
        for i in (0..n).rev() {
            let mut sum = b[i];
            for j in i + 1..n {
                sum -= a[i][j] * x[j];
            }
            x[i] = sum / a[i][i];
        }
        let mut norm = 0.0;
        for v in &x {
            norm += v * v;
        }
        norm
    }

    #[differentiable]
    fn log_determinant<const N: usize>(matrix: &[[f64; N]; N]) -> f64 {
        let mut a = *matrix;
        let mut log = 0.0;
        for k in 0..N {
            log += a[k][k].ln();
            for i in k + 1..N {
                a[i][k] /= a[k][k];
                for j in k + 1..N {
                    let t = a[i][k] * a[k][j];
                    a[i][j] -= t;
                }
            }
        }
        log
    }

    #[differentiable]
    fn cholesky(matrix: &[[f64; 3]]) -> f64 {
        let mut l = [[0.0; 3]; 3];
        for i in 0..3 {
            for j in 0..=i {
                let mut sum = matrix[i][j];
                for k in 0..j {
                    sum -= l[i][k] * l[j][k];
                }
                if i == j {
                    l[i][j] = sum.sqrt();
                } else {
                    l[i][j] = sum / l[j][j];
                }
            }
        }
        l[0][0] * l[1][1] * l[2][2] + l[2][0] * l[2][1]
    }

    #[differentiable]
    fn bubble(xs: &[f64]) -> f64 {
        let mut ys = xs.to_vec();
        let n = ys.len();
        for i in 0..n {
            for j in 0..n - 1 - i {
                if ys[j] > ys[j + 1] {
                    let t = ys[j];
                    ys[j] = ys[j + 1];
                    ys[j + 1] = t;
                }
            }
        }
        let mut sum = 0.0;
        for (i, y) in ys.iter().enumerate() {
            sum += y * y * (i + 1) as f64;
        }
        sum
    }

    #[differentiable]
    fn burgers(start: &[f64], #[constant] dt: f64, steps: usize) -> f64 {
        let n = start.len();
        let mut u = start.to_vec();
        for _ in 0..steps {
            for i in 1..n {
                if u[i] > 0.0 {
                    u[i] -= dt * u[i] * (u[i] - u[i - 1]);
                } else {
                    u[i] = u[i] - dt * u[i] * (u[(i + 1) % n] - u[i]);
                }
            }
        }
        let mut energy = 0.0;
        for v in u.iter() {
            energy += v * v;
        }
        energy
    }

    #[differentiable]
    fn heat(start: Vec<f64>, rate: f64, steps: usize) -> f64 {
        let mut u = start;
        let n = u.len();
        for _ in 0..steps {
            let mut next = u.clone();
            for i in 1..n - 1 {
                next[i] = u[i] + rate * (u[i - 1] - 2.0 * u[i] + u[i + 1]);
            }
            u = next;
        }
        u[n / 2]
    }

    #[differentiable]
    fn pushes(x: f64, n: usize) -> f64 {
        let mut terms = Vec::new();
        let mut power = x;
        for i in 0..n {
            terms.push(power * i as f64);
            power *= x;
        }
        terms.push(x.sin());
        let mut sum = 0.0;
        for (i, term) in terms.iter().enumerate() {
            sum += term * term / (i + 1) as f64;
        }
        sum * terms.len() as f64
    }

    #[differentiable]
    fn history(x: f64, steps: usize) -> f64 {
        let mut path = vec![x];
        for i in 0..steps {
            let last = path[i];
            path.push(last * x + 0.1 * path[i / 2]);
        }
        path[steps] * path[0]
    }

    #[differentiable]
    fn filled(x: f64, xs: &[f64]) -> f64 {
        let mut a = vec![1.0; xs.len()];
        a[0] = x;
        a.copy_from_slice(xs);
        let mut b = [0.0; 4];
        b.fill(x * 2.0);
        b[1] += a[0] * b[2];
        a[1] = b[1];
        let c = a.clone();
        a.fill(0.5);
        a[0] * c[1] + c[0] * b[3]
    }

    #[differentiable]
    fn slices(xs: &[f64]) -> f64 {
        let middle = &xs[1..xs.len() - 1];
        let (left, right) = xs.split_at(2);
        let mut sum = 0.0;
        for (a, b) in left.iter().zip(right) {
            sum += a * b;
        }
        for m in middle {
            sum *= 1.0 + m;
        }
        for x in &xs[2..] {
            sum -= x * x;
        }
        sum + middle[0] * xs[0] + middle.len() as f64
    }

    #[differentiable]
    fn taken_apart(xs: [f64; 3], pairs: &[[f64; 2]]) -> f64 {
        let [a, b, c] = xs;
        let mut sum = a * b - c;
        for &[p, q] in pairs {
            sum += p * q;
        }
        for [p, q] in pairs {
            sum *= p + q;
        }
        for pair in pairs {
            let [p, q] = *pair;
            sum += p - q * q;
        }
        sum
    }

    #[differentiable]
    fn tables(rows: &[Vec<f64>], grid: [[f64; 2]; 2]) -> f64 {
        let mut sum = 0.0;
        for row in rows {
            for x in row {
                sum += x * x;
            }
        }
        for (i, row) in rows.iter().enumerate() {
            for (j, x) in row.iter().enumerate() {
                sum += x * (i * 3 + j) as f64;
            }
        }
        let mut product = [[0.0; 2]; 2];
        for i in 0..2 {
            for j in 0..2 {
                for k in 0..2 {
                    product[i][j] += grid[i][k] * grid[k][j];
                }
            }
        }
        sum * product[0][1] + product[1][0]
    }

    #[differentiable]
    fn matrix_product(a: &[f64], b: &[f64], n: usize) -> Vec<f64> {
        let mut c = vec![0.0; n * n];
        for i in 0..n {
            for j in 0..n {
                let mut sum = 0.0;
                for k in 0..n {
                    sum += a[i * n + k] * b[k * n + j];
                }
                c[i * n + j] = sum;
            }
        }
        c
    }

    #[differentiable]
    fn vectors(xs: &Vec<f64>, ys: Vec<f64>) -> f64 {
        let mut sum = 0.0;
        for i in 0..xs.len() {
            sum += xs[i] * ys[i];
        }
        sum * sum
    }

    #[differentiable]
    fn own_array(mut xs: [f64; 3], mut ys: Vec<f64>) -> f64 {
        xs[0] *= ys[0];
        ys[1] = xs[0] + xs[1];
        xs[2] += ys[1] * ys[0];
        let zs = xs;
        xs[2] = 0.0;
        zs[2] * xs[0] + ys[1]
    }

    #[differentiable]
    fn generic<const N: usize>(xs: [f64; N], ys: &[f64; N]) -> [f64; N] {
        let mut zs = [0.0; N];
        for i in 0..N {
            zs[i] = xs[i] * ys[N - 1 - i];
        }
        zs
    }

    #[differentiable]
    fn lifetimes<'a>(xs: &'a [f64], ys: &'a [f64]) -> f64 {
        let longer = if xs.len() > ys.len() { 1.0 } else { 2.0 };
        xs[0] * ys[0] * longer
    }

    #[differentiable]
    fn active_and_indexed(xs: &[f64], order: &[usize]) -> f64 {
        let mut sum = 0.0;
        for &i in order {
            sum = sum * 0.5 + xs[i] * xs[(i + 1) % xs.len()];
        }
        for (k, &i) in order.iter().enumerate() {
            sum += xs[i] * k as f64;
        }
        sum
    }

    #[differentiable]
    fn overwritten(xs: &[f64]) -> f64 {
        let mut a = [xs[0], xs[1], 1.0];
        let b = a[0] * a[1];
        a[0] = b * a[2];
        a[1] = a[0] * a[0];
        a[0] = 3.0;
        a[2] = a[1] * xs[0] + a[0];
        a[2] * b
    }

    #[differentiable]
    fn running_extremes(xs: &[f64]) -> f64 {
        let mut best = xs[0];
        let mut worst = xs[0];
        let mut place = 0;
        for (i, &x) in xs.iter().enumerate() {
            if x > best {
                best = x;
                place = i;
            }
            worst = worst.min(x);
        }
        best * worst + place as f64 * xs[place]
    }

    #[differentiable]
    fn row_assignment(x: f64) -> f64 {
        let mut grid = vec![vec![0.0; 2]; 3];
        grid[1] = vec![x, x * x];
        grid[2][0] = grid[1][1] * x;
        grid[1][0] *= 2.0;
        grid[1][0] + grid[2][0] * grid[1][1]
    }

    #[differentiable]
    fn list_of_lists(x: f64) -> f64 {
        let mut rows = Vec::new();
        for i in 0..3 {
            rows.push([x * i as f64, x.sin()]);
        }
        let mut sum = 0.0;
        for row in &rows {
            sum += row[0] * row[1];
        }
        sum
    }

    #[differentiable]
    fn inner_arrays(xs: &[f64]) -> f64 {
        let mut total = 0.0;
        for i in 0..xs.len() {
            let mut local = [0.0; 3];
            local[0] = xs[i];
            for k in 1..3 {
                local[k] = local[k - 1] * xs[i] + total;
            }
            let mut copy = local;
            copy[1] *= 2.0;
            total += copy[1] * local[2];
        }
        total
    }

    #[differentiable]
    fn array_state(xs: [f64; 3], dt: f64, steps: usize) -> [f64; 3] {
        let mut s = xs;
        for _ in 0..steps {
            s = [
                s[0] + dt * 10.0 * (s[1] - s[0]),
                s[1] + dt * (s[0] * (28.0 - s[2]) - s[1]),
                s[2] + dt * (s[0] * s[1] - 8.0 / 3.0 * s[2]),
            ];
        }
        s
    }

    #[differentiable]
    fn det2(m: [[f64; 2]; 2]) -> f64 {
        m[0][0] * m[1][1] - m[0][1] * m[1][0]
    }

    #[differentiable]
    fn norm2(m: &[[f64; 2]]) -> f64 {
        let mut sum = 0.0;
        for row in m {
            for x in row {
                sum += x * x;
            }
        }
        sum
    }

    #[differentiable]
    fn nested_literals(a: f64, b: f64, v: &[f64]) -> f64 {
        det2([[a, b], [b * b, a + 3.0]]) * norm2(&[[a, b], [v[0], 2.0]]) + norm2(&[[a, b]; 3])
    }

    #[differentiable]
    fn constants_by_value(x: &[f64], order: [usize; 3], pairs: &[(usize, f32)]) -> f64 {
        let mut sum = 0.0;
        for i in order {
            sum += x[i] * i as f64;
        }
        for (i, weight) in pairs {
            sum *= x[*i] + f64::from(*weight);
        }
        let turns = vec![2, 0, 1];
        for &i in turns.iter() {
            sum = sum * 0.5 + x[i];
        }
        for i in turns {
            sum += x[i] * x[i];
        }
        sum
    }

    #[differentiable]
    fn literals_of_lists(a: f64, b: f64) -> f64 {
        let p = [a, b];
        let m = [p, [b, a * a]];
        let n = [[a * b; 2]; 2];
        let v = vec![vec![a; 2]; 3];
        let w = vec![p, [1.0, a]];
        let z = vec![vec![0.0; 2]; 2];
        det2(m) + det2(n) * v[2][1] + w[0][1] * w[1][1] + z[0][0] * a
    }

    #[differentiable]
    fn aliasing_index(xs: &[f64], i: usize, j: usize) -> f64 {
        let mut x = [xs[0], xs[1], xs[2]];
        x[i] = x[i] * x[j] + x[j];
        x[j] *= x[i];
        x[i] += x[i];
        x[i] *= x[i];
        x[j] = x[i];
        x[0] + x[1] * x[2]
    }

    #[differentiable]
    fn iter_mut_forms(xs: &[f64]) -> f64 {
        let mut a = [0.0; 4];
        for (i, v) in a.iter_mut().enumerate() {
            *v = xs[i % xs.len()] * i as f64;
        }
        for v in a[1..].iter_mut() {
            *v *= 0.5;
        }
        for v in &mut a[..2] {
            *v += 1.0;
        }
        for (v, w) in a.iter_mut().zip(xs.iter()).skip(1) {
            *v -= w;
            *v = *v * *v;
        }
        for v in a.iter_mut().rev().take(2) {
            *v = v.sin();
        }
        let mut m = vec![vec![0.0; 2]; 2];
        for (i, row) in m.iter_mut().enumerate() {
            for (j, v) in row.iter_mut().enumerate() {
                *v = a[i] * a[j + 1];
            }
            row[0] += 1.0;
        }
        let mut s = 0.0;
        for v in a {
            s += v;
        }
        for row in m {
            for v in row {
                s = s * 0.5 + v * v;
            }
        }
        s
    }

    #[differentiable]
    fn grow_rows(x: f64, n: usize) -> f64 {
        let mut rows: Vec<Vec<f64>> = Vec::new();
        for i in 0..n {
            let mut row = vec![0.0; i + 1];
            for j in 0..=i {
                row[j] = x * (i + j) as f64;
                if i > 0 && j < i {
                    row[j] += rows[i - 1][j];
                }
            }
            rows.push(row);
        }
        let mut s = 0.0;
        for r in &rows {
            for v in r {
                s += v * v;
            }
        }
        s
    }

    #[differentiable]
    fn pushed_rows(xs: &[f64]) -> f64 {
        let mut rows = Vec::new();
        for &x in xs {
            let mut row = Vec::new();
            for k in 0..3 {
                row.push(x * k as f64 + 0.1);
            }
            rows.push(row);
        }
        let mut sum = 0.0;
        for row in &rows {
            for (i, a) in row.iter().enumerate() {
                sum += a * rows[0][i];
            }
        }
        sum
    }

    #[differentiable]
    fn copy_rows(m: &[[f64; 3]; 2]) -> f64 {
        let mut t = [[0.0; 3]; 2];
        t[0] = m[1];
        t[1] = [m[0][0], 2.0, t[0][1]];
        t[0][2] *= m[0][1];
        let r = t[0];
        t[0] = t[1];
        t[1] = r;
        t[0][0] * t[1][2] + t[1][0] * t[0][2]
    }

    #[differentiable]
    fn array_by_value_loop(xs: [f64; 3]) -> f64 {
        let mut xs = xs;
        let mut s = 0.0;
        for x in xs {
            xs[0] += x * x;
            s += x * xs[0];
        }
        s + xs[0]
    }

    #[differentiable]
    fn destructured_then_changed(mut xs: [f64; 2]) -> f64 {
        let [a, b] = xs;
        xs[0] = 5.0 * b;
        a * b + xs[0] * a
    }

    #[differentiable]
    fn copy_of_alias(rows: &[[f64; 2]]) -> f64 {
        let mut t = rows.to_vec();
        let mut s = 0.0;
        for i in 0..t.len() {
            let [p, q] = t[i];
            t[i][0] = q * 2.0;
            t[i][1] = p * q;
            let r = t[i];
            t[i][0] = 0.3;
            s += p * q * r[0] + r[1] + t[i][0];
        }
        s
    }

    #[differentiable]
    fn row_copy_then_changed(m: [[f64; 2]; 2]) -> f64 {
        let mut m = m;
        let row = m[0];
        m[0][0] = row[1] * 3.0;
        row[0] * m[0][0] + row[1]
    }
}

#[test]
fn loops_over_lists_have_the_tapes_digits() {
    let xs = vec![0.4, 1.3, -0.7, 0.9, 1.1, 0.2];
    let ys = vec![1.4, -0.3, 0.8, 0.6, 0.1, -1.2];
    check::by_reference(xs.clone());
    check::by_reference(vec![]);
    check::zips(xs.clone(), ys.clone());
    check::zips(xs.clone(), ys[..4].to_vec());
    check::parts_of_iterators(xs.clone());
    check::parts_of_iterators(xs[..1].to_vec());
    check::pieces(xs.clone());
    check::pieces(xs[..5].to_vec());
    check::pieces(xs[..1].to_vec());
    check::slices(xs.clone());
    check::taken_apart([0.4, 0.5, 0.6], vec![[0.1, 0.2], [0.3, -0.4]]);
    check::tables(vec![vec![0.4, 0.5], vec![0.6]], [[1.0, 0.5], [0.25, 2.0]]);
    check::vectors(xs.clone(), ys.clone());
    check::lifetimes(xs.clone(), ys.clone());
    check::active_and_indexed(xs.clone(), vec![2, 0, 5, 5]);
    check::running_extremes(xs);
}

#[test]
fn arrays_in_place_have_the_tapes_digits() {
    let xs = vec![0.4, 1.3, -0.7, 0.9, 1.1];
    let matrix = [[4.0, 1.0, 0.5], [1.0, 3.0, 0.2], [0.5, 0.2, 2.0]];
    let rows: Vec<Vec<f64>> = matrix.iter().map(|row| row.to_vec()).collect();
    check::zeros_filled_through_elements(vec![0.4, 1.3, -0.7]);
    check::in_place_elements(xs.clone());
    check::prefix_sums(xs.clone());
    check::gauss(rows, vec![1.0, -2.0, 0.5]);
    check::log_determinant(matrix);
    check::cholesky(matrix.to_vec());
    check::bubble(vec![3.0, 1.0, 2.0, 0.5]);
    check::burgers(xs.clone(), 0.05, 4);
    check::heat(xs.clone(), 0.2, 5);
    check::filled(0.7, vec![1.5, 2.5, 0.5]);
    check::own_array([0.3, 0.4, 0.5], vec![0.6, 0.7]);
    check::generic([0.3, 0.4, 0.5], [1.0, 2.0, 3.0]);
    check::overwritten(xs.clone());
    check::inner_arrays(xs);
    check::array_state([1.0, 1.5, 2.0], 0.01, 6);
    check::matrix_product(vec![1.0, 2.0, 0.3, 0.4], vec![0.5, 0.6, 0.7, 0.8], 2);
}

#[test]
fn lists_that_grow_have_the_tapes_digits() {
    check::pushes(0.8, 5);
    check::pushes(0.8, 0);
    check::history(0.8, 6);
    check::row_assignment(0.8);
    check::list_of_lists(0.8);
}

#[test]
fn lists_in_lists_have_the_tapes_digits() {
    crate::checks::to_rounding(|| {
        check::nested_literals(0.4, 0.7, vec![0.3]);
        check::literals_of_lists(0.4, 0.7);
        check::grow_rows(0.7, 3);
        check::grow_rows(0.7, 0);
        check::pushed_rows(vec![0.4, 0.9]);
        check::copy_rows([[0.3, 0.4, 0.5], [0.6, 0.7, 0.8]]);
        check::iter_mut_forms(vec![0.3, 0.6, 0.2]);
    });
}

#[test]
fn what_is_taken_out_of_a_list_does_not_change_with_it() {
    crate::checks::to_rounding(|| {
        check::array_by_value_loop([0.3, 0.5, 0.9]);
        check::destructured_then_changed([0.3, 0.5]);
        check::copy_of_alias(vec![[0.3, 0.5], [0.7, 1.2]]);
        check::row_copy_then_changed([[0.3, 0.5], [0.7, 1.2]]);
        check::aliasing_index(vec![0.3, 1.2, -0.7], 0, 1);
        check::aliasing_index(vec![0.3, 1.2, -0.7], 2, 2);
    });
}

#[test]
fn lists_of_constants_are_run_over_as_they_are() {
    check::constants_by_value(vec![0.3, 1.2, -0.7], [2, 0, 1], vec![(1, 0.5), (0, 1.5)]);
}
