for j in 0..n { sum += w[j] * x[j]; }
for x in xs { sum += x * sum; }
for x in take(sum) { sum -= x; }
for x in xs { sum += f(x); }
for x in xs { sum += w[name("{sum}")]; }
while more() { sum += 1; }
for i in 0..n { let t1 = x[i + 1] - x[i] * x[i]; let t2 = 1 - x[i]; f += 100 * t1 * t1 + t2 * t2; }
for x in xs { *total += x * x; }
for x in xs { self.sum -= x; }
for x in xs { self.sum += self.weight * x; }
for k in 0..n { total[k] += xs[k]; }
