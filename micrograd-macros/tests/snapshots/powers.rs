let g = -x ** 2;
let h = x ** -y ** 0.5;
h **= k as i32;
