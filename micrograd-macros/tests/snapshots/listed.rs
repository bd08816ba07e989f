let y = (a * x ** 2 - b.exp()) / 2;
y += a * b;
let z = -y;
z /= w;
