{
    let d = x - y;
    let e = d * d;
    sum += e * d;
}
{
    let shown = x * y;
    println!("{shown}");
    let used_twice = x - y;
    a += used_twice;
    b += used_twice;
}
x * y
