for j in 0..n { sum += w[j] * x[j]; }
for x in xs { sum += x * sum; }
for x in take(sum) { sum -= x; }
for x in xs { sum += f(x); }
for x in xs { sum += w[name("{sum}")]; }
while more() { sum += 1; }
