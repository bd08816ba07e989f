let g = a ^ 2;
let h = b.;
let (p, q) = g + ;
let k = a % b
