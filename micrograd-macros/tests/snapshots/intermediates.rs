{
    let rate = k * (y - x);
    let force = x * (c - z) - y;
    x += H * rate;
    y += H * force - rate;
}
let end = {
    let sum = x + y;
    z -= sum;
    sum * x
};
// Others see these:
{
    let shown = x * y;
    z += shown;
    show(shown);
}
{
    let copied = x * y;
    z += copied;
    let copy = copied;
}
// and this may run or drop anything before their last use.
{
    let below = x * y;
    z += w[index()];
    z += below;
}
{
    let below = x * y;
    let _ = y * z;
    z += below;
}
{
    let below = x * y;
    y = x * z;
    z += below;
}
