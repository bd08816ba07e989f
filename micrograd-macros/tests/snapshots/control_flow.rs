let mut s = if a > b { a + 1 } else { f(b) };
'outer: for (i, x) in xs.iter().enumerate() {
    if *x > s { s += w[i] * x; } else { continue 'outer; }
}
let found = loop { break s * 2; };
while found > 1 { s /= 2; }
if i % 2 == 0 && a - b > x ** 2 { s *= a; }
